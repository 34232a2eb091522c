/** `isnad check`: the page and its other faces, exit codes, accepting, and watching. */
import { spawn } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { loadBuiltin } from '../../packs/builtin.js';
import { packWith, RULE, ruleWith } from '../check/pack-folder.js';
import { isnad, MAIN, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
const cache = temporaryFolder();
const check = (folder: string, ...rest: readonly string[]) => {
  const env = { ...process.env, ISNAD_CACHE: cache, CI: '' };
  const outcome = isnad(['check', '--rules', folder, ...rest], { cwd, env });
  return { ...outcome, stdout: plain(outcome.stdout) };
};

/** Without the isolates around Arabic words. */
function plain(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '');
}

/** The built-in rules are tried under the pack as well. */
const BELOW = loadBuiltin().rules.flatMap(({ examples, nearMisses }) => [...examples, ...nearMisses]).length;
const BROKEN = { [RULE]: ruleWith({ 8: '    person: "هديل"' }) };

test('a sound pack is a table, and nothing is wrong', () => {
  const { status, stdout, stderr } = check(packWith());
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    [
      'files with lists and rules                              3',
      'examples, alone and among all rules                     4',
      'near misses, alone and among all rules                  4',
      'alternatives of patterns, each needed by an example     2',
      `examples and near misses of the rules under the pack  ${BELOW}`,
      'rules that fire in the articles                         1',
      'rules that no other rule always beats                   1',
      'figures over the gold, none under its floor             4',
      '',
      'nothing is wrong',
      '',
    ].join('\n'),
  );
});

test('a broken one is told with file, line, reason and advice, and the exit code is 1', () => {
  const folder = packWith(BROKEN);
  const { status, stdout } = check(folder);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^examples, alone and among all rules +4 {2}2 failures$/mu);
  expect(stdout).toContain(
    `${folder}/${RULE}:7 person/penned-by: example 1 alone must find Person هديل, but Person هديل المرعشلي (person/penned-by) was found — mend the match or the example\n`,
  );
  expect(stdout).toContain('بقلم ⟦هديل المرعشلي⟧');
  expect(stdout).toMatch(/^3 failures$/mu);
});

test('Arabic words leave the order of a line alone', () => {
  const folder = packWith(BROKEN);
  const { stdout } = isnad(['check', '--rules', folder], {
    cwd,
    env: { ...process.env, ISNAD_CACHE: cache },
  });
  expect(stdout).toContain(
    'must find Person \u2068هديل\u2069, but Person \u2068هديل المرعشلي\u2069 (person/',
  );
});

test('warnings fail only when that is wanted', () => {
  const folder = packWith({
    'articles/001-quay.txt': ['الرصيف'],
    'gold/001-quay.yaml': undefined,
    'floors.json': undefined,
  });
  expect(check(folder)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^1 warning$/mu) });
  expect(check(folder, '--strict')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^1 failure$/mu),
  });
});

test('JUnit has every case, and the failures among them', () => {
  const folder = packWith(BROKEN);
  expect(check(folder, '--junit', 'report.xml').status).toBe(1);
  const xml = readFileSync(path.join(cwd, 'report.xml'), 'utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  const isArray = (name: string) => name === 'testsuite' || name === 'testcase';
  const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray }).parse(xml);
  expect([testsuites['@_tests'], testsuites['@_failures']]).toEqual([String(19 + BELOW), '3']);
  const cases = testsuites.testsuite.flatMap((suite: { testcase: unknown[] }) => suite.testcase);
  expect(cases).toHaveLength(19 + BELOW);
  expect(cases.find((one: object) => 'failure' in one)).toMatchObject({
    '@_name': 'person/penned-by example 1 alone',
    '@_file': `${folder}/${RULE}`,
    '@_line': '7',
    failure: { '@_message': expect.stringContaining('must find Person هديل') },
  });
});

test('GitHub gets annotations, one a line, with nothing that would end them', () => {
  const folder = packWith(BROKEN);
  const lines = check(folder, '--github')
    .stdout.split('\n')
    .filter((line) => line.startsWith('::'));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(
    /^::error file=\S+penned-by\.yaml,line=7,title=person\/penned-by example 1 alone::example 1 alone .*%0A/u,
  );
});

