/**
 * What a validated rule pack gives to the pipeline: the rows of the lists and the rules, as plain data.
 * `packs/` builds it from files; the pipeline only reads it. Words are in ordinary spelling; folding is the lookup's.
 */
import type { EntityType, Gender } from './document.js';
import type { Rule } from './rules/rule.js';

export type Spelling = 'arabic' | 'foreign';
/** `context`: also an ordinary word, a name only when its surroundings say so. */
export type Certainty = 'sure' | 'likely' | 'context';

/** A row of `names/people.tsv`, `organizations.tsv` or `places.tsv`. */
export interface NameRow {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly gender?: Gender;
  /** ISO 3166-1 alpha-2, or EU, UN. */
  readonly country?: string;
  readonly kind?: string;
  /** `وزير الخارجية 2004-` */
  readonly offices?: readonly string[];
  readonly population?: number;
  readonly spelling: Spelling;
  readonly wikidata?: string;
  readonly certainty: Certainty;
}

/** A row of `names/given-names.tsv` or `names/family-names.tsv`. */
export interface NamePartRow {
  readonly name: string;
  readonly gender?: 'm' | 'f' | 'u';
  readonly origin?: string;
  /** Also an ordinary word. */
  readonly common: boolean;
}

/** A row of `words/nisbas.tsv`: `روسي`, tied to its place. */
export interface NisbaRow {
  readonly masculine: string;
  readonly feminine: string;
  readonly dual: readonly string[];
  readonly plural: readonly string[];
  readonly place: string;
  readonly country?: string;
}

/** A row of `words/titles.tsv`. */
export interface TitleRow {
  readonly title: string;
  readonly feminine?: string;
  readonly dual: readonly string[];
  readonly plural: readonly string[];
  readonly kind: string;
  readonly gender?: string;
}

/** A row of `words/heads.tsv`: a class noun that opens a name. */
export interface HeadRow {
  readonly head: string;
  readonly type: 'Organization' | 'Place';
  /** Whether the class noun belongs to the name; `generic` ones name something only with a nationality. */
  readonly inside: 'yes' | 'no' | 'marked' | 'generic';
  readonly gender: Gender;
  readonly dual: readonly string[];
  readonly plural: readonly string[];
}

/** A row of `words/cue-verbs.tsv`. Forms are in the order ms, fs, md, fd, mp, fp; empty where there is none. */
export interface CueRow {
  readonly lemma: string;
  readonly perfect: readonly string[];
  readonly imperfect: readonly string[];
  readonly passive: readonly string[];
  readonly participle: readonly string[];
  readonly masdar: readonly string[];
  /** What the cue takes: `أن`, `إن`, `إلى أن`, `:`, `«`, a bare preposition for nominal complements, … */
  readonly complements: readonly string[];
  readonly speech: 'direct' | 'indirect' | 'both' | 'topic';
  readonly stance: string;
  readonly trust: 'strong' | 'medium' | 'weak';
  /** Carries on the last speaker's words (`أضاف`, `تابع`). */
  readonly continues: boolean;
}

/** A row of `words/attributions.tsv`: a fixed phrase of reporting. */
export interface AttributionRow {
  readonly phrase: string;
  readonly kind:
    | 'according'
    | 'own-words'
    | 'turn'
    | 'channel'
    | 'writer'
    | 'relay'
    | 'boundary'
    | 'label'
    | 'anonymous'
    | 'naming';
}

/** A row of `words/stopwords.tsv`: a word by its function. */
export interface WordRow {
  readonly word: string;
  readonly function: string;
}

/** All of a pack. */
export interface Knowledge {
  /** Hash of everything below. */
  readonly digest: string;
  readonly names: readonly NameRow[];
  readonly givenNames: readonly NamePartRow[];
  readonly familyNames: readonly NamePartRow[];
  readonly nisbas: readonly NisbaRow[];
  readonly titles: readonly TitleRow[];
  readonly heads: readonly HeadRow[];
  readonly cues: readonly CueRow[];
  readonly complementizers: readonly WordRow[];
  readonly attributions: readonly AttributionRow[];
  readonly functionWords: readonly WordRow[];
  /** Frequent ordinary words, which end a name that nobody has listed. */
  readonly commonWords: readonly string[];
  readonly rules: readonly Rule[];
}
