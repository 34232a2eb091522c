/** `isnad diff` and `isnad coverage` as a person calls them: outputs, packs, revisions; pages and what goes wrong. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ARTICLES, isnad, type Outcome, temporaryFolder } from './isnad.js';

const folder = temporaryFolder();
const at = (...names: readonly string[]) => path.join(folder, ...names);
const WITHOUT = at('without');
const BEFORE = at('before');
const AFTER = at('after');
/** A few of the articles, where more would say the same. */
const FEW = at('few');

beforeAll(() => {
  mkdirSync(WITHOUT);
  mkdirSync(FEW);
  for (const name of readdirSync(ARTICLES).sort().slice(0, 12))
    cpSync(path.join(ARTICLES, name), path.join(FEW, name));
  writeFileSync(at('without', 'pack.yaml'), 'says: Without a rule.\nremove:\n  - person/title-name\n');
  expect(isnad(['extract', ARTICLES, '--out', BEFORE, '-q']).status).toBe(0);
  expect(isnad(['extract', ARTICLES, '--out', AFTER, '-q', '--rules', WITHOUT, '--with-text']).status).toBe(
    0,
  );
});

const diff = (...options: readonly string[]) => isnad(['diff', ...options]);
const packs = (...options: readonly string[]) => diff('--rules', WITHOUT, '--texts', ARTICLES, ...options);
const packsOnFew = (...options: readonly string[]) => diff('--rules', WITHOUT, '--texts', FEW, ...options);

describe('two outputs', () => {
  test('one against itself: no difference, whatever its form', () => {
    const lines = readFileSync(path.join(BEFORE, 'articles.ndjsonld'));
    writeFileSync(at('packed.ndjsonld.gz'), gzipSync(lines));
    for (const other of [BEFORE, path.join(BEFORE, 'articles.ndjsonld'), at('packed.ndjsonld.gz')]) {
      const { status, stdout } = diff(BEFORE, other, '--exit-code');
      expect(stdout).toContain('No difference.');
      expect(status).toBe(0);
    }
  });

  test('the same run with inline contexts and in another order is the same', () => {
    const { stdout } = isnad(['extract', ARTICLES, '-q']);
    writeFileSync(at('inline.ndjsonld'), `${stdout.trimEnd().split('\n').reverse().join('\n')}\n`);
    expect(diff(BEFORE, at('inline.ndjsonld')).stdout).toContain('No difference.');
  });

  test('a finished run of parts is read in its order; one that is not finished is refused', () => {
    const run = at('run');
    expect(isnad(['run', ARTICLES, '--out', run, '-q', '--gzip', '--shard-bytes', '9000']).status).toBe(0);
    expect(readdirSync(run).filter((name) => name.endsWith('.ndjsonld.gz')).length).toBeGreaterThan(2);
    expect(diff(BEFORE, run).stdout).toContain('No difference.');
    rmSync(path.join(run, 'part-00001.json'));
    const { status, stderr } = diff(BEFORE, run);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^isnad: \S+run: 1 of \d+ shards are missing; /u);
  });

  test('what differs is told in its sentence, which is in the output or in the texts', () => {
    const { status, stdout } = diff(BEFORE, AFTER);
    expect(status).toBe(0);
    expect(stdout).toMatch(/22 articles compared|\d+ articles compared/u);
    expect(stdout).toContain('person/title-name');
    expect(stdout).toMatch(/⟦[^⟧]+⟧ \S+/u);
    rmSync(at('bare'), { recursive: true, force: true });
    expect(isnad(['extract', ARTICLES, '--out', at('bare'), '-q', '--rules', WITHOUT]).status).toBe(0);
    expect(diff(BEFORE, at('bare')).stdout).not.toMatch(/⟦[^⟧]+⟧ \S+/u);
    expect(diff(BEFORE, at('bare'), '--texts', ARTICLES).stdout).toBe(stdout.replaceAll(AFTER, at('bare')));
  });

  test('an article that stands on one side is told', () => {
    const lines = readFileSync(path.join(BEFORE, 'articles.ndjsonld'), 'utf8').trimEnd().split('\n');
    writeFileSync(at('fewer.ndjsonld'), `${lines.slice(1).join('\n')}\n`);
    const { stdout, status } = diff(BEFORE, at('fewer.ndjsonld'), '--exit-code');
    expect(stdout).toContain('only before: 1');
    expect(stdout).toContain('001-levant-electricity');
    expect(status).toBe(1);
  });
});

