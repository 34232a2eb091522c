/**
 * What each list of a pack looks like, as data: its file, and for each column what its cells may hold.
 * The reader in `tsv.ts` checks files against it; `lists.ts` turns checked rows into the pipeline's.
 */

/** One column of a list. Cells are plain unless something else is said here. */
export interface Column {
  readonly name: string;
  /** An empty cell is a defect. */
  readonly required?: boolean;
  /** Several values, with `|` between them. */
  readonly many?: boolean;
  /** As many values as this, in a fixed order, each possibly empty. */
  readonly forms?: number;
  /** What each value must be, in words and as a pattern that the whole value matches. */
  readonly expected?: Expected;
}

export interface Expected {
  readonly says: string;
  readonly pattern: RegExp;
}

export interface ListSchema {
  /** Its path in a pack. */
  readonly path: string;
  /** The first one is the key: sorted by it, and different in each row after folding. */
  readonly columns: readonly Column[];
}

export type ListName =
  | 'people'
  | 'organizations'
  | 'places'
  | 'gazetteer'
  | 'givenNames'
  | 'familyNames'
  | 'nisbas'
  | 'titles'
  | 'heads'
  | 'cues'
  | 'complementizers'
  | 'attributions'
  | 'functionWords'
  | 'commonWords';

const key = (name: string): Column => ({ name, required: true });
const plain = (name: string): Column => ({ name });
const many = (name: string): Column => ({ name, many: true });
const forms = (name: string, count: number): Column => ({ name, forms: count });
const oneOf = (name: string, ...values: readonly string[]): Column => ({
  name,
  required: true,
  expected: { says: `one of ${values.join(', ')}`, pattern: new RegExp(`^(?:${values.join('|')})$`, 'u') },
});
const orEmpty = (column: Column): Column => ({ ...column, required: false });
const matching = (name: string, says: string, pattern: RegExp): Column => ({
  name,
  expected: { says, pattern },
});

const word = (name: string): Column =>
  matching(name, 'lower-case words joined by hyphens, such as armed-group', /^[a-z]+(?:[-+][a-z]+)*$/u);
const kind = { ...word('kind'), required: true };
const role = { ...word('function'), required: true };
const country = matching('country', 'two capitals such as JO', /^[A-Z]{2}$/u);
const wikidata = matching('wikidata', 'a Wikidata id such as Q159', /^Q[1-9]\d*$/u);
const population = matching('population', 'digits only', /^\d+$/u);
const spelling = oneOf('spelling', 'arabic', 'foreign');
const certainty = oneOf('certainty', 'sure', 'likely', 'context');
const reading = orEmpty(oneOf('reading', 'common'));
const gender = oneOf('gender', 'm', 'f');

const list = (path: string, ...columns: readonly Column[]): ListSchema => ({ path, columns });

const place = [
  key('name'),
  many('aliases'),
  kind,
  country,
  population,
  spelling,
  wikidata,
  certainty,
  reading,
] as const;
/** The record of a place in the catalogue that named it. */
const source = matching(
  'source',
  'a record of a catalogue such as geonames:99072, geonames:IQ.03 or cldr:IQ',
  /^(?:geonames:(?:\d+|[A-Z]{2}(?:\.[A-Z0-9]+)?)|cldr:[A-Z]{2})$/u,
);

/** All lists, in the order in which they are read. */
export const LISTS: Readonly<Record<ListName, ListSchema>> = {
  people: list(
    'names/people.tsv',
    key('name'),
    many('aliases'),
    orEmpty(gender),
    country,
    many('offices'),
    spelling,
    wikidata,
    certainty,
  ),
  organizations: list(
    'names/organizations.tsv',
    key('name'),
    many('aliases'),
    kind,
    orEmpty(gender),
    country,
    spelling,
    wikidata,
    certainty,
  ),
  places: list('names/places.tsv', ...place),
  gazetteer: list('names/gazetteer.tsv', ...place, { ...source, required: true }),
  givenNames: list(
    'names/given-names.tsv',
    key('name'),
    oneOf('gender', 'm', 'f', 'u'),
    word('origin'),
    reading,
  ),
  familyNames: list('names/family-names.tsv', key('name'), word('origin'), reading),
  nisbas: list(
    'words/nisbas.tsv',
    key('masculine'),
    key('feminine'),
    many('dual'),
    many('plural'),
    plain('place'),
    country,
  ),
  titles: list(
    'words/titles.tsv',
    key('title'),
    plain('feminine'),
    many('dual'),
    many('plural'),
    kind,
    orEmpty(gender),
  ),
  heads: list(
    'words/heads.tsv',
    key('head'),
    oneOf('type', 'Organization', 'Place'),
    oneOf('inside', 'yes', 'no', 'marked', 'generic'),
    gender,
    many('dual'),
    many('plural'),
  ),
  cues: list(
    'words/cue-verbs.tsv',
    key('lemma'),
    forms('perfect', 6),
    forms('imperfect', 6),
    forms('passive', 4),
    forms('participle', 6),
    many('masdar'),
    { ...many('complements'), required: true },
    oneOf('speech', 'direct', 'indirect', 'both', 'topic'),
    { ...word('stance'), required: true },
    oneOf('trust', 'strong', 'medium', 'weak'),
    orEmpty(oneOf('continues', 'yes')),
  ),
  complementizers: list('words/complementizers.tsv', key('word'), role),
  attributions: list(
    'words/attributions.tsv',
    key('phrase'),
    oneOf(
      'kind',
      'according',
      'own-words',
      'turn',
      'channel',
      'writer',
      'relay',
      'boundary',
      'label',
      'anonymous',
      'naming',
    ),
  ),
  functionWords: list('words/stopwords.tsv', key('word'), role),
  commonWords: list('words/common-words.tsv', key('word'), matching('count', 'digits only', /^\d+$/u)),
};
