/** `isnad init`: the pack that it makes is sound, and its README leads to a rule, word by word. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../../index.js';
import { isnad, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
const env = { ...process.env, ISNAD_CACHE: temporaryFolder(), CI: '' };
const pack = path.join(cwd, 'My Desk');
const check = () => isnad(['check', '--rules', '.'], { cwd: pack, env });

test('it makes a pack that passes at once', () => {
  const { status, stdout, stderr } = isnad(['init', 'My Desk'], { cwd });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('npx isnad check --rules .');
  expect(readdirSync(cwd)).toEqual(['My Desk']);
  expect(readdirSync(pack).sort()).toEqual(
    ['.github', '.gitignore', 'README.md', 'articles', 'floors.json', 'gold', 'names', 'pack.yaml']
      .concat(['package.json', 'patterns', 'rules.test.js'])
      .concat(['rule.schema.json', 'pack.schema.json', 'gold.schema.json'])
      .sort(),
  );
  const manifest = JSON.parse(readFileSync(path.join(pack, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ name: 'my-desk', devDependencies: { isnad: `^${VERSION}` } });
  expect(readFileSync(path.join(pack, 'README.md'), 'utf8')).toMatch(/^# My Desk$/mu);
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^nothing is wrong$/mu) });
});

test('what its README says to write gives what its README says is printed', () => {
  const readme = readFileSync(path.join(pack, 'README.md'), 'utf8');
  const [rule, nearMiss, example] = blocks(readme, 'yaml');
  const [oneNearMiss, noExample] = blocks(readme, '').filter((block) => block.startsWith('patterns/'));
  const [sentence] = /(?<=echo ")[^"]+/u.exec(readme) as RegExpExecArray;
  writeFileSync(path.join(pack, 'try.txt'), `${sentence}\n`);
  const show = () => isnad(['show', 'try.txt', '--rules', '.'], { cwd: pack, env }).stdout;
  expect(show()).toContain('Nobody is named here');

  const file = path.join(pack, 'patterns/person/photographed-by.yaml');
  writeFileSync(file, rule);
  expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining(oneNearMiss) });
  writeFileSync(file, rule + nearMiss);
  expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining(noExample) });
  writeFileSync(file, (rule + nearMiss).replace('nearMisses:', `${example}nearMisses:`));
  const warned = check();
  expect(warned.status).toBe(0);
  expect(warned.stdout).toContain('the rule fires in no article');
  expect(show()).toContain('دورسينا كلاوتن');

  renameSync(path.join(pack, 'try.txt'), path.join(pack, 'articles/002-sunset.txt'));
  const draft = ['gold', 'new', 'articles/002-sunset.txt', '--rules', '.', '--out', 'gold/002-sunset.yaml'];
  expect(readme).toContain(`npx isnad ${draft.join(' ')}`);
  expect(isnad(draft, { cwd: pack, env }).status).toBe(0);
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^nothing is wrong$/mu) });
}, 60_000);

test('it fills an empty folder, and leaves one alone that holds something, or is none', () => {
  mkdirSync(path.join(cwd, 'empty/.git'), { recursive: true });
  expect(isnad(['init', '.'], { cwd: path.join(cwd, 'empty') })).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(path.join(cwd, 'empty')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(existsSync(path.join(cwd, 'empty/pack.yaml'))).toBe(true);
  const before = readdirSync(cwd);
  writeFileSync(path.join(cwd, 'note.txt'), 'mine');
  for (const [folder, reason] of [
    ['empty', 'is not empty; give the name of a new folder'],
    ['note.txt', 'is no folder; give the name of a new one'],
  ])
    expect(isnad(['init', folder], { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr: `isnad: ${folder}: ${reason}\n`,
    });
  expect(readdirSync(cwd)).toEqual([...before, 'note.txt'].sort());
});

/** Blocks of code of a page, without the blanks before their lines. */
function blocks(page: string, language: string): readonly string[] {
  const found = page.matchAll(/^( *)```(\w*)\n(.*?)^\1```$/gmsu);
  return [...found]
    .filter(([, , name]) => name === language)
    .map(([, indent, , text]) => text.replaceAll(new RegExp(`^${indent}`, 'gmu'), ''));
}
