/**
 * `isnad show`, `explain`, `evaluate`, help and version: what a person reads in a terminal.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ARTICLES, isnad, MAIN, objectsIn, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
const GOLD = path.resolve('fixtures/gold');
const ARTICLE = path.join(ARTICLES, '001-levant-electricity.txt');

const article = () =>
  objectsIn(isnad(['extract', ARTICLE, '--quiet']).stdout)[0] as unknown as {
    readonly mentions: readonly { readonly occurrences: readonly { readonly start: number }[] }[];
    readonly quotations: readonly {
      readonly start: number;
      readonly text: string;
      readonly evidence: string[];
    }[];
  };

describe('show', () => {
  const { status, stdout } = isnad(['show', ARTICLE]);

  test('says who is named and who said what', () => {
    expect(status).toBe(0);
    for (const title of ['Organizations', 'Places', 'Quotations'])
      expect(stdout).toMatch(new RegExp(`^${title}$`, 'mu'));
    const { quotations } = article();
    for (const [index, { text }] of quotations.entries()) {
      const line = stdout.split('\n').find((one) => one.trimStart().startsWith(`${index + 1}. `));
      expect(line).toContain(` → \u2068${text}\u2069`);
    }
  });

  test('keeps right-to-left words between isolates, and colours for terminals', () => {
    const outside = stdout.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '');
    expect(outside).not.toMatch(/[\u0600-\u06FF\u2068\u2069\u001B]/u);
  });

  test('does not let a text command the terminal', () => {
    const input = 'قال وزير النقل سامر العبدلات: «الجسر\u001B[31m آمن\u202E تماما».\n';
    const page = isnad(['show', '-'], { input }).stdout;
    expect(page).toContain('الجسر␛[31m آمن تماما');
    expect(page).not.toMatch(/[\u001B\u202E]/u);
  });

  test('says that there is nothing', () => {
    const { stdout: page } = isnad(['show', '-'], { input: 'طقس.\n' });
    expect(page).toBe('Nobody is named here, and nothing is quoted.\n');
  });
});

describe('explain', () => {
  test('a quotation, by number and by offset, with all its rules', () => {
    const [{ start, evidence }] = article().quotations;
    const byNumber = isnad(['explain', ARTICLE, '--quotation', '1']).stdout;
    for (const rule of evidence) expect(byNumber).toContain(`─ ${rule}`);
    expect(isnad(['explain', ARTICLE, '--at', String(start)]).stdout).toContain(byNumber);
  });

  test('a quotation shows whom the sieves weighed, and why they lost', () => {
    const text = [
      'قالت وزيرة الصحة هدى الزناتي إن المخزون يكفي.',
      'وقال وزير المالية سامر العتيبي إن الموازنة جاهزة.',
      'وأضافت أن اللقاح مجاني.',
    ].join('\n');
    const page = isnad(['explain', '-', '--quotation', '3'], { input: text }).stdout;
    expect(page).toMatch(/^ {2}- .*سامر العتيبي.* by speaker\/last-speaker: gender or number/mu);
    expect(page).toMatch(/^ {2}\+ .*هدى الزناتي.* by speaker\/last-speaker: taken$/mu);
  });

  test('a mention, by number and by offset', () => {
    const starts = article().mentions.flatMap(({ occurrences }) => occurrences.map(({ start }) => start));
    const first = Math.min(...starts);
    const byNumber = isnad(['explain', ARTICLE, '--mention', '1']).stdout;
    expect(byNumber).toMatch(new RegExp(`^mention 1: ${first}–`, 'u'));
    expect(isnad(['explain', ARTICLE, '--at', String(first)]).stdout).toContain(byNumber);
  });

  test('a place where nothing is, in code points', () => {
    const { status, stdout } = isnad(['explain', '-', '--at', '2'], { input: '😀 طقس' });
    expect([status, stdout]).toEqual([0, 'nothing was extracted at 2: \u2068😀 ⟦ط⟧قس\u2069\n']);
  });
});

describe('evaluate', () => {
  const gold = ['evaluate', '--gold', GOLD, '--texts', ARTICLES];

  test('a saved output scores as the extraction that made it, as table and as JSON', () => {
    isnad(['extract', ARTICLES, '--out', 'saved', '--quiet'], { cwd });
    const { status, stdout } = isnad(gold);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ articles, \d+ words$/mu);
    const output = ['--output', path.join(cwd, 'saved/articles.ndjsonld')];
    expect(isnad([...gold, ...output]).stdout).toBe(stdout);
    expect(JSON.parse(isnad([...gold, ...output, '--json']).stdout)).toMatchObject({
      documents: readdirSync(ARTICLES).length,
      missing: [],
    });
  });

  test('the mistakes of an empty output are all that the gold holds', () => {
    const empty = path.join(cwd, 'empty.ndjsonld');
    writeFileSync(empty, '');
    const { stdout } = isnad([...gold, '--output', empty, '--errors']);
    expect(stdout).toMatch(/^mention missed \(\d+\)$/mu);
    const mistakes = JSON.parse(isnad([...gold, '--output', empty, '--errors', '--json']).stdout);
    const kinds = new Set(mistakes.map(({ kind }: { kind: string }) => kind));
    expect([...kinds].sort()).toEqual(['mention missed', 'quotation missed']);
  });

  test('a corpus in CoNLL format scores mentions, and its mistakes are mentions only', () => {
    const file = path.join(cwd, 'words.conll');
    writeFileSync(file, 'زار\tO\nسامر\tB-PER\nالعبدلات\tI-PER\nبيروت\tB-LOC\nأمس\tO\n');
    const { status, stdout } = isnad(['evaluate', '--conll', file]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 sentences, 5 words, in 1 documents$/mu);
    expect(isnad(['evaluate', '--conll', file, '--errors']).stdout).not.toContain('quotation');
  });
});

describe('help', () => {
  test.each([['extract'], ['show'], ['explain'], ['evaluate']])('%s has an example', (command) => {
    const { status, stdout } = isnad([command, '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^ {2}\\$ isnad ${command} `, 'mu'));
  });

  test('the version is the package’s', () => {
    expect(isnad(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  test('loads nothing but what it prints, so that it costs little', () => {
    const loaded = [...staticImports(path.resolve('dist/cli/main.js'))].map((file) =>
      path.relative('dist', file),
    );
    expect(loaded).toContain('cli/options.js');
    // What a command does is imported when it runs; its arguments and options are told by these alone.
    const values = ['names/vocabulary.js', 'corpus/queue/defaults.js', 'packs/own-files.js'];
    expect(loaded.filter((file) => !file.startsWith('cli/') && !values.includes(file))).toEqual([]);
    const bundled = [...staticImports(MAIN)].map((file) => path.basename(file)).sort();
    expect(bundled).toEqual(['main.js', 'shared-options.js', 'shared-start.js']);
  });
});

/** Our own files that are loaded with a file, whatever command runs. */
function staticImports(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  seen.add(file);
  for (const [, place] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) .* from ['"](\.[^'"]*)['"];$/gmu,
  )) {
    const target = path.join(path.dirname(file), place);
    if (!seen.has(target)) staticImports(target, seen);
  }
  return seen;
}
