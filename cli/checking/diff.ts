/**
 * `isnad diff`: what changes between two outputs, or between two rule packs over the same texts: for a terminal, as Markdown for a
 * pull request, as a page for a browser, or as JSON.
 */
import type { ArticleOutcome } from '../../check/diff/difference.js';
import { filterOf, KINDS } from '../../check/diff/filter.js';
import { htmlOf } from '../../check/diff/html.js';
import { markdownOf } from '../../check/diff/markdown.js';
import { comparePacks } from '../../check/diff/packs.js';
import { hasDifferences, type Report, type ReportOptions, reportOn } from '../../check/diff/report.js';
import { compareRuns } from '../../check/diff/runs.js';
import { createTextFinder, type TextFinder } from '../../check/diff/text-finder.js';
import type { SideNames } from '../../check/diff/words.js';
import { isWhole, openSides } from '../../check/pack-side.js';
import { stageFile } from '../../corpus/staged-file.js';
import { folderAt, type TemporaryFolder } from '../../packs/at-revision.js';
import { nearest } from '../../packs/nearest.js';
import { ownFile } from '../../packs/own-files.js';
import { extractFrom } from '../extracting.js';
import { Failure, unwritable } from '../failure.js';
import type { ReadingOptions } from '../reading-options.js';
import { print } from '../standard-output.js';
import { outputStyles } from '../terminal.js';
import { visible } from '../visible.js';
import { diffPage } from './diff-page.js';
import { articlesOf } from './texts.js';

export interface DiffOptions extends ReadingOptions {
  readonly rules?: readonly string[];
  readonly texts?: readonly string[];
  readonly against?: string;
  readonly rule?: readonly string[];
  readonly kind?: readonly string[];
  readonly type?: readonly string[];
  readonly limit?: number;
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly html?: string;
  readonly exitCode?: boolean;
  readonly quiet?: boolean;
}

/** The built-in pack alone, as a side. */
const BUILTIN = 'builtin';
/** Examples of a group when nobody says how many. */
const LIMITS = { page: 5, markdown: 3, html: 40, json: 1000 };
/** Causes on a page for each example of a group. */
const CAUSES = 4;

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function diffCommand(outputs: readonly string[], options: DiffOptions): Promise<void> {
  checkOptions(outputs, options);
  const limit = options.limit ?? LIMITS[formOf(options)];
  const { rule: rules, kind: kinds, type: types } = options;
  const asked = { limit, wanted: filterOf({ rules, kinds, types }) };
  const { names, report } =
    outputs.length === 2
      ? await betweenOutputs(outputs[0], outputs[1], options, asked)
      : await betweenPacks(options, asked);
  if (options.html !== undefined) writePage(options.html, htmlOf(report, names));
  if (!options.quiet) await print(written(report, names, options));
  if (options.exitCode && hasDifferences(report)) process.exitCode = 1;
}

type Form = keyof typeof LIMITS;

function formOf({ markdown, json, html }: DiffOptions): Form {
  return json ? 'json' : markdown ? 'markdown' : html === undefined ? 'page' : 'html';
}

function written(report: Report, names: SideNames, options: DiffOptions): string {
  if (options.json) return `${JSON.stringify({ ...names, ...report }, null, 1)}\n`;
  if (options.markdown) return markdownOf(report, names);
  const most = CAUSES * (options.limit ?? LIMITS.page);
  if (options.html === undefined) return diffPage(report, names, outputStyles(), most);
  return diffPage({ ...report, groups: shortly(report.groups) }, names, outputStyles(), most);
}

/** Beside a page for a browser the terminal need not show everything again. */
function shortly(groups: Report['groups']): Report['groups'] {
  return groups.map((group) => ({ ...group, examples: group.examples.slice(0, LIMITS.page) }));
}

