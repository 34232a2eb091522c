/** The commands of `isnad gold` as a person runs them: a draft, a build, an agreement, and exchange, with what they refuse. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PORT, PORT_YAML } from '../check/gold/articles.js';
import { ARTICLES, isnad, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
const at = (...parts: readonly string[]) => path.join(cwd, ...parts);
const read = (...parts: readonly string[]) => readFileSync(at(...parts), 'utf8');

function write(place: string, content: string): void {
  mkdirSync(path.dirname(at(place)), { recursive: true });
  writeFileSync(at(place), content);
}

beforeAll(() => {
  write('texts/port.txt', PORT);
  write('gold/port.yaml', `text: ../texts/port.txt\n${PORT_YAML}`);
});

const run = (...arguments_: readonly string[]) => isnad(['gold', ...arguments_], { cwd });

describe('new', () => {
  test('writes a draft that builds at once, wherever it stands', () => {
    expect(run('new', 'texts/port.txt', '--out', 'drafts/port.yaml')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(read('drafts/port.yaml')).toMatch(/^# A draft .*\ntext: "\.\.\/texts\/port\.txt"\nentities:\n/u);
    expect(run('build', 'drafts')).toMatchObject({ status: 0, stderr: '1 article, 1 written\n' });
    const scores = isnad(['evaluate', '--gold', 'drafts', '--json'], { cwd });
    expect(JSON.parse(scores.stdout)).toMatchObject({
      mentions: { micro: { F: 100 } },
      quotations: { strict: { F: 100 } },
    });
  });

  test('reads the standard input, and names the schema that stands nearby', () => {
    const { status, stdout } = isnad(['gold', 'new', '-'], { cwd, input: PORT });
    expect([status, stdout.includes('\ntext:')]).toEqual([0, false]);
    write('pack/gold.schema.json', '{}');
    run('new', 'texts/port.txt', '--out', 'pack/gold/port.yaml');
    expect(read('pack/gold/port.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/gold\.schema\.json\n/u,
    );
  });

  test('leaves corrections alone', () => {
    const before = read('gold/port.yaml');
    const { status, stderr } = run('new', 'texts/port.txt', '--out', 'gold/port.yaml');
    expect([status, stderr]).toEqual([
      2,
      'isnad: gold/port.yaml: is there already; move it away or write elsewhere\n',
    ]);
    expect(read('gold/port.yaml')).toBe(before);
  });
});

describe('build', () => {
  test('writes the gold beside its annotation, and says later whether it still is its gold', () => {
    expect(run('build', 'gold/port.yaml')).toMatchObject({ status: 0, stderr: '1 article, 1 written\n' });
    expect(JSON.parse(read('gold/port.json'))).toMatchObject({ id: 'port', file: '../texts/port.txt' });
    expect(run('build', 'gold', '--check')).toMatchObject({ status: 0, stderr: '1 article, up to date\n' });
    write('gold/port.yaml', read('gold/port.yaml').replace('kind: headline', 'kind: colon'));
    expect(run('build', 'gold', '--check')).toMatchObject({
      status: 1,
      stderr: 'isnad: not what the annotations say: gold/port.json; run isnad gold build\n',
    });
    expect(run('build', 'gold')).toMatchObject({ status: 0, stderr: '1 article, 1 written\n' });
  });

  test('names all that is wrong in all files, and writes none', () => {
    write('bad/texts/port.txt', PORT);
    write(
      'bad/port.yaml',
      PORT_YAML.replace('الميناء لن يباع', 'المينا لن يباع').replace('speaker: مصدر', 'speaker: مصدرر'),
    );
    write('bad/whole.yaml', `text: port.txt\n${PORT_YAML}`);
    expect(run('build', 'bad', '--texts', 'bad/texts')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'isnad: the annotations have 2 defects; nothing was written\n' +
        '  bad/port.yaml:28:5 "المينا لن يباع" is not in the text — the text has "الميناء لن يباع"\n' +
        '  bad/port.yaml:40:5 the speaker "مصدرر" is no entity of this annotation — did you mean "مصدر"?\n',
    });
    expect(readdirSync(at('bad')).sort()).toEqual(['port.yaml', 'texts', 'whole.yaml']);
  });

  test.each([
    [['build', 'nowhere.yaml'], /^isnad: nowhere\.yaml: there is no such file or folder; check the name\n$/u],
    [
      ['build', 'texts'],
      /^isnad: texts: holds no file with an annotation \(\.yaml\); name another folder\n$/u,
    ],
    [
      ['build', 'bad/port.yaml'],
      /its text bad\/port\.txt is absent; name the folder of the texts with --texts/u,
    ],
    [['build'], /missing required argument/u],
  ])('%j is refused in a line', (arguments_, expected) => {
    const { status, stderr } = run(...arguments_);
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
  });
});

describe('agree', () => {
  test('prints figures of both directions and the differences', () => {
    write('other/port.yaml', PORT_YAML.replace('زهران: [2]', 'زهران: [2, 3]'));
    const { status, stdout } = run('agree', 'gold/port.yaml', 'other', '--texts', 'texts');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^mentions Place +80\.0 +80\.0$/mu);
    expect(stdout).toMatch(/mention spurious \(1\)\n {2}port \d+–\d+ Place\n/u);
    const data = JSON.parse(run('agree', 'gold', 'other', '--texts', 'texts', '--json').stdout);
    expect(data).toMatchObject({ articles: 1, kappa: { quotations: 1 } });
    expect(data.disagreements[0]).toMatchObject({ article: 'port', kind: 'mention spurious' });
  });

  test('tells defects of annotations, and folders without a common article', () => {
    expect(run('agree', 'gold', 'bad', '--texts', 'bad/texts')).toMatchObject({ status: 2 });
    write('third/third.yaml', `text: port.txt\nid: third\n${PORT_YAML}`);
    const { status, stderr } = run('agree', 'gold', 'third', '--texts', 'texts');
    expect([status, stderr]).toEqual([
      2,
      'isnad: the two have no article in common; articles are told by their ids\n',
    ]);
  });
});

describe('export and import', () => {
  test.each([
    ['brat', ['annotation.conf', 'port.ann', 'port.txt'], '3 files written\n', 'port.ann'],
    ['conll', ['port.conll'], '1 file written\n', 'port.conll'],
  ])('%s: out and back', (format, files, told, file) => {
    expect(run('export', 'gold', '--format', format, '--out', format)).toMatchObject({
      status: 0,
      stderr: told,
    });
    expect(readdirSync(at(format)).sort()).toEqual(files);
    expect(run('import', `${format}/${file}`, '--format', format, '--out', `${format}-back`).status).toBe(0);
    const { status, stdout } = run(
      'export',
      `${format}-back`,
      '--format',
      format,
      '--out',
      `${format}-again`,
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(read(`${format}-again`, file)).toBe(read(format, file));
  });

  test('nothing is written over, and defects of brat files have their lines', () => {
    expect(run('export', 'gold', '--format', 'brat', '--out', 'brat').stderr).toContain('is there already');
    write('worse/port.txt', PORT);
    write('worse/port.ann', 'T1\tPerson 0 9\tغيره\n');
    expect(run('import', 'worse', '--format', 'brat', '--out', 'worse-gold')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        '  worse/port.ann:1:1 T1 is not "غيره": the text has "الحيدروسي" there — ',
      ),
    });
    expect(run('import', 'worse', '--out', 'x').stderr).toContain(
      "required option '--format <format>' not specified",
    );
  });
});

test('our own gold is what its annotations say', () => {
  const { status } = isnad(['gold', 'build', path.resolve('fixtures/gold'), '--texts', ARTICLES, '--check']);
  expect(status).toBe(0);
});
