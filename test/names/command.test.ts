/** `isnad names` as a person runs it: a pack out of each format that an extraction can use, and nothing half-written. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isnad, MAIN, objectsIn, temporaryFolder } from '../cli/isnad.js';
import { dump, entity, geonamesName, geonamesPlace } from './samples.js';

const cwd = temporaryFolder();
const write = (name: string, content: string) => writeFileSync(path.join(cwd, name), content);
const read = (name: string) => readFileSync(path.join(cwd, name), 'utf8');
const run = (...arguments_: readonly string[]) => isnad(arguments_, { cwd });

const ENTITIES = dump(
  entity({ id: 'Q990001', ar: 'قصبة الزرازير', items: { P31: ['Q515'], P17: ['Q810'] }, population: 90_000 }),
  entity({ id: 'Q990002', ar: 'هيئة الزرزور والقصب', items: { P31: ['Q327333'] } }),
  '{"type":"item","id":"Q990003"',
);
write('dump.json', ENTITIES);
write('article.txt', 'وصل الوفد إلى قصبة الزرازير أمس، ثم عاد.\n');

/** Names of an article's mentions of a type, with what they are the same as. */
function mentioned(file: string, ...packs: readonly string[]): readonly unknown[] {
  const rules = packs.flatMap((pack) => ['--rules', pack]);
  const { stdout, status } = run('extract', file, '--quiet', ...rules);
  expect(status).toBe(0);
  const [{ mentions = [] }] = objectsIn(stdout) as {
    mentions?: { type: string; name: string; sameAs?: string[] }[];
  }[];
  return mentions.map(({ type, name, sameAs }) => [type, name, sameAs]);
}

test('an imported name is found, and was not before', () => {
  expect(run('names', 'import', 'dump.json', '--out', 'pack')).toMatchObject({ status: 0, stdout: '' });
  const place = ['Place', 'قصبة الزرازير', ['http://www.wikidata.org/entity/Q990001']];
  expect(mentioned('article.txt', 'pack')).toContainEqual(place);
  expect(mentioned('article.txt')).not.toContainEqual(place);
});

test('the pack says where it comes from, and the same source gives the same bytes', () => {
  expect(run('names', 'import', 'dump.json', '--out', 'twice', '--quiet')).toMatchObject({
    status: 0,
    stderr: '',
  });
  const files = ['SOURCES.md', 'import-report.tsv', 'names/organizations.tsv', 'names/places.tsv'];
  for (const file of files) expect(read(`twice/${file}`)).toBe(read(`pack/${file}`));
  expect(readdirSync(path.join(cwd, 'pack')).sort()).toEqual(['SOURCES.md', 'import-report.tsv', 'names']);
  expect(read('pack/SOURCES.md')).toMatch(
    /## names\/places\.tsv\n\n1 row\.\n\n- Source: `dump\.json`, of \d{4}-\d\d-\d\d, a JSON dump of Wikidata \(3 entries\)\n.*at least 10 sitelinks\n- Licence: Wikidata .*CC0 1\.0/u,
  );
  expect(read('pack/import-report.tsv').split('\n')[1]).toBe(
    'unreadable\tdump.json:4\t\tthe line is no whole JSON object',
  );
});

test('the summary counts what was taken and what was not, with examples', () => {
  const { stderr } = run('names', 'import', 'dump.json', '--out', 'told');
  expect(stderr).toMatch(
    /^read +dump\.json \(wikidata\): 3 entries\npeople +0\norganizations +1\nplaces +1\n/u,
  );
  expect(stderr).toMatch(
    /\nlines that cannot be read: 1\n {2}dump\.json:4: the line is no whole JSON object\n/u,
  );
});

test('GeoNames with its licence, from the standard input, and a check of the result', () => {
  write('JO.txt', `${geonamesPlace(1, 'Reed Hill', 'P', 'PPL', 'JO', 20_000)}\n`);
  const input = `${geonamesName(1, 'ar', 'تل القصب والزرزور')}\n`;
  const imported = isnad(['names', 'import', 'JO.txt', '-', '--out', 'hills', '-q'], { cwd, input });
  expect(imported).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(read('hills/names/places.tsv').split('\n')[1]).toBe(
    'تل القصب والزرزور\t\ttown\tJO\t20000\tarabic\t\tlikely\t',
  );
  expect(read('hills/SOURCES.md')).toContain('CC BY 4.0');
  const { status, stdout } = run('names', 'check', '--rules', 'hills');
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^names\/places\.tsv +1 +1$[\s\S]*\nnothing found\n$/mu),
  ]);
});

test('a table with its own columns and licence', () => {
  write('desk.csv', 'Who,Where\nزرزور القصباوي,JO\n');
  const options = [
    '--column',
    'name=Who',
    '--column',
    'country=Where',
    '--as',
    'Person',
    '--licence',
    'our desk',
  ];
  expect(run('names', 'import', 'desk.csv', '--out', 'desk', ...options).status).toBe(0);
  expect(read('desk/names/people.tsv').split('\n')[1]).toBe('زرزور القصباوي\t\t\tJO\t\tarabic\t\tlikely');
  expect(read('desk/SOURCES.md')).toContain('- Licence: our desk\n');
});

