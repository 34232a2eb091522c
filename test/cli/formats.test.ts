/** The options of reading as a person gives them: which field, which record, and what is said of what gave no article. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isnad, objectsIn, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
const put = (name: string, content: string | Uint8Array) => writeFileSync(path.join(cwd, name), content);
mkdirSync(path.join(cwd, 'corpus'));
put(
  'corpus/a.jsonl',
  '{"n":{"k":5},"data":{"words":["قال وزير النقل سامر العبدلات إن الجسر آمن."]},"at":"Sun, 12 May 2024 09:30:00 GMT"}\nليس\n' +
    '{"data":{"words":["This is an English article about a bridge and nothing else."]}}\n',
);
put('corpus/b.csv', 'id,title,body\n1,الجسر,قالت المديرة رباب السنديان إن الجسر آمن.\n');
put('corpus/picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000010', 'hex'));
put('corpus/.hidden.txt', 'مخفي');
put('corpus/README.md', '# notes');

const FIELDS = ['--text-field', 'data.words.0', '--id-field', 'n.k', '--date-field', 'at'];

test('fields by paths, and all that gave no article is counted and named', () => {
  const { status, stdout, stderr } = isnad(['extract', 'corpus/a.jsonl', ...FIELDS, '--with-text'], { cwd });
  expect(status).toBe(0);
  expect(objectsIn(stdout)).toMatchObject([
    {
      identifier: '5',
      articleBody: 'قال وزير النقل سامر العبدلات إن الجسر آمن.',
      datePublished: '2024-05-12T09:30:00Z',
    },
  ]);
  expect(stderr).toMatch(/^not readable +1 \(malformed 1\)$/mu);
  expect(stderr).toMatch(/^not in Arabic +1 \(en 1\)$/mu);
  expect(stderr).toMatch(/^ {2}corpus\/a\.jsonl: record 1: is no sound JSON; check how it was written$/mu);
});

test('a folder gives all formats, and says which files are none', () => {
  const { stdout, stderr } = isnad(['extract', 'corpus'], { cwd });
  expect(objectsIn(stdout)).toMatchObject([{ identifier: '1', headline: 'الجسر' }]);
  expect(stderr).toMatch(/^no articles in +2 files \(corpus\/README\.md, corpus\/picture\)$/mu);
});

test('other languages are kept when a person wants them', () => {
  const { stdout } = isnad(['extract', 'corpus/a.jsonl', ...FIELDS, '--all-languages', '--quiet'], { cwd });
  expect(objectsIn(stdout)).toHaveLength(2);
});

test('one article of many is shown by its number or its identifier', () => {
  const byNumber = isnad(['show', 'corpus/a.jsonl', ...FIELDS, '--record', '0'], { cwd });
  const byId = isnad(['show', 'corpus/a.jsonl', ...FIELDS, '--id', '5'], { cwd });
  expect(byNumber.stdout).toContain('الجسر آمن');
  expect(byId.stdout).toBe(byNumber.stdout);
  const explained = isnad(['explain', 'corpus/a.jsonl', ...FIELDS, '--id', '5', '--mention', '1'], { cwd });
  expect(explained.stdout).toMatch(/^mention 1: /mu);
});

test.each([
  [['show', 'corpus/a.jsonl', ...FIELDS], /holds several articles; say which with --record N or --id ID$/u],
  [['show', 'corpus/a.jsonl', '--record', '9'], /has no record 9; records are counted from 0$/u],
  [['show', 'corpus/a.jsonl', '--id', 'x'], /has no article with the id x; check it$/u],
  [['show', 'corpus/a.jsonl', '--record', '1'], /record 1: is no sound JSON; check how it was written$/u],
  [
    ['extract', 'corpus/b.csv', '--format', 'pdf'],
    /^isnad: --format pdf: is no format; give one of text, jsonl, /u,
  ],
  [['extract', 'corpus/picture'], /picture: is of no known format; give one of text, /u],
])('%j', (arguments_, message) => {
  const { status, stderr } = isnad(arguments_, { cwd });
  expect(status).toBe(2);
  expect(stderr.trimEnd()).toMatch(message);
});
