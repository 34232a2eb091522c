/** Pages: what they say of themselves in all the ways of saying it, and pages that attack. `fixtures/corpora/html/` has whole ones. */
import fc from 'fast-check';
import type { Fields } from '../../../corpus/formats/format.js';
import { declaredIn } from '../../../corpus/html/declared.js';
import { describedArticle } from '../../../corpus/html/json-ld.js';
import { outlineOf, TooDeep } from '../../../corpus/html/outline.js';
import { readPage } from '../../../corpus/html/page.js';
import { isPage } from '../../../corpus/html/recognize.js';

const PARAGRAPHS = [
  'قال وزير النقل سامر الحيدروسي إن الجسر الجديد جاهز تماما، وإن حركة المركبات عليه ستبدأ صباح الأحد المقبل.',
  'وأضاف الوزير في مؤتمر صحفي عقده في موقع الجسر أن كلفة المشروع بلغت أربعة عشر مليون دينار، وأنها لن تزيد.',
  'من جهتها أكدت رئيسة البلدية ليلى القضاة أن الطريق المؤدي إلى الجسر سيغلق جزئيا خلال الأسبوع الأول.',
];
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');

function page(head: string, before = ''): Fields {
  const fields = readPage(
    `<!DOCTYPE html><html><head>${head}</head><body>${before}<article>${BODY}</article></body></html>`,
  );
  if ('refused' in fields) throw new Error(fields.because);
  return fields;
}

test('the main text has a line for each paragraph, and no menus', () => {
  const menu = '<nav><a href="/">الرئيسية</a><a href="/s">رياضة</a></nav>';
  expect(page('', menu).body.split('\n')).toEqual(PARAGRAPHS);
});

test.each([
  ['title', '<title>الجسر | الضفاف</title><meta property="og:site_name" content="الضفاف">', 'الجسر'],
  [
    'title',
    '<title>الضفاف - الجسر - جاهز</title><meta name="dc.publisher" content="الضفاف">',
    'الجسر - جاهز',
  ],
  ['title', '<meta property="og:title" content="الجسر &amp;amp; الطريق">', 'الجسر &amp; الطريق'],
  ['date', '<meta property="article:published_time" content="2020-02-03">', '2020-02-03'],
  ['date', '<meta name="DC.date.issued" content="2020-02-03">', '2020-02-03'],
  ['publisher', '<meta property="og:site_name" content=" الضفاف ">', 'الضفاف'],
  ['author', '<meta name="author" content="هالة الربضي">', 'هالة الربضي'],
  [
    'author',
    '<meta name="author" content="https://a.example/x"><meta name="dc.creator" content="ليث">',
    'ليث',
  ],
  ['language', '<meta property="og:locale" content="ar_AR">', 'ar'],
  ['language', '<meta http-equiv="Content-Language" content="ar-JO">', 'ar-JO'],
  ['url', '<link rel="canonical" href="https://a.example/1">', 'https://a.example/1'],
  ['url', '<link rel="canonical" href="javascript:alert(1)">', undefined],
] as const)('%s: %s', (field, head, value) => {
  expect(page(head)[field]?.trim()).toBe(value);
});

test('a time and a link of the page itself say date and author', () => {
  const { date, author } = page(
    '',
    '<time datetime="2020-02-03T10:00:00Z">أمس</time><a rel="author" href="/h"> هالة  الربضي</a>',
  );
  expect([date, author]).toEqual(['2020-02-03T10:00:00Z', 'هالة الربضي']);
});

const block = (value: unknown) => describedArticle([JSON.stringify(value)]);

test('JSON-LD is found wherever an article stands in it', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'الجسر',
    author: { name: 'هالة' },
    publisher: ['الضفاف'],
  };
  const found = { headline: 'الجسر', author: 'هالة', publisher: 'الضفاف' };
  expect(block(article)).toMatchObject(found);
  expect(block([{ '@type': 'WebPage' }, article])).toMatchObject(found);
  expect(block({ '@graph': [{ '@type': 'Organization' }, article] })).toMatchObject(found);
  expect(block({ '@type': 'WebPage', mainEntity: article })).toMatchObject(found);
  expect(block({ ...article, '@type': ['Thing', 'http://schema.org/ReportageNewsArticle'] })).toMatchObject(
    found,
  );
  expect(block({ '@type': 'Person', name: 'هالة' })).toEqual({});
});

