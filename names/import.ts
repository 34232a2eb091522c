/**
 * Sources of names to rows of a pack: opens the sources, reads each with the reader of its format, filters, and gathers what is
 * accepted. Holds the accepted rows, and for GeoNames the Arabic names by place; never a source.
 */
import { InputError } from '../corpus/input-error.js';
import type { EntityType } from '../pipeline/document.js';
import { fold } from '../pipeline/normalize.js';
import { Accepted } from './accepted.js';
import { type Classes, meaningOf } from './classes.js';
import { cleanName } from './clean.js';
import { formatOf, isOfWikidata } from './format.js';
import { canonical, type KnownWords } from './known-words.js';
import { type Reading, readSource } from './readers.js';
import type { Entry, NameRecord } from './record.js';
import type { Report } from './report.js';
import { type NewRow, rowOf } from './row.js';
import { openSource, type Source } from './source.js';
import type { Format } from './vocabulary.js';

/** What is wanted. */
export interface ImportOptions {
  /** Types that are kept. */
  readonly only: ReadonlySet<EntityType>;
  /** The type of records that say none. */
  readonly as?: EntityType;
  readonly classes: Classes;
  /** Floors that the user gave; without them those of the formats hold. */
  readonly sitelinks?: number;
  readonly population?: number;
  readonly reading: Omit<Reading, 'arabicNames'>;
}

/** Least counts where the user gives none: what the news is likely to name. A table is taken as it is. */
export const USUAL_FLOORS = { sitelinks: 10, population: 15_000 } as const;

/** What became of the entries, but for those that the report counts. */
export interface Counts {
  read: number;
  nameless: number;
  typeless: number;
  unwanted: number;
  rare: number;
}

/** One source after it was read. */
export interface ReadSource {
  readonly title: string;
  readonly format: Format;
  readonly isOfWikidata: boolean;
  readonly day?: string;
  readonly read: number;
}

export interface Imported {
  readonly rows: Readonly<Record<EntityType, readonly NewRow[]>>;
  readonly sources: readonly ReadSource[];
  readonly counts: Counts;
}

/** Told again and again while a source is read. */
export type OnProgress = (source: Source, counts: Counts, accepted: number) => void;

/** A source with its format. */
export interface Opened {
  readonly source: Source;
  readonly format: Format;
}

/**
 * Opens sources and recognizes them, in the order in which they must be read.
 * @throws InputError when one is missing, of no known format, or lacks what belongs to it
 */
export async function openSources(
  named: readonly string[],
  format: Format | undefined,
): Promise<readonly Opened[]> {
  if (named.filter((name) => name === '-').length > 1)
    throw new InputError('standard input: is named twice; name it once');
  const open: Opened[] = [];
  for (const name of named) {
    const source = await openSource(name);
    open.push({ source, format: format ?? formatOf(source) });
  }
  return inOrder(open);
}

/** GeoNames' alternate names come first: they say which names of a place are Arabic. */
function inOrder(open: readonly Opened[]): readonly Opened[] {
  const names = open.filter(({ format }) => format === 'geonames-names');
  const others = open.filter(({ format }) => format !== 'geonames-names');
  const places = others.find(({ format }) => format === 'geonames');
  if (places !== undefined && names.length === 0)
    throw new InputError(
      `${places.source.name}: does not say which of its names are Arabic; name alternateNamesV2.txt as well`,
    );
  if (places === undefined && names.length > 0)
    throw new InputError(
      `${names[0].source.name}: has names without places; name allCountries.txt or cities15000.txt as well`,
    );
  return [...names, ...others];
}

/**
 * Imports names.
 * @throws InputError when a source cannot be read, or holds nothing that can be read
 */
export async function importNames(
  opened: readonly Opened[],
  options: ImportOptions,
  words: KnownWords,
  report: Report,
  onProgress: OnProgress = () => {},
): Promise<Imported> {
  const accepted = new Accepted(report);
  const counts: Counts = { read: 0, nameless: 0, typeless: 0, unwanted: 0, rare: 0 };
  const reading: Reading = { ...options.reading, arabicNames: new Map() };
  const judge = new Judge(options, words, report, counts);
  const sources: ReadSource[] = [];
  for (const { source, format } of opened) {
    const before = counts.read;
    const gate = new Gate(source, format);
    for await (const { read, entries } of readSource(source, format, reading)) {
      counts.read += read;
      gate.check(read, entries);
      if (format !== 'geonames-names') counts.nameless += read - entries.length;
      for (const entry of entries) {
        const row = judge.rowOf(entry, source, format);
        if (row !== undefined) accepted.add(row);
      }
      onProgress(source, counts, accepted.size);
    }
    const { title, day } = source;
    sources.push({
      title,
      day,
      format,
      isOfWikidata: isOfWikidata(format, source),
      read: counts.read - before,
    });
  }
  return { rows: accepted.finish(), sources, counts };
}

