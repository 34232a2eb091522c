/**
 * Finding articles: what counts, in which order, under which names, and what is refused.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { articleAt, listArticles } from '../../corpus/list.js';

const root = mkdtempSync(path.join(tmpdir(), 'isnad-list-'));
const at = (...names: string[]) => path.join(root, ...names);

beforeAll(() => {
  for (const folder of ['news/west', 'other', 'bare/empty', '.hidden']) {
    mkdirSync(at(folder), { recursive: true });
  }
  const files = [
    'news/b.txt',
    'news/a.TXT',
    'news/west/a.b.txt',
    'news/.note.txt',
    'news/notes.md',
    'other/b.txt',
    'feed.json',
  ];
  for (const file of files) writeFileSync(at(file), 'نص');
  symlinkSync(at('news'), at('news/west/again'));
  symlinkSync(at('absent'), at('news/broken-link'));
});
afterAll(() => rmSync(root, { recursive: true }));

test('a folder gives its texts at any depth, in the order of their paths', () => {
  expect(listArticles([at('news')])).toEqual([
    { path: at('news/a.TXT'), source: 'a.TXT', identifier: 'a', size: 4 },
    { path: at('news/b.txt'), source: 'b.txt', identifier: 'b', size: 4 },
    { path: at('news/west/a.b.txt'), source: 'west/a.b.txt', identifier: 'a.b', size: 4 },
  ]);
});

test('a file has the same source alone and within its folder, and counts once', () => {
  expect(listArticles([at('news/b.txt')])).toEqual([listArticles([at('news')])[1]]);
  expect(listArticles([at('news'), at('news/b.txt'), at('news', '.', 'b.txt')])).toEqual(
    listArticles([at('news')]),
  );
});

test('files of one name are told apart by the whole path, whatever the order', () => {
  const files = listArticles([at('other'), at('news')]);
  expect(files.map(({ source }) => source)).toEqual([
    'a.TXT',
    at('news/b.txt'),
    'west/a.b.txt',
    at('other/b.txt'),
  ]);
  expect(listArticles([at('news'), at('other')])).toEqual(files);
});

test('a hyphen is the standard input', () => {
  expect(listArticles(['-', '-'])).toEqual([{ path: '-', source: '-', identifier: 'stdin' }]);
});

test.each([
  ['absent', /absent: there is no such file or folder; check the name$/u],
  ['news/b.txt/c', /c: there is no such file or folder; check the name$/u],
  ['bare', /bare: holds no article; give a folder with texts, feeds or tables in it$/u],
])('%s is refused', (name, message) => {
  expect(() => listArticles([at('news'), at(name)])).toThrow(message);
});

test('one article is asked for, not a folder', () => {
  expect(articleAt(at('news/b.txt')).identifier).toBe('b');
  expect(() => articleAt(at('news'))).toThrow(/news: is a folder; name one article in it$/u);
});