test.each([
  '',
  '{',
  'null',
  '[[[[[[[[[[[[]]]]]]]]]]]]',
  '{"__proto__": {"@type": "NewsArticle", "headline": "x"}}',
  '{"@type": "NewsArticle", "__proto__": {"headline": "x"}, "constructor": {"name": "y"}}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
])('a block that is broken or attacks gives nothing', (text) => {
  expect(describedArticle([text.slice(0, 60_000)]).headline).toBeUndefined();
  expect(({} as { headline?: string }).headline).toBeUndefined();
});

test.each([
  '<!-- {"@type": "Article", "headline": "الجسر"} -->',
  '//<![CDATA[\n{"@type": "Article", "headline": "الجسر"}\n//]]>',
  '{"@type": "Article", "headline": "الجسر",}',
  '{"@type": "Article", "headline": "الجسر"};',
  '{"@type": "Article", "description": "سطر\nوسطر", "headline": "الجسر"}',
])('a block with a common fault is read: %s', (text) => {
  expect(describedArticle([text])).toMatchObject({ headline: 'الجسر' });
});

test('a body in JSON-LD counts when the page has much less', () => {
  const body = PARAGRAPHS.join('\n');
  const script = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`;
  const fields = readPage(
    `<html><head>${script}</head><body><div id="app"><p>جار التحميل</p></div></body></html>`,
  );
  expect(fields).toMatchObject({ body });
});

test('nesting of any depth is read, and quickly', () => {
  for (const depth of [100, 250, 1900, 100_000]) {
    const html = `<html><body>${'<div>'.repeat(depth)}<p>${PARAGRAPHS[0]}</p>${'</div>'.repeat(depth)}</body></html>`;
    expect(readPage(html)).toMatchObject({ body: PARAGRAPHS[0] });
  }
  expect(() => outlineOf('<b>'.repeat(3000))).toThrow(TooDeep);
  expect(readPage('<b>'.repeat(300_000))).toMatchObject({ refused: 'no-text' });
});

test('a page of a megabyte is read whole', () => {
  const many = 8000;
  const html = `<html><body>${`<p>${PARAGRAPHS[0]}</p>`.repeat(many)}</body></html>`;
  expect((readPage(html) as Fields).body.split('\n').length).toBe(many);
}, 60_000);

test('nothing is run, and what no reader sees is not read', () => {
  const { body } = page(
    '<script>globalThis.polluted = 1</script>',
    '<script>globalThis.polluted = 1</script><style>نمط</style><!-- تعليق --><template>قالب</template>',
  );
  expect(body.split('\n')).toEqual(PARAGRAPHS);
  expect((globalThis as { polluted?: number }).polluted).toBeUndefined();
});

test('no markup is too broken', () => {
  const token = fc.constantFrom(
    '<p>',
    '</p>',
    '<div',
    '>',
    '<!--',
    '-->',
    '<script>',
    '</',
    '&#x1F44D;',
    '&',
    '"',
    '<table><tr>',
    'نص',
    ' ',
    '<h1>',
    '<meta content="',
    '<![CDATA[',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
      const fields = readPage(tokens.join(''));
      expect('refused' in fields || fields.body.trim() !== '').toBe(true);
    }),
  );
});

test.each([
  ['<meta charset="windows-1256">', 'windows-1256'],
  ['<META http-equiv=Content-Type content="text/html; charset=ISO-8859-6">', 'ISO-8859-6'],
  ['<?xml version="1.0" encoding="cp1256"?><html>', 'cp1256'],
  ['\ufeff<meta charset=utf-8 >', 'utf-8'],
  ['<meta charset="utf-16">', 'utf-8'],
  ['<p>charset=utf-8</p>', undefined],
])('%s declares %s', (markup, encoding) => {
  expect(declaredIn(Buffer.from(markup))).toBe(encoding);
});

test.each([
  ['<!DOCTYPE html><p>', true],
  ['<?xml version="1.0"?>\n<!-- x --><html xmlns="http://www.w3.org/1999/xhtml">', true],
  ['<div>نص</div>', true],
  ['<rss version="2.0">', false],
  ['<article xmlns="http://docbook.org/ns/docbook">', false],
  ['نص <p>', false],
])('%s is a page: %s', (text, expected) => {
  expect(isPage(text)).toBe(expected);
});
