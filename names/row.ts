/**
 * A record to a row of a list: what a list asks for and a source does not say (spelling, gender of a name, certainty) is read off
 * the lists. Takes one record and its type; gives a row, or nothing of what it cannot know.
 */
import type { ListName } from '../packs/schemas.js';
import type { EntityType, Gender } from '../pipeline/document.js';
import type { Certainty, Spelling } from '../pipeline/knowledge.js';
import { isPlain, withoutUnseen } from './clean.js';
import type { KnownWords } from './known-words.js';
import type { NameRecord } from './record.js';

/** The list of each type. */
export const LIST_OF: Readonly<Record<EntityType, ListName>> = {
  Person: 'people',
  Organization: 'organizations',
  Place: 'places',
};

/** A row on its way into a pack. */
export interface NewRow {
  readonly type: EntityType;
  readonly name: string;
  aliases: readonly string[];
  readonly kind: string;
  readonly gender?: Gender;
  readonly country?: string;
  readonly offices: readonly string[];
  readonly population?: number;
  readonly spelling: Spelling;
  readonly wikidata?: string;
  certainty: Certainty;
  /** The certainty is the source's own, and stays. */
  readonly isSaid: boolean;
  /** Of two things with one name the one with more pages or people is kept. */
  readonly weight: number;
  /** Where it comes from: `cities15000.txt:12`. */
  readonly place: string;
}

/** What was found out about a record before its row is made. */
export interface Judged {
  readonly type: EntityType;
  readonly kind?: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly place: string;
}

/** Makes the row. */
export function rowOf(record: NameRecord, judged: Judged, words: KnownWords): NewRow {
  const { type, name } = judged;
  const country = record.country ?? words.countryOf(record.countryItem);
  const kind = record.kind ?? judged.kind ?? '';
  return {
    ...judged,
    kind: KIND.test(kind) ? kind : 'other',
    gender: record.gender ?? guessedGender(type, name, words),
    country: /^[A-Z]{2}$/u.test(country ?? '') ? country : undefined,
    offices: (record.offices ?? []).map(withoutUnseen).filter(isPlain),
    population: type === 'Place' ? record.population : undefined,
    spelling: record.spelling ?? guessedSpelling(type, name, country, words),
    wikidata: record.wikidata,
    certainty: record.certainty ?? 'likely',
    isSaid: record.certainty !== undefined,
    weight: record.sitelinks ?? record.population ?? 0,
  };
}

const KIND = /^[a-z]+(?:[-+][a-z]+)*$/u;

/** A person's by the given name; an organization's by its class noun or the ending of its first word (`وزارة`, `الجمعية`). */
function guessedGender(type: EntityType, name: string, words: KnownWords): Gender | undefined {
  const [first] = name.split(' ');
  if (type === 'Person') {
    const gender = words.given(first)?.gender;
    return gender === 'u' ? undefined : gender;
  }
  if (type === 'Organization') return words.head(first)?.gender ?? (/ة$/u.test(first) ? 'f' : undefined);
  return undefined;
}

/** Arab countries have Arabic names, others foreign ones, but for names that were translated (`الأمم المتحدة`). */
function guessedSpelling(
  type: EntityType,
  name: string,
  country: string | undefined,
  words: KnownWords,
): Spelling {
  const parts = name.split(' ');
  if (type !== 'Person' && parts.some((part) => words.ordinary(part) !== undefined)) return 'arabic';
  if (country !== undefined) return ARAB.has(country) ? 'arabic' : 'foreign';
  const origins = parts.flatMap((part) => words.given(part)?.origin ?? words.family(part)?.origin ?? []);
  return origins.some((origin) => origin !== 'arabic') ? 'foreign' : 'arabic';
}

/** Members of the Arab League where Arabic is the language of most names, and Western Sahara. */
const ARAB = new Set('AE BH DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE'.split(' '));
