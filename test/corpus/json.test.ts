/** JSON in all its shapes: where the records are, which fields are taken, and what is wrong with a value that gives none. */
import { folderOfInputs, recordsOf, textsOf } from './input.js';

const fileWith = folderOfInputs();
const articlesOf = async (name: string, value: unknown, options = {}) =>
  (await recordsOf(fileWith(name, typeof value === 'string' ? value : JSON.stringify(value)), options)).map(
    (record) => (record.kind === 'article' ? record.article : record),
  );

const ONE = { id: 4, title: 'افتتاح الجسر', text: 'افتتح الوزير الجسر.' };
const ARTICLE = { identifier: '4', headline: 'افتتاح الجسر', text: 'افتتاح الجسر\n\nافتتح الوزير الجسر.' };

test.each([
  ['one object', ONE],
  ['an array', [ONE]],
  ['an object that holds an array', { total: 1, articles: [ONE] }],
  ['an array within an object within', { response: { status: 'ok', docs: [ONE] } }],
  ['an array under a name of its own', { meta: { tags: [{ name: 'اقتصاد' }] }, أخبار: [ONE] }],
  ['a search engine', { hits: { total: 1, hits: [{ _index: 'n', _source: ONE }] } }],
  ['a linked graph', { '@graph': [{ '@type': 'Organization', name: 'صحيفة' }, ONE] }],
  ['objects behind one another', `${JSON.stringify(ONE, null, 2)}\n`],
])('%s', async (_, value) => {
  expect(await articlesOf('a.json', value)).toMatchObject([ARTICLE]);
});

test('one object over several lines, several of them, and a mark in the middle', async () => {
  const pretty = JSON.stringify(ONE, null, 2);
  expect(await articlesOf('b.json', `\ufeff${pretty}\n\ufeff${pretty}`)).toMatchObject([ARTICLE, ARTICLE]);
});

test('fields by dotted paths, through objects and lists, and keys that have dots themselves', async () => {
  const value = { a: { b: ['x', { c: 'متن' }] }, 'h.t': 'عنوان', key: { $oid: '5f' } };
  const fields = { text: 'a.b.1.c', title: 'h.t', id: 'key' };
  expect(await articlesOf('c.json', value, { fields })).toMatchObject([
    { identifier: '5f', headline: 'عنوان', text: 'عنوان\n\nمتن' },
  ]);
});

test('fields by their usual names, in English and in Arabic', async () => {
  const values = [
    { headline: 'ع', articleBody: 'م', datePublished: '2024-03-05', author: [{ name: 'أ' }, { name: 'ب' }] },
    { العنوان: 'ع', 'نص الخبر': 'م', التاريخ: '٢٠٢٤-٠٣-٠٥', الكاتب: 'أ, ب' },
    { title: { rendered: 'ع' }, content: { rendered: '<p>م</p>' }, date: '2024/03/05', by: ['أ', 'ب'] },
  ];
  const wanted = { headline: 'ع', text: 'ع\n\nم', datePublished: '2024-03-05', author: 'أ, ب' };
  expect(await articlesOf('d.json', values)).toMatchObject([wanted, wanted, wanted]);
});

test('keys that objects inherit from are keys like others', async () => {
  const line = '{"__proto__":{"text":"سم"},"constructor":"x","text":"متن","id":"__proto__"}';
  expect(await articlesOf('e.json', line)).toMatchObject([{ identifier: '__proto__', text: 'متن' }]);
  expect(await articlesOf('e.json', line, { fields: { text: '__proto__.text' } })).toMatchObject([
    { text: 'سم' },
  ]);
  expect(await articlesOf('e.json', '{"a":1}', { fields: { text: 'constructor.name' } })).toMatchObject([
    { kind: 'refused', reason: 'no-text' },
  ]);
  expect(({} as { text?: string }).text).toBeUndefined();
});

test('what gives no article says why, and spoils no other', async () => {
  const broken = `[${JSON.stringify(ONE)}, {"text": "غير}, 5, "x", null, [1], {"n":1}, {"text":""}]`;
  const records = await recordsOf(fileWith('f.json', broken.replace('"غير}', '"غير"x}')));
  expect(records.map((record) => (record.kind === 'refused' ? record.reason : record.kind))).toEqual([
    ...['article', 'malformed', 'malformed', 'malformed', 'malformed', 'malformed', 'no-text', 'no-text'],
  ]);
  expect(records[6]).toMatchObject({
    message: expect.stringMatching(/f\.json: record 6: no field .* \(it has n\)/u),
  });
});

test('an array that ends too early gives what is whole, and says so', async () => {
  const records = await recordsOf(fileWith('g.json', JSON.stringify([ONE, ONE]).slice(0, -20)));
  expect(records.map(({ kind }) => kind)).toEqual(['article', 'refused']);
  expect(records[1]).toMatchObject({ reason: 'truncated' });
});

test('nesting of any depth harms nobody', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(await articlesOf('h.json', `[{"text":"متن","deep":${deep}},${deep}]`)).toMatchObject([
    { text: 'متن' },
    { kind: 'refused' },
  ]);
  const wide = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  expect(await articlesOf('h.json', wide)).toMatchObject([{ kind: 'refused', reason: 'no-text' }]);
});

test('HTML becomes text and references become characters, once', async () => {
  const texts = [
    '<p>قال: &quot;نعم&quot;</p><p>ثم&nbsp;انصرف &amp;lt;</p>',
    'قال: &#34;نعم&#34; &amp;lt;\nثم',
    'أ < ب',
  ];
  const records = await recordsOf(fileWith('i.json', JSON.stringify(texts.map((text) => ({ text })))));
  expect(textsOf(records)).toEqual(['قال: "نعم"\nثم انصرف &lt;', 'قال: "نعم" &lt;\nثم', 'أ < ب']);
});

test('ninjs of three versions', async () => {
  const wanted = {
    identifier: 'urn:n:1',
    headline: 'ع',
    text: 'ع\n\nم',
    datePublished: '2024-03-05T10:00:00Z',
    publisher: 'وكالة',
    author: 'أ',
    inLanguage: 'ar',
  };
  const shared = { uri: 'urn:n:1', type: 'text', language: 'ar' };
  const one = {
    ...{
      ...shared,
      versioncreated: '2024-03-05T10:00:00Z',
      headline: 'ع',
      byline: 'أ',
      copyrightholder: 'وكالة',
    },
    body_xhtml: '<p>م</p>',
  };
  const three = {
    ...{ ...shared, versionCreated: '2024-03-05T10:00:00Z', by: 'أ' },
    headlines: [
      { role: 'short', value: 'ق' },
      { role: 'main', value: 'ع' },
    ],
    bodies: [
      { contentType: 'text/html', value: '<p>x</p>' },
      { contentType: 'text/plain', value: 'م' },
    ],
    infosources: [{ role: 'publisher', name: 'وكالة' }],
  };
  expect(await articlesOf('j.json', one)).toMatchObject([wanted]);
  expect(await articlesOf('k.json', [three])).toMatchObject([wanted]);
});

test('a feed in JSON tells its items who publishes them', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'صحيفة',
    items: [{ id: '1', content_html: '<p>م</p>', date_published: '2024-03-05T10:00:00Z' }],
  };
  expect(await articlesOf('l.json', feed)).toMatchObject([
    { identifier: '1', text: 'م', publisher: 'صحيفة' },
  ]);
});
