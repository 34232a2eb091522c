/**
 * `isnad names import`: reads files of names, writes a rule pack, says what it did. Progress and summary go to the standard
 * error; the pack appears whole or not at all.
 */
import { InputError } from '../corpus/input-error.js';
import type { EntityType } from '../index.js';
import { classesWith } from '../names/classes.js';
import {
  type Counts,
  type Imported,
  type ImportOptions,
  importNames,
  openSources,
  USUAL_FLOORS,
} from '../names/import.js';
import { knownWords } from '../names/known-words.js';
import { openPackFolder, type PackFolder } from '../names/pack-folder.js';
import { Report } from '../names/report.js';
import { ENTITY_TYPES, type Format, type NameMark } from '../names/vocabulary.js';
import type { RuleOptions } from './extracting.js';
import { Failure, unwritable } from './failure.js';
import { discardWhenInterrupted } from './interrupted.js';
import { knowledgeOf } from './knowledge.js';
import { importSummary } from './names-import-summary.js';
import { classOf, columnOf, type Pair } from './names-options.js';
import { progressLine } from './progress-line.js';
import { visible } from './visible.js';

export interface NamesImportOptions extends RuleOptions {
  readonly out: string;
  readonly format?: Format;
  readonly only?: readonly EntityType[];
  readonly as?: EntityType;
  readonly class?: readonly Pair[];
  readonly column?: readonly Pair[];
  readonly minSitelinks?: number;
  readonly minPopulation?: number;
  readonly features?: string;
  readonly with?: readonly NameMark[];
  readonly licence?: string;
  readonly quiet?: boolean;
}

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function namesImportCommand(
  named: readonly string[],
  options: NamesImportOptions,
): Promise<void> {
  const wanted = wantedBy(options);
  await intoPack(options.out, async (folder) => {
    const sources = await openSources(named, options.format);
    const words = knownWords(knowledgeOf(options.rules));
    const report = new Report((noted) => refusing(options.out, () => folder.note(noted)));
    const progress = progressLine(options.quiet === true);
    const imported = await importNames(sources, wanted, words, report, progress.tell);
    progress.end();
    const summary = importSummary(imported, report, options.out);
    if (isEmpty(imported)) throw nothingAccepted(imported.counts, report);
    refusing(options.out, () =>
      folder.publish(imported, { licence: options.licence, filters: (format) => filtersOf(options, format) }),
    );
    if (options.quiet !== true) process.stderr.write(visible(summary));
  });
}

function wantedBy(options: NamesImportOptions): ImportOptions {
  return {
    only: new Set(options.only ?? ENTITY_TYPES),
    as: options.as,
    classes: classesWith(new Map((options.class ?? []).map(classOf))),
    sitelinks: options.minSitelinks,
    population: options.minPopulation,
    reading: {
      columns: new Map((options.column ?? []).map(columnOf)),
      geonames: { features: new Set(options.features ?? 'AP'), marked: new Set(options.with) },
    },
  };
}

/** What the page of sources says of the selection. */
function filtersOf(
  { only, minSitelinks, minPopulation, features = 'AP' }: NamesImportOptions,
  format: Format,
): readonly string[] {
  const sitelinks = minSitelinks ?? (format === 'wikidata' ? USUAL_FLOORS.sitelinks : 0);
  const population = minPopulation ?? (format === 'geonames' ? USUAL_FLOORS.population : 0);
  return [
    ...(only === undefined ? [] : [`only ${only.join(', ')}`]),
    ...(sitelinks === 0 ? [] : [`at least ${sitelinks} sitelinks`]),
    ...(population === 0 ? [] : [`at least ${population} inhabitants`]),
    ...(format === 'geonames' ? [`feature classes ${[...features].join(', ')}`] : []),
  ];
}

function isEmpty({ rows }: Imported): boolean {
  return ENTITY_TYPES.every((type) => rows[type].length === 0);
}

function nothingAccepted({ read, nameless, typeless, unwanted, rare }: Counts, report: Report): InputError {
  const reasons = [
    [nameless, 'have no Arabic name'],
    [typeless, 'are of no type that is known (--class or --as says one)'],
    [unwanted, 'are of a type that --only leaves out'],
    [rare, 'are under the floor (--min-sitelinks, --min-population)'],
    [report.count('known'), 'are in the lists already'],
    [report.count('unreadable'), 'cannot be read'],
    [report.count('unfit'), 'have a name that no list can hold'],
  ] as const;
  const told = reasons.filter(([count]) => count > 0).map(([count, reason]) => `${count} ${reason}`);
  return new InputError(`no name was accepted, nothing was written: of ${read} entries ${told.join(', ')}`);
}

/** Gives `work` a pack to write; it appears only when all went well. */
async function intoPack(target: string, work: (folder: PackFolder) => Promise<void>): Promise<void> {
  let folder: PackFolder | undefined;
  const release = discardWhenInterrupted(() => folder?.discard());
  try {
    folder = refusing(target, () => openPackFolder(target));
    await work(folder);
  } finally {
    folder?.discard();
    release();
  }
}

function refusing<Result>(place: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    if (error instanceof InputError || error instanceof Failure) throw error;
    throw unwritable(place, error);
  }
}
