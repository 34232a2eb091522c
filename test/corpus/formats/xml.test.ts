/** XML beyond the common cases: prefixes of one's own, feeds that are written badly, vocabularies of nobody, and what options name. */
import { folderOfInputs, recordsOf, textsOf } from '../input.js';

const fileWith = folderOfInputs();
const articlesIn = async (content: string, options = {}) =>
  (await recordsOf(fileWith('a.xml', content), options)).map((record) =>
    record.kind === 'article' ? record.article : record,
  );
const rss = (items: string) => `<rss version="2.0"><channel><title>صحيفة</title>${items}</channel></rss>`;

test('the fullest body counts, and an empty one does not', async () => {
  const items =
    '<item><description>ملخص</description><content:encoded>متن كامل</content:encoded></item>' +
    '<item><content:encoded> </content:encoded><description>ملخص وحده</description></item>' +
    '<item><title>بلا متن</title></item>';
  expect(await articlesIn(rss(items))).toMatchObject([
    { text: 'متن كامل' },
    { text: 'ملخص وحده' },
    { kind: 'refused', reason: 'no-text', record: 2 },
  ]);
});

test('an element of another namespace is not the one of the same name', async () => {
  const item =
    '<item xmlns:media="http://search.yahoo.com/mrss/"><media:title>صورة</media:title><title>عنوان</title>' +
    '<link>http://a.b/1</link><atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="http://a.b/feed" rel="self"/>' +
    '<description>متن الخبر</description></item>';
  expect(await articlesIn(rss(item))).toMatchObject([
    { headline: 'عنوان', url: 'http://a.b/1', publisher: 'صحيفة' },
  ]);
});

test('a number is not turned into another, and references are decoded once', async () => {
  const item =
    '<item><guid>007</guid><title>1.50 &amp;lt; &#1575;</title><description>متن &amp;amp; &nbsp;خبر</description></item>';
  const [article] = await articlesIn(rss(item));
  expect(article).toMatchObject({ identifier: '007', headline: '1.50 < ا' });
});

test('what is written badly is read as far as it can be', async () => {
  const items =
    '<item><title>A & B</title><description>متن < خبر</description></item><item><description>متن ثان</description></item>';
  const unclosed = '<item><description>متن<br>أول</description></item>';
  const records = await articlesIn(rss(unclosed + items));
  expect(records).toContainEqual(expect.objectContaining({ text: 'متن\nأول' }));
  expect(records).toContainEqual(expect.objectContaining({ text: 'متن ثان' }));
  const cut = rss('<item><description>متن أول</description></item><item><description>متن ثا').replace(
    '</channel></rss>',
    '',
  );
  expect(await articlesIn(cut)).toMatchObject([
    { text: 'متن أول' },
    { kind: 'refused', reason: 'truncated' },
  ]);
});

test('an element with a text in it is a record, whatever it is called', async () => {
  const content =
    '<export><meta><made>اليوم</made></meta><بند رقم="1"><عنوان>ع</عنوان><النص>متن <b>أول</b></النص></بند>' +
    '<بند رقم="2"><النص>متن ثان</النص></بند></export>';
  expect(await articlesIn(content)).toMatchObject([
    { identifier: '1', headline: 'ع', text: 'ع\n\nمتن أول' },
    { identifier: '2', text: 'متن ثان' },
  ]);
});

test('options name elements and attributes by their paths', async () => {
  const content =
    '<x><r key="9"><head><h>ع</h></head><said><para>أول</para><para>ثان</para></said><text>لا</text></r></x>';
  const fields = { text: 'said.para', id: '@key', title: 'head.h' };
  expect(await articlesIn(content, { fields })).toMatchObject([
    { identifier: '9', headline: 'ع', text: 'ع\n\nأول\nثان' },
  ]);
  const item = '<item><title>ع</title><summary>ملخص</summary><description>متن</description></item>';
  expect(await articlesIn(rss(item), { fields: { text: 'summary' } })).toMatchObject([{ text: 'ع\n\nملخص' }]);
  expect(await articlesIn(rss(item), { fields: { text: 'absent' } })).toMatchObject([{ reason: 'no-text' }]);
});

test('a document without articles says so', async () => {
  expect(await articlesIn('<svg><g><path d="x"/></g></svg>')).toMatchObject([
    {
      kind: 'refused',
      reason: 'malformed',
      message: expect.stringMatching(/holds no element that is known to be an article/u),
    },
  ]);
});

test('a record that is too large is refused, and the next is read', async () => {
  const item = (text: string) => `<item><description>${text}</description></item>`;
  const records = await articlesIn(rss(item('س'.repeat(3000)) + item('متن الخبر')), { largestRecord: 1000 });
  expect(records).toMatchObject([{ kind: 'refused', reason: 'too-large' }, { text: 'متن الخبر' }]);
});

test('a declared encoding is decoded', async () => {
  const head = Buffer.from('<?xml version="1.0" encoding="windows-1256"?><rss><channel><item><description>');
  const body = Buffer.from([0xe3, 0xca, 0xe4, 0x20, 0xc7, 0xe1, 0xce, 0xc8, 0xd1]);
  const file = fileWith(
    'b.xml',
    Buffer.concat([head, body, Buffer.from('</description></item></channel></rss>')]),
  );
  expect(textsOf(await recordsOf(file))).toEqual(['متن الخبر']);
});