test('JSON has counts, figures and faults', () => {
  const { checks, figures, faults } = JSON.parse(check(packWith(BROKEN), '--json').stdout);
  expect(checks.example).toEqual({ checked: 4, failures: 2, warnings: 0 });
  expect(figures.mentions).toBe(100);
  expect(faults).toHaveLength(3);
  expect(faults[0]).toMatchObject({ check: 'example', line: 7, level: 'failure' });
});

test('--update writes floors and says so, but never where CI is set', () => {
  const folder = packWith({ 'floors.json': ['{ "mentions": 50, "content": 0, "joint": 0, "speaker": 0 }'] });
  const env = { ...process.env, ISNAD_CACHE: cache, CI: 'true' };
  const refused = isnad(['check', '--rules', folder, '--update'], { cwd, env });
  expect(refused).toMatchObject({
    status: 2,
    stderr: 'isnad: --update is refused where CI is set; accept changes on your own machine\n',
  });
  expect(readFileSync(path.join(folder, 'floors.json'), 'utf8')).toContain('50');
  const { status, stderr } = check(folder, '--update');
  expect([status, stderr]).toEqual([
    0,
    `accepted ${folder}/floors.json: mentions 100, content 0, joint 0, speaker 0\n`,
  ]);
});

test.each([
  [
    ['--rules', 'absent'],
    /^isnad: absent: there is no such folder; check the name, or make it with isnad init$/mu,
  ],
  [['--watch', '--json'], /^isnad: --watch prints to the terminal only/u],
  [['--json', '--github'], /^isnad: --json and --github would mix/u],
])('%j is refused', (options, message) => {
  const { status, stderr } = isnad(['check', ...options], { cwd, env: { ...process.env, CI: '' } });
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
});

test('several packs: the last is checked, over the others', () => {
  const lower = packWith();
  const upper = packWith({
    'pack.yaml': ['remove: [person/penned-by]'],
    [RULE]: undefined,
    'gold/001-quay.yaml': undefined,
    'floors.json': undefined,
  });
  expect(check(upper).stdout).toContain('no earlier rule or row is "person/penned-by"');
  const { status, stdout } = isnad(['check', '--rules', lower, '--rules', upper], {
    cwd,
    env: { ...process.env, ISNAD_CACHE: cache },
  });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/nothing is wrong\n$/u)]);
});

test('watching answers each save, also of editors that write a new file, and ends with Ctrl-C', async () => {
  const folder = packWith();
  const file = path.join(folder, RULE);
  const sound = readFileSync(file, 'utf8');
  const program = spawn(process.execPath, [MAIN, 'check', '--rules', folder, '--watch'], {
    env: { ...process.env, ISNAD_CACHE: cache },
  });
  let said = '';
  const heard = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!said.includes(words)) return;
        said = said.slice(said.indexOf(words) + words.length);
        program.stdout.off('data', look);
        program.stderr.off('data', look);
        resolve();
      };
      program.stdout.on('data', look);
      program.stderr.on('data', look);
      look();
    });
  program.stdout.on('data', (piece) => {
    said += plain(String(piece));
  });
  program.stderr.on('data', (piece) => {
    said += plain(String(piece));
  });
  await heard('watching; Ctrl-C ends');

  writeFileSync(file, sound.replace('#NameNext{1,2}', '#NameNext'));
  await heard('example 2 alone must find Person زاهر فان قندلفت');
  await heard('all: 1 failure');

  writeFileSync(path.join(folder, '.penned-by.new'), sound);
  renameSync(path.join(folder, '.penned-by.new'), file);
  await heard('person/penned-by alone: 6 examples, near misses and alternatives, nothing is wrong');
  await heard('all: nothing is wrong');

  writeFileSync(path.join(folder, 'floors.json'), '{ "mentions": 101 }');
  await heard('is 100, and was 101');
  rmSync(path.join(folder, 'articles'), { recursive: true });
  await heard('001-quay.yaml');

  program.kill('SIGINT');
  const code = await new Promise((resolve) => program.on('exit', resolve));
  expect(code).toBe(0);
}, 60_000);
