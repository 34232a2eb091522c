/** Wikitext: what of it is prose, what is not, and that no text takes long. */
import { plainOfWikitext } from '../../../corpus/formats/wikitext.js';

test.each([
  ["'''الجسر''' ''جاهز''", 'الجسر جاهز'],
  ['قال [[وزير النقل|الوزير]] إن [[الجسر]] جاهز', 'قال الوزير إن الجسر جاهز'],
  ['قبل {{قالب|أ={{قالب آخر}}|ب}} بعد', 'قبل بعد'],
  ['{|\n! رأس\n|-\n| خلية {{x}}\n|}\nبعد', 'بعد'],
  ['نص<ref name="a">مصدر {{x}}</ref> آخر<ref name=b />.', 'نص آخر.'],
  ['[[ملف:جسر.jpg|تصغير|صورة [[الجسر]]]]نص', 'نص'],
  ['[[File:x.jpg|thumb|caption]]نص [[تصنيف:أخبار]][[en:News]]', 'نص'],
  ['== خلفية ==\n* أول\n# ثان\n: ثالث', 'خلفية\nأول\nثان\nثالث'],
  ['انظر [http://a.b/c الموقع] و[//a.b/c]', 'انظر الموقع و'],
  ['قبل<!-- سر\nسر -->بعد&nbsp;و&quot;x&quot; __NOTOC__', 'قبلبعد و"x"'],
  ['<gallery>\na.jpg\n</gallery>نص<br/>سطر', 'نص\nسطر'],
  ['}} {{ نص [[أ', '}} {{ نص أ'],
])('%j', (source, plain) => {
  expect(plainOfWikitext(source)).toBe(plain);
});

test.each([
  '{{',
  '}}',
  '[[',
  '[[a|',
  ']]',
  '{|',
  '<ref>',
  '<ref ',
  '[http://',
  '[//a ',
  "''",
  '=',
  '<!--',
  '{{a}}',
])('a great many %j take little time', (mark) => {
  const started = performance.now();
  plainOfWikitext(mark.repeat(100_000));
  plainOfWikitext(`[//${'a'.repeat(100_000)} ${' '.repeat(100_000)}`);
  expect(performance.now() - started).toBeLessThan(5000);
});