test('a check prints what it finds with place and exit code 1, as a page and as JSON', () => {
  expect(
    run('names', 'import', 'desk.csv', '--out', 'bad', '--column', 'name=Who', '--as', 'Person').status,
  ).toBe(0);
  const row = read('bad/names/people.tsv').split('\n')[1];
  write('bad/names/people.tsv', `${read('bad/names/people.tsv')}${row.replace('القصباوي', 'القصباویّ')}\n`);
  const page = run('names', 'check', '--rules', 'bad');
  expect([page.status, page.stderr]).toEqual([1, '']);
  expect(page.stdout).toMatch(
    /\n1 rows that no command would read\n {2}bad\/names\/people\.tsv:3 .* is the same as line 2/u,
  );
  const { status, stdout } = run('names', 'check', '--rules', 'bad', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    found: { defect: 1, duplicate: 0 },
    findings: [{ kind: 'defect', file: 'bad/names/people.tsv', line: 3, others: [] }],
  });
});

test('a pack takes a built-in name out', () => {
  write('baghdad.txt', 'وصل الوفد إلى بغداد أمس، ثم عاد.\n');
  const isThere = (...packs: readonly string[]) =>
    mentioned('baghdad.txt', ...packs).some((mention) => (mention as string[])[1] === 'بغداد');
  expect(isThere()).toBe(true);
  isnad(['names', 'import', 'desk.csv', '--out', 'without', '--column', 'name=Who', '--as', 'Person', '-q'], {
    cwd,
  });
  write('without/pack.yaml', 'remove:\n  - "places:بغداد"\n');
  expect(isThere('without')).toBe(false);
});

test.each([
  [['import', 'dump.json'], /^isnad: required option '-o, --out <dir>' not specified; see/u],
  [['import', 'absent', '--out', 'x'], /^isnad: absent: there is no such file or folder; check the name$/u],
  [['import', '.', '--out', 'x'], /^isnad: \.: is a folder; name a file in it$/u],
  [
    ['import', 'article.txt', '--out', 'x'],
    /^isnad: article\.txt: its beginning is that of no known format; give/u,
  ],
  [
    ['import', 'JO.txt', '--out', 'x'],
    /^isnad: JO\.txt: does not say which of its names are Arabic; name alt/u,
  ],
  [
    ['import', 'dump.json', '--out', 'pack'],
    /^isnad: --out pack: holds something already; name a new folder/u,
  ],
  [
    ['import', 'dump.json', '--out', 'x', '--only', 'Person'],
    /^isnad: no name was accepted, nothing was written: of 3/u,
  ],
  [
    ['import', 'dump.json', '--out', 'x', '--only', 'Planet'],
    /^isnad: option '--only <types>' argument 'Planet' is inv/u,
  ],
  [
    ['import', 'dump.json', '--out', 'x', '--class', 'Q5'],
    /^isnad: option '--class .* argument 'Q5' is invalid\. Give/u,
  ],
  [['import', 'dump.json', '--out', 'x', '--format', 'tsv'], /^isnad: dump\.json: no column is called name/u],
  [['check', '--rules', 'absent'], /^isnad: absent: there is no such folder; check the name$/u],
  [['chek'], /^isnad: unknown command 'chek' \(Did you mean check\?\); see isnad --help$/u],
])('names %j is refused in one line', (arguments_, message) => {
  const { status, stdout, stderr } = run('names', ...arguments_);
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(message)]);
  expect([status, stdout]).toEqual([2, '']);
  expect([existsSync(path.join(cwd, 'x')), readdirSync(cwd).filter((name) => name.startsWith('.'))]).toEqual([
    false,
    [],
  ]);
});

test('memory does not grow with the dump', async () => {
  // A hundred megabytes through a heap in which they could not stand.
  const line = `${entity({ id: 'Q990001', ar: 'قصبة الزرازير', items: { P31: ['Q515'] }, sitelinks: 3 })},\n`;
  const rare = line.repeat(1000);
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=64', MAIN, 'names', 'import', '-', '--out', 'flat'],
    { cwd },
  );
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  for (let written = 0; written < 100e6; written += Buffer.byteLength(rare))
    if (!child.stdin.write(rare)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  child.stdin.end(
    `${line.replaceAll('Q990001', 'Q990002').replace('"sitelinks":{', '"sitelinks":{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,')}`,
  );
  expect([await ended, stderr]).toEqual([
    0,
    expect.stringMatching(/\nplaces +1\n[\s\S]*\nunder the floor +\d{5,}\n/u),
  ]);
}, 60_000);

test('who presses Ctrl-C finds nothing half-written', async () => {
  const child = spawn(process.execPath, [MAIN, 'names', 'import', '-', '--out', 'stopped'], { cwd });
  child.stdin.write(ENTITIES);
  const staged = () => readdirSync(cwd).some((name) => name.startsWith('.stopped.'));
  while (!staged()) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  expect([staged(), existsSync(path.join(cwd, 'stopped'))]).toEqual([false, false]);
});
