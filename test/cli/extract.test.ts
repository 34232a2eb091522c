/**
 * `isnad extract`: files, folders, standard input, the result folder, the summary, and the same bytes each time.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONTEXT, contextFile } from '../../output/context.js';
import { ARTICLES, isnad, objectsIn, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
const SENTENCE = 'قال وزير النقل سامر العبدلات إن الجسر آمن.\n';
mkdirSync(path.join(cwd, 'news/west'), { recursive: true });
writeFileSync(path.join(cwd, 'news/b.txt'), SENTENCE);
writeFileSync(path.join(cwd, 'news/west/a.txt'), `\uFEFF${SENTENCE}`);
writeFileSync(path.join(cwd, 'news/empty.txt'), '');
writeFileSync(path.join(cwd, 'news/notes.md'), 'no article');

test('a folder goes to the standard output, one object a line, in the order of the paths', () => {
  const { status, stdout, stderr } = isnad(['extract', 'news'], { cwd });
  expect([status, stdout.endsWith('}\n')]).toEqual([0, true]);
  const articles = objectsIn(stdout);
  expect(articles.map(({ identifier }) => identifier)).toEqual(['b', 'empty', 'a']);
  expect(articles[0]['@context']).toEqual(CONTEXT);
  expect(articles[0].generatedBy).toMatch(/^urn:isnad:extractor:sha256:/u);
  expect(articles[0].textDigest).toBe(articles[2].textDigest);
  expect(articles[0].id).not.toBe(articles[2].id);
  expect(stderr).toMatch(/^articles +3$/mu);
});

test('a file, the same file in its folder and --quiet', () => {
  const { status, stdout, stderr } = isnad(['extract', 'news/b.txt', '--quiet'], { cwd });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`${isnad(['extract', 'news'], { cwd }).stdout.split('\n')[0]}\n`);
});

test('the standard input is an article', () => {
  const { status, stdout } = isnad(['extract', '-', '--with-text'], { cwd, input: SENTENCE });
  expect(status).toBe(0);
  expect(objectsIn(stdout)).toMatchObject([{ identifier: 'stdin', articleBody: SENTENCE }]);
});

test('a folder for the result holds the articles and their context, and nothing else', () => {
  const { status, stdout, stderr } = isnad(['extract', 'news', '--out', 'result/deep'], { cwd });
  expect([status, stdout]).toEqual([0, '']);
  const result = path.join(cwd, 'result/deep');
  expect(readdirSync(result).sort()).toEqual(['articles.ndjsonld', 'context.jsonld']);
  expect(readFileSync(path.join(result, 'context.jsonld'), 'utf8')).toBe(contextFile());
  const [article] = objectsIn(readFileSync(path.join(result, 'articles.ndjsonld'), 'utf8'));
  expect(article['@context']).toBe('context.jsonld');
  expect(stderr).toMatch(/^result +result\/deep\/articles\.ndjsonld$/mu);
});

test('two runs give the same bytes, and the summary counts them', () => {
  const [first, second] = [1, 2].map(() => isnad(['extract', ARTICLES], { cwd }));
  expect(first.stdout).toBe(second.stdout);
  const articles = objectsIn(first.stdout);
  const entities = articles.flatMap(({ mentions }) => (mentions ?? []) as { type: string }[]);
  const count = (type: string) => entities.filter((entity) => entity.type === type).length;
  const quotations = articles.flatMap((article) => (article.quotations ?? []) as { kind: string }[]);
  const direct = quotations.filter(({ kind }) => kind === 'direct').length;
  const line = (label: string) => first.stderr.split('\n').find((one) => one.startsWith(label));
  expect(line('articles')).toMatch(new RegExp(` ${articles.length}$`, 'u'));
  expect(line('people')).toMatch(new RegExp(` ${count('Person')}$`, 'u'));
  expect(line('organizations')).toMatch(new RegExp(` ${count('Organization')}$`, 'u'));
  expect(line('places')).toMatch(new RegExp(` ${count('Place')}$`, 'u'));
  expect(line('quotations')).toMatch(new RegExp(` ${quotations.length} \\(.*direct ${direct}\\b`, 'u'));
  expect(line('without a speaker')).toBeDefined();
  expect(line('problems')).toBeDefined();
  expect(line('read')).toMatch(/0\.0\d MB in [\d.]+ s, [\d.]+ MB\/s$/u);
  expect(line('result')).toMatch(/standard output$/u);
});

test('broken inputs give the problems that are expected of them', () => {
  const folder = path.resolve('fixtures/broken');
  const texts = readdirSync(folder).flatMap((name) => (name.endsWith('.txt') ? path.join(folder, name) : []));
  const articles = objectsIn(isnad(['extract', ...texts, '--quiet'], { cwd }).stdout);
  const found = articles.map(({ identifier, problems }) => {
    const codes = ((problems ?? []) as { code: string }[]).map(({ code }) => code);
    return [identifier, [...new Set(codes)].sort()];
  });
  const expected = articles.map(({ identifier }) => {
    const file = path.join(folder, `${identifier}.expected.json`);
    return [identifier, JSON.parse(readFileSync(file, 'utf8')).problems];
  });
  expect(found).toEqual(expected);
  // The English one is passed over.
  expect(found.length).toBe(texts.length - 1);
});
