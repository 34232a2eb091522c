/**
 * Files that appear whole or not at all.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stageFile } from '../../corpus/staged-file.js';

const root = mkdtempSync(path.join(tmpdir(), 'isnad-staged-'));
const target = path.join(root, 'result.txt');
afterEach(() => {
  for (const name of readdirSync(root)) rmSync(path.join(root, name));
});
afterAll(() => rmSync(root, { recursive: true }));

test('a file has its name only when it is published', () => {
  writeFileSync(target, 'old');
  const file = stageFile(target);
  const text = 'سطر\n'.repeat(40_000);
  file.write(text);
  file.write('😀');
  file.seal();
  expect(readFileSync(target, 'utf8')).toBe('old');
  file.publish();
  file.discard();
  expect(readFileSync(target, 'utf8')).toBe(`${text}😀`);
  expect(readdirSync(root)).toEqual(['result.txt']);
});

test('a discarded file leaves nothing', () => {
  const file = stageFile(target);
  file.write('نص');
  file.discard();
  expect(readdirSync(root)).toEqual([]);
});
