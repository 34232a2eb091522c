/** What the README shows of the program is what the program prints of the article quoted there. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isnad, temporaryFolder } from './isnad.js';

const readme = readFileSync('README.md', 'utf8');
const blocks = readme.split('```');
const file = path.join(temporaryFolder(), 'article.txt');
const quoted = readme.split('\n').filter((line) => line.startsWith('>'));
writeFileSync(file, `${quoted.map((line) => line.replace(/^> ?/u, '')).join('\n')}\n`);

/** What a command prints, without the signs that keep right-to-left names apart on a terminal. */
function printed(...command: readonly string[]): string {
  return isnad([...command.slice(0, 1), file, ...command.slice(1)])
    .stdout.replace(/[\u2068\u2069]/gu, '')
    .trim();
}

test('`isnad show`', () => {
  expect(blocks[1].trim()).toBe(printed('show'));
});

test('a quotation in the output', () => {
  const { id, quotations } = JSON.parse(printed('extract', '--quiet'));
  expect(JSON.parse(blocks[3].replace('json', '').replaceAll('…#', `${id}#`))).toEqual(quotations[0]);
});

test('`isnad explain`', () => {
  expect(blocks[5].trim()).toBe(printed('explain', '--quotation', '1'));
});
