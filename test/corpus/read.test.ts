/**
 * Reading: the order of the files is kept however many are read at once, large files are cut, and a file that
 * has gone in the meantime is an error of its own turn.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { articleAt, listArticles } from '../../corpus/list.js';
import { readArticle, readArticles } from '../../corpus/read.js';

const root = mkdtempSync(path.join(tmpdir(), 'isnad-read-'));
afterAll(() => rmSync(root, { recursive: true }));

const names = Array.from({ length: 100 }, (_, index) => `${String(index).padStart(3, '0')}.txt`);
for (const name of names) writeFileSync(path.join(root, name), `خبر ${name}`);

test('articles come in the order of the files', async () => {
  const read: string[] = [];
  for await (const { record } of readArticles(listArticles([root]))) read.push(record.article.text);
  expect(read).toEqual(names.map((name) => `خبر ${name}`));
});

test('an article has the name and the source of its file, and no headline', async () => {
  const { article, bytes } = (await readArticle(articleAt(path.join(root, '007.txt')))).record;
  expect(article).toEqual({ identifier: '007', source: '007.txt', text: 'خبر 007.txt' });
  expect(bytes).toBe(14);
});

test('of a larger file only the beginning is read', async () => {
  const file = articleAt(path.join(root, '007.txt'));
  const { article, problems, bytes } = (await readArticle(file, { largestRecord: 5 })).record;
  expect([article.text, bytes]).toEqual(['خب', 5]);
  expect(problems.map(({ code }) => code)).toEqual(['work-budget']);
});

test('a file that has gone is an error, after those before it', async () => {
  const files = listArticles([root]).map((file, index) =>
    index === 50 ? { ...file, path: `${file.path}.gone` } : file,
  );
  let read = 0;
  const reading = async () => {
    for await (const _ of readArticles(files)) read++;
  };
  await expect(reading()).rejects.toThrow(/050\.txt\.gone: there is no such file/u);
  expect(read).toBe(50);
});
