/**
 * What goes wrong: one clear line on the standard error, the exit code, and nothing half-written.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ARTICLES, isnad, MAIN, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
chmodSync(cwd, 0o755);
writeFileSync(path.join(cwd, 'a.txt'), 'قال وزير النقل سامر العبدلات إن الجسر آمن.\n');
writeFileSync(path.join(cwd, 'picture.txt'), Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
mkdirSync(path.join(cwd, 'bare'));

const lines = (text: string) => text.trimEnd().split('\n');

test.each([
  [['extract', 'absent.txt'], /^isnad: absent\.txt: there is no such file or folder; check the name$/u],
  [
    ['extract', 'a.txt', 'bare'],
    /^isnad: bare: holds no article; give a folder with texts, feeds or tables in it$/u,
  ],
  [['extract', 'picture.txt'], /^isnad: picture\.txt: is of no known format; give one of text, /u],
  [['extract', ''], /^isnad: '': there is no such file/u],
  [['extract'], /^isnad: missing required argument 'paths'; see isnad --help$/u],
  [['extract', 'a.txt', '--quite'], /^isnad: unknown option '--quite' \(Did you mean --quiet\?\); see/u],
  [['extrac', 'a.txt'], /^isnad: unknown command 'extrac' \(Did you mean extract\?\); see isnad --help$/u],
  [
    ['extract', 'a.txt', '--out', 'a.txt'],
    /^isnad: --out a\.txt: is no folder; name a folder for the result$/u,
  ],
  [['show', 'bare'], /^isnad: bare: is a folder; name one article in it$/u],
  [['explain', 'a.txt'], /^isnad: give one of --at, --quotation and --mention/u],
  [['explain', 'a.txt', '--at', 'x'], /^isnad: option '--at <offset>' argument 'x' is invalid/u],
  [['explain', 'a.txt', '--at', '999'], /^isnad: --at 999: the article has 43 characters; give/u],
  [
    ['explain', 'a.txt', '--quotation', '99'],
    /^isnad: --quotation 99: the article has \d+ quotations; give/u,
  ],
  [['evaluate'], /^isnad: give --gold with a folder of gold files, or --conll with a file/u],
  [['evaluate', '--gold', 'absent'], /^isnad: absent: there is no such gold folder; give/u],
  [
    ['evaluate', '--conll', 'a.txt', '--profile', 'x'],
    /^isnad: --profile is for --conll, and takes one of: anercorp/u,
  ],
  [['evaluate', '--conll', 'absent'], /^isnad: absent: there is no such file or folder; check the name$/u],
  [['evaluate', '--conll', 'a.txt'], /^isnad: a\.txt:1: .* is no word with a tag/u],
])('%j', (arguments_, message) => {
  const { status, stdout, stderr } = isnad(arguments_, { cwd });
  expect(lines(stderr)).toEqual([expect.stringMatching(message)]);
  expect([status, stdout]).toEqual([2, '']);
});

test('a broken rule pack is refused with all its defects before anything is written', () => {
  mkdirSync(path.join(cwd, 'pack/patterns/person'), { recursive: true });
  for (const name of ['one', 'two']) {
    writeFileSync(path.join(cwd, `pack/patterns/person/${name}.yaml`), `id: person/${name}\nsays: [\n`);
  }
  const { status, stderr } = isnad(['extract', 'a.txt', '--rules', 'pack', '--out', 'refused'], { cwd });
  expect(status).toBe(2);
  expect(lines(stderr)[0]).toMatch(/^isnad: the rules have \d+ defects; nothing was read$/u);
  expect(stderr).toMatch(/one\.yaml[\s\S]*two\.yaml/u);
  expect(existsSync(path.join(cwd, 'refused'))).toBe(false);
});

test('a reader that leaves early is no error', async () => {
  const child = spawn(process.execPath, [MAIN, 'extract', ARTICLES, '--quiet'], { cwd });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, stderr]).toEqual([0, '']);
});

test('a full device is said in one line', () => {
  if (!existsSync('/dev/full')) return;
  const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'extract', 'a.txt'], {
    cwd,
    stdio: [...stdio],
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    1,
    'isnad: standard output: the disk is full; make room or write elsewhere\n',
  ]);
});

test('a result that the disk refuses leaves the folder as it was', () => {
  if (process.platform === 'win32') return;
  const limited = ['-c', 'ulimit -f 64; exec "$@"', 'sh', process.execPath, MAIN];
  const { status, stderr } = spawnSync('sh', [...limited, 'extract', ARTICLES, '--out', 'full'], {
    cwd,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^isnad: full: the file grew over the limit of this system; [^\n]+\n$/u);
  expect([status, readdirSync(path.join(cwd, 'full'))]).toEqual([1, []]);
});

describe('without permission', () => {
  // To root nothing is forbidden, so root runs the command as nobody, where nobody can reach the program.
  const who = process.getuid?.() === 0 ? { cwd, uid: 65534, gid: 65534 } : { cwd };
  const isPossible = process.platform !== 'win32' && isnad(['--version'], who).status === 0;
  mkdirSync(path.join(cwd, 'locked'), { mode: 0o555 });
  writeFileSync(path.join(cwd, 'secret.txt'), 'نص', { mode: 0 });

  test.each([
    [
      ['extract', 'a.txt', '--out', 'locked'],
      1,
      'locked: may not be written; check its permissions or write elsewhere',
    ],
    [
      ['extract', 'a.txt', '--out', 'locked/new'],
      1,
      'locked/new: may not be written; check its permissions or write elsewhere',
    ],
    [['extract', 'secret.txt'], 2, 'secret.txt: may not be read; check its permissions'],
  ])('%j', (arguments_, exitCode, message) => {
    if (!isPossible) return;
    const { status, stdout, stderr } = isnad(arguments_ as string[], who);
    expect([status, stdout, stderr]).toEqual([exitCode, '', `isnad: ${message}\n`]);
  });
});