function checkOptions(outputs: readonly string[], options: DiffOptions): void {
  const { rules = [], texts, against, markdown, json, kind = [] } = options;
  const ofPacks = rules.length > 0 || against !== undefined;
  if (outputs.length === 2 ? ofPacks : outputs.length === 1 || !ofPacks)
    throw new Failure(
      'give two outputs, or rules (--rules, --against) and --texts; see isnad diff --help',
      2,
    );
  if (ofPacks && texts === undefined)
    throw new Failure('say with --texts what both packs are to read; see isnad diff --help', 2);
  if (against !== undefined && rules.length > 1)
    throw new Failure(
      '--against has one pack, now and at the revision; give --rules once, or leave it out',
      2,
    );
  if (rules.length > 2)
    throw new Failure('a comparison has two sides; write packs of one side as --rules one+other', 2);
  if (markdown && json) throw new Failure('--markdown and --json are two forms; leave one of them out', 2);
  for (const one of kind)
    if (!KINDS.includes(one)) {
      const close = nearest(one, KINDS);
      const advice =
        close === undefined ? `write one of ${KINDS.slice(0, 10).join(', ')}` : `did you mean "${close}"?`;
      throw new Failure(`--kind "${one}": there is no such kind; ${advice}`, 2);
    }
}

interface Compared {
  readonly names: SideNames;
  readonly report: Report;
}

async function betweenOutputs(
  before: string,
  after: string,
  options: DiffOptions,
  asked: ReportOptions,
): Promise<Compared> {
  const finder = options.texts === undefined ? undefined : finderOf(options.texts, options);
  const report = await reportOn(compareRuns(before, after), {
    ...asked,
    ...(finder === undefined ? {} : { textOf: (digest) => finder.find(digest) }),
  });
  await finder?.close();
  return { names: { before, after }, report };
}

/** An output may hold articles of any language. */
function finderOf(texts: readonly string[], options: ReadingOptions): TextFinder {
  const articles = articlesOf(texts, { ...options, allLanguages: true });
  async function* read(): AsyncGenerator<string> {
    for await (const { record } of articles) yield record.article.text;
  }
  return createTextFinder(read());
}

async function betweenPacks(options: DiffOptions, asked: ReportOptions): Promise<Compared> {
  const temporary: TemporaryFolder[] = [];
  try {
    const sides = sidesOf(options, temporary);
    const articles = articlesOf(options.texts!, options);
    const { before, after, changes } = openSides(sides.before.folders, sides.after.folders);
    for (const folder of temporary) folder.remove();
    const pair = { before: before.extractor, after: after.extractor, changes };
    const outcomes: AsyncIterable<ArticleOutcome> = comparePacks(pair, articles, extractFrom);
    const report = await reportOn(outcomes, asked);
    return { names: { before: sides.before.name, after: sides.after.name }, report };
  } finally {
    for (const folder of temporary) folder.remove();
  }
}

interface Side {
  readonly name: string;
  readonly folders: readonly string[];
}

/** What is on each side; folders of a revision are written for the time of the comparison. */
function sidesOf(
  { rules = [], against }: DiffOptions,
  temporary: TemporaryFolder[],
): Readonly<Record<'before' | 'after', Side>> {
  if (against === undefined) {
    const [one, other] = rules.length === 1 ? [BUILTIN, rules[0]] : rules;
    return { before: sideOf(one), after: sideOf(other) };
  }
  const now = rules.length === 1 ? sideOf(rules[0]) : ownRules();
  const old = now.folders.map((folder) => {
    const at = asked(() => folderAt(folder, against));
    temporary.push(at);
    return at.folder;
  });
  return { before: { name: `${now.name} at ${against}`, folders: old }, after: now };
}

function sideOf(written: string): Side {
  if (written === BUILTIN) return { name: 'the built-in rules', folders: [] };
  const folders = written.split('+').filter((folder) => folder !== '' && folder !== BUILTIN);
  return { name: written, folders };
}

/** The built-in pack's own folder, in a checkout of the sources. */
function ownRules(): Side {
  const folder = ownFile('rules');
  if (!isWhole(folder)) throw new Failure('--against: say with --rules which pack is meant', 2);
  return { name: 'rules', folders: [folder] };
}

function asked<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Failure((error as Error).message, 2);
  }
}

function writePage(file: string, page: string): void {
  try {
    const staged = stageFile(file);
    try {
      staged.write(page);
      staged.seal();
      staged.publish();
    } finally {
      staged.discard();
    }
  } catch (error) {
    throw unwritable(file, error);
  }
  process.stderr.write(visible(`${file} is written.\n`));
}