describe('two packs', () => {
  let compared: Outcome;
  beforeAll(() => {
    compared = packs('--json', '--exit-code');
  });

  test('the rule that is gone is the only cause', () => {
    const { status, stdout } = compared;
    const { groups, differences, before, after } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(differences).toBeGreaterThan(20);
    expect([...new Set(groups.map(({ by }: { by: string }) => by))]).toEqual(['person/title-name']);
    expect([before, after]).toEqual(['the built-in rules', WITHOUT]);
  });

  test('packs differ as the outputs do that they give', () => {
    const counts = (stdout: string) => JSON.parse(stdout).counts;
    expect(counts(compared.stdout)).toEqual(counts(diff(BEFORE, AFTER, '--json').stdout));
  });

  test('a pack against itself, and the built-in one against itself', () => {
    expect(diff('--rules', WITHOUT, '--rules', WITHOUT, '--texts', FEW).stdout).toContain('No difference.');
    expect(diff('--rules', 'builtin', '--rules', 'builtin', '--texts', FEW).stdout).toContain(
      'No difference.',
    );
  });

  test('only what is asked for is shown, and the rest is counted', () => {
    const lost = JSON.parse(packsOnFew('--json', '--kind', 'mention', '--kind', 'lost').stdout);
    expect(
      lost.groups.map(({ subject, change }: { subject: string; change: string }) => `${subject} ${change}`),
    ).toEqual(['mention lost']);
    expect(lost.leftOut).toBeGreaterThan(0);
    expect(JSON.parse(packsOnFew('--json', '--type', 'Place').stdout).differences).toBe(0);
    expect(JSON.parse(packsOnFew('--json', '--rule', 'place').stdout).differences).toBe(0);
    const { groups } = JSON.parse(packsOnFew('--json', '--rule', 'person', '--limit', '1').stdout);
    expect(groups.length).toBeGreaterThan(0);
    for (const { examples } of groups) expect(examples).toHaveLength(1);
  });

  test('Markdown fits into a pull request and breaks no line of it', () => {
    const { stdout } = packs('--markdown');
    expect(stdout).toMatch(/^### What changes from `the built-in rules` to `/u);
    expect(stdout).toMatch(/^\| mentions \| .*\|$/mu);
    expect(stdout.split('<details>').length).toBe(stdout.split('</details>').length);
    expect(stdout.length).toBeLessThan(25_000);
    expect(stdout.split('\u2068').length).toBe(stdout.split('\u2069').length);
  });

  test('the page needs nothing else, and has both sides right to left', () => {
    const { status, stdout } = packs('--html', at('page.html'));
    expect(status).toBe(0);
    expect(stdout).toContain('person/title-name');
    const page = readFileSync(at('page.html'), 'utf8');
    expect(page).not.toMatch(/https?:|<script|<link|url\(/u);
    expect(page.match(/class="side before"/gu)?.length).toBeGreaterThan(10);
    expect(page.match(/class="side after"/gu)?.length).toBeGreaterThan(10);
    expect(page).toMatch(/<p dir="rtl" lang="ar">[^<]*<mark class="person">[^<]+<\/mark>/u);
    for (const tag of ['div', 'p', 'article', 'details', 'mark'])
      expect(page.split(`<${tag}`).length - 1).toBe(
        page.split(`</${tag}>`).length - 1 + (tag === 'p' ? page.split('<pre').length - 1 : 0),
      );
  });
});

describe('a pack at a revision', () => {
  const project = at('project');
  const git = (...command: readonly string[]) =>
    execFileSync('git', ['-C', project, '-c', 'user.name=a', '-c', 'user.email=a@b', ...command], {
      encoding: 'utf8',
    });

  beforeAll(() => {
    mkdirSync(path.join(project, 'our rules/patterns/person'), { recursive: true });
    const rule = readFileSync('rules/patterns/person/kunya.yaml', 'utf8').replaceAll(
      'person/kunya',
      'person/ours',
    );
    writeFileSync(path.join(project, 'our rules/patterns/person/ours.yaml'), rule);
    writeFileSync(path.join(project, 'our rules/pack.yaml'), 'says: Ours.\n');
    execFileSync('git', ['init', '-q', '-b', 'main', project]);
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    cpSync(path.join(WITHOUT, 'pack.yaml'), path.join(project, 'our rules/pack.yaml'));
    writeFileSync(path.join(project, 'staged'), 'staged work');
    git('add', 'staged');
  });

  const against = (revision: string) =>
    diff('--rules', path.join(project, 'our rules'), '--against', revision, '--texts', FEW, '--json');

  test('what changed since then is told, and the repository stays as it is', () => {
    const status = git('status', '--porcelain');
    const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('isnad-against-'));
    const before = temporary();
    const { stdout } = against('main');
    expect([...new Set(JSON.parse(stdout).groups.map(({ by }: { by: string }) => by))]).toEqual([
      'person/title-name',
    ]);
    expect(git('status', '--porcelain')).toBe(status);
    expect(temporary()).toEqual(before);
  });

  test('a revision or a repository that is not there', () => {
    expect(against('nowhere').stderr).toMatch(/^isnad: nowhere: .* check its name\n$/u);
    const { status, stderr } = diff('--rules', WITHOUT, '--against', 'main', '--texts', ARTICLES);
    expect(status).toBe(2);
    expect(stderr).toMatch(/stands in no git repository/u);
  });
});

test.each([
  [[], /give two outputs, or rules/u],
  [['one'], /give two outputs, or rules/u],
  [['a', 'b', '--rules', 'c'], /give two outputs, or rules/u],
  [['--rules', 'builtin'], /say with --texts/u],
  [['--rules', 'a', '--rules', 'b', '--rules', 'c', '--texts', '.'], /two sides/u],
  [['--rules', 'a', '--rules', 'b', '--against', 'main', '--texts', '.'], /--against has one pack/u],
  [['a', 'b', '--kind', 'mentoin'], /did you mean "mention"/u],
  [['a', 'b', '--json', '--markdown'], /two forms/u],
  [['absent', 'missing'], /absent: there is no such file/u],
])('%j is refused in one line', (options, reason) => {
  const { status, stdout, stderr } = isnad(['diff', ...options], { cwd: folder });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(reason);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('what is no output is refused with its line', () => {
  writeFileSync(at('other.ndjsonld'), '{"id":1}\n');
  writeFileSync(at('broken.ndjsonld'), `{"type":"NewsArticle","id":"urn:x"\n`);
  expect(diff(at('other.ndjsonld'), at('other.ndjsonld')).stderr).toMatch(
    /other\.ndjsonld:1: is no article of an output/u,
  );
  expect(diff(at('broken.ndjsonld'), BEFORE).stderr).toMatch(/broken\.ndjsonld:1: is not JSON/u);
});

describe('coverage', () => {
  test('a page of rules, sieves and lists; with rows on request', () => {
    const { status, stdout } = isnad(['coverage', '--rows', '--dead']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ annotated articles, 0 of a corpus\n/u);
    expect(stdout).toMatch(/^person\/title-name +\d+ +\d+ +\d+ +0/mu);
    expect(stdout).toMatch(/^common-words +\d+ +\d+ +\d+$/mu);
    expect(stdout).toMatch(/^ +\d+ +\d+ +\d+ +\d+ {2}\u2068قال\u2069$/mu);
    expect(stdout).toContain('cue-verbs: never');
  });

  test('a corpus is counted for itself; the table has a line for everything', () => {
    const { stdout } = isnad(['coverage', ARTICLES, '--tsv']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    expect(rows[0]).toEqual(['list', 'name', 'fired', 'right', 'wrong', 'corpus', 'repeats']);
    expect(rows.length).toBeGreaterThan(50_000);
    for (const [, , fired, , , corpus] of rows.slice(1)) expect(corpus).toBe(fired);
  });

  test('without anything to read it says what to give', () => {
    const { status, stderr } = isnad(['coverage', '--rules', WITHOUT]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/there is nothing to read: give --gold/u);
  });
});