/** Stops at a source of which nothing can be read, before a whole dump is reported line by line. */
class Gate {
  private isOpen = false;
  private faults = 0;

  constructor(
    private readonly source: Source,
    private readonly format: Format,
  ) {}

  check(read: number, entries: readonly Entry[]): void {
    if (this.isOpen) return;
    const faults = entries.filter((entry) => 'fault' in entry);
    this.faults += faults.length;
    const [first] = faults;
    if (read > faults.length) this.isOpen = true;
    else if (this.faults >= MANY_FAULTS && first !== undefined && 'fault' in first)
      throw new InputError(
        `${this.source.name}: is not in the format ${this.format} (${first.fault}); check the file, or give its --format`,
      );
  }
}

const MANY_FAULTS = 100;

class Judge {
  constructor(
    private readonly options: ImportOptions,
    private readonly words: KnownWords,
    private readonly report: Report,
    private readonly counts: Counts,
  ) {}

  /** The row of an entry that passes all filters. */
  rowOf(entry: Entry, source: Source, format: Format): NewRow | undefined {
    const place = `${source.title}:${entry.line}`;
    if ('fault' in entry) {
      this.report.note('unreadable', place, '', entry.fault);
      return undefined;
    }
    const { record } = entry;
    const meaning = meaningOf(this.options.classes, record.classes ?? []);
    const type = record.type ?? meaning?.type ?? this.options.as;
    if (type === undefined) this.counts.typeless++;
    else if (!this.options.only.has(type)) this.counts.unwanted++;
    else if (this.isRare(record, type, format)) this.counts.rare++;
    else return this.namedRow(record, type, meaning?.kind, place);
    return undefined;
  }

  private namedRow(record: NameRecord, type: EntityType, kind: string | undefined, place: string) {
    const clean = cleanName(record.name, type);
    if ('unfit' in clean) {
      this.report.note('unfit', place, record.name, clean.unfit);
      return undefined;
    }
    const known = this.words.named(clean.name);
    if (known.some((row) => row.type === type)) {
      this.report.note('known', place, clean.name, `the lists have it as "${known[0].name}"`);
      return undefined;
    }
    const aliases = this.aliasesOf(record, clean.name, type, place);
    const row = rowOf(record, { type, kind, name: clean.name, aliases, place }, this.words);
    if (!row.isSaid && this.isAmbiguous(row, known)) row.certainty = 'context';
    return row;
  }

  private isAmbiguous({ name, type, place }: NewRow, known: ReturnType<KnownWords['named']>): boolean {
    if (known.length > 0) this.report.note('types', place, name, `the lists have it as ${known[0].type}`);
    const word =
      this.words.ordinary(name) ?? (type === 'Organization' ? undefined : this.words.partOfNames(name));
    if (word !== undefined) this.report.note('ordinary', place, name, `it is ${word}`);
    return known.length > 0 || word !== undefined;
  }

  /** Aliases that alone mean this one: no ordinary words, no shared parts of names, no forms of something else. */
  private aliasesOf(record: NameRecord, name: string, type: EntityType, place: string): readonly string[] {
    const kept = new Map<string, string>();
    for (const text of record.aliases) {
      const clean = cleanName(text, type);
      if ('unfit' in clean) continue;
      const alias = clean.name;
      const key = canonical(alias);
      if (key === canonical(name) || kept.has(key)) continue;
      const reason = this.reasonAgainst(alias, name, type);
      if (reason === undefined) kept.set(key, alias);
      else this.report.note('alias', place, alias, reason);
    }
    return [...kept.values()];
  }

  private reasonAgainst(alias: string, name: string, type: EntityType): string | undefined {
    const [known] = this.words.named(alias);
    if (known !== undefined) return `the lists have it as "${known.name}"`;
    const word = this.words.ordinary(alias) ?? this.words.partOfNames(alias);
    if (word !== undefined) return `it is ${word}`;
    const isPart = type === 'Person' && fold(name).split(' ').includes(fold(alias));
    return isPart ? 'it is a part of the name' : undefined;
  }

  private isRare(
    { sitelinks, population, inhabited = true }: NameRecord,
    type: EntityType,
    format: Format,
  ): boolean {
    const { sitelinks: links, population: people } = this.options;
    if (isUnder(sitelinks, links, format === 'wikidata' ? USUAL_FLOORS.sitelinks : 0)) return true;
    if (type !== 'Place' || !inhabited) return false;
    return isUnder(population, people, format === 'geonames' ? USUAL_FLOORS.population : 0);
  }
}

/** Where a floor is asked for, what has no count is under it. */
function isUnder(count: number | undefined, asked: number | undefined, usual: number): boolean {
  return count === undefined ? asked !== undefined : count < (asked ?? usual);
}
