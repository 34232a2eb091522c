/** Fields that may hold HTML: what evidently is HTML becomes text, everything else stays as it is. */
import { withoutMarkup } from '../../../corpus/formats/markup.js';

test.each([
  ['<p>أول</p>\n\n  <p>ثان<br>ثالث</p>', 'أول\nثان\nثالث'],
  ['<ul><li>أ<li>ب</ul><table><tr><td>1<td>2<tr><td>3</table>', 'أ\nب\n1 2\n3'],
  ['<div>نص<script>alert("x")</script><style>p{}</style></div>', 'نص'],
  ['<p>قال:&nbsp;&laquo;نعم&raquo; &#1575;&#x627; &amp;lt;b&amp;gt;</p>', 'قال: «نعم» اا &lt;b&gt;'],
  ['<strong>كل</strong>مة <a href="x">واحدة</a>', 'كلمة واحدة'],
  ['<pre>سطر\n  سطر</pre>', 'سطر\nسطر'],
  ['قال &quot;نعم&quot;\n  ثم &amp;quot;', 'قال "نعم"\n  ثم &quot;'],
])('%j', async (html, text) => {
  expect(await withoutMarkup(html)).toBe(text);
});

test.each(['أ < ب > ج', 'x <y> z', 'AT&T و R&D', '<وزير> قال', 'if (a<b && c>d)', '  نص \r\n نص  '])(
  '%j is no HTML',
  async (text) => {
    expect(await withoutMarkup(text)).toBe(text);
  },
);
