/** SGML: documents that are written carelessly, and one that has no elements at all. */
import { sgmlDocuments } from '../../../corpus/formats/sgml-documents.js';
import { folderOfInputs, recordsOf } from '../input.js';

const fileWith = folderOfInputs();
const articlesIn = async (content: string, options = {}) =>
  (await recordsOf(fileWith('a.sgm', content), options)).map((record) =>
    record.kind === 'article' ? record.article : record,
  );

test('a document without an end ends where the next begins', async () => {
  const content =
    '<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>متن أول</TEXT>\n<DOC>\n<DOCNO>2</DOCNO>\n<TEXT>متن ثان</TEXT>\n</DOC>';
  expect(await articlesIn(content)).toMatchObject([
    { identifier: '1', text: 'متن أول' },
    { identifier: '2', text: 'متن ثان' },
  ]);
});

test('paragraphs that nobody closes, lines that end anywhere, references', async () => {
  const content =
    '<doc id=A.1 type=story>\n<headline>\nعنوان\n</headline>\n<text>\n<p>\nسطر\nأول &amp; آخر\n<p>\nسطر &quot;ثان&quot;\n</text>\n</doc>\n';
  expect(await articlesIn(content)).toMatchObject([
    { identifier: 'A.1', text: 'عنوان\n\nسطر أول & آخر\nسطر "ثان"' },
  ]);
});

test('a document that is its own text', async () => {
  const content = '<doc id="12" url="https://a.b/12" title="الجسر">\nالجسر\n\nنص الجسر\nسطر\n\n</doc>\n';
  expect(await articlesIn(content)).toMatchObject([
    { identifier: '12', url: 'https://a.b/12', headline: 'الجسر', text: 'الجسر\n\nنص الجسر سطر' },
  ]);
});

test('what options name, what has no text, and what is cut', async () => {
  const content =
    '<DOC><DOCNO>1</DOCNO><SAID>متن</SAID><SOURCE>وكالة</SOURCE></DOC><DOC><DOCNO>2</DOCNO></DOC><DOC><TEXT>مت';
  expect(await articlesIn(content, { fields: { text: 'SAID' } })).toMatchObject([
    { identifier: '1', text: 'متن', publisher: 'وكالة' },
    { kind: 'refused', reason: 'no-text' },
    { kind: 'refused', reason: 'truncated' },
  ]);
});

test('documents are the same in pieces of any size', async () => {
  const bytes = Buffer.from('x<DOC a><DOCNO>1</DOCNO></DOC >y<doc>b<DOCUMENT></doc><DOC>c');
  const whole = await documentsOf(bytes, bytes.length);
  expect(whole).toEqual(['<DOC a><DOCNO>1</DOCNO></DOC >', '<doc>b<DOCUMENT></doc>', '<DOC>c']);
  for (let size = 1; size < bytes.length; size++) expect(await documentsOf(bytes, size)).toEqual(whole);
});

async function documentsOf(bytes: Buffer, size: number): Promise<readonly (string | undefined)[]> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: (string | undefined)[] = [];
  for await (const document of sgmlDocuments(pieces(), 1000)) found.push(document.bytes?.toString());
  return found;
}
