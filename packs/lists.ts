/** Checked rows of the lists to the rows that the pipeline reads. Takes cells, gives typed values; judges nothing. */
import type { EntityType } from '../pipeline/document.js';
import type {
  AttributionRow,
  Certainty,
  CueRow,
  HeadRow,
  Knowledge,
  NamePartRow,
  NameRow,
  NisbaRow,
  Spelling,
  TitleRow,
  WordRow,
} from '../pipeline/knowledge.js';
import type { ListName } from './schemas.js';
import type { Row } from './tsv.js';

/** All of a pack but its digest. */
export type Contents = Omit<Knowledge, 'digest'>;

/** Turns the rows of every list into what a pack holds, still without rules. */
export function contentsOf(tables: Readonly<Record<ListName, { readonly rows: readonly Row[] }>>): Contents {
  return {
    names: [
      ...tables.people.rows.map((row) => nameOf(row, 'Person')),
      ...tables.organizations.rows.map((row) => nameOf(row, 'Organization')),
      // Before the places written by hand, which so overrule them.
      ...tables.gazetteer.rows.map((row) => nameOf(row, 'Place')),
      ...tables.places.rows.map((row) => nameOf(row, 'Place')),
    ],
    givenNames: tables.givenNames.rows.map(namePartOf),
    familyNames: tables.familyNames.rows.map(namePartOf),
    nisbas: tables.nisbas.rows.map(nisbaOf),
    titles: tables.titles.rows.map(titleOf),
    heads: tables.heads.rows.map(headOf),
    cues: tables.cues.rows.map(cueOf),
    complementizers: tables.complementizers.rows.map(wordOf),
    attributions: tables.attributions.rows.map(attributionOf),
    functionWords: tables.functionWords.rows.map(wordOf),
    commonWords: tables.commonWords.rows.map(({ word }) => word),
    rules: [],
  };
}

function nameOf(row: Row, type: EntityType): NameRow {
  return {
    type,
    name: row.name,
    aliases: valuesOf(row.aliases),
    gender: present<'m' | 'f'>(row.gender),
    country: present(row.country),
    kind: present(row.kind),
    offices: row.offices === undefined ? undefined : valuesOf(row.offices),
    population: present(row.population) === undefined ? undefined : Number(row.population),
    spelling: row.spelling as Spelling,
    wikidata: present(row.wikidata),
    certainty: row.reading === 'common' ? 'context' : (row.certainty as Certainty),
  };
}

function namePartOf({ name, gender, origin, reading }: Row): NamePartRow {
  return {
    name,
    gender: present<'m' | 'f' | 'u'>(gender),
    origin: present(origin),
    common: reading === 'common',
  };
}

function nisbaOf({ masculine, feminine, dual, plural, place, country }: Row): NisbaRow {
  return {
    masculine,
    feminine,
    dual: valuesOf(dual),
    plural: valuesOf(plural),
    place,
    country: present(country),
  };
}

function titleOf({ title, feminine, dual, plural, kind, gender }: Row): TitleRow {
  return {
    title,
    feminine: present(feminine),
    dual: valuesOf(dual),
    plural: valuesOf(plural),
    kind,
    gender: present(gender),
  };
}

function headOf({ head, type, inside, gender, dual, plural }: Row): HeadRow {
  return {
    head,
    type: type as HeadRow['type'],
    inside: inside as HeadRow['inside'],
    gender: gender as HeadRow['gender'],
    dual: valuesOf(dual),
    plural: valuesOf(plural),
  };
}

function cueOf(row: Row): CueRow {
  return {
    lemma: row.lemma,
    perfect: valuesOf(row.perfect),
    imperfect: valuesOf(row.imperfect),
    passive: valuesOf(row.passive),
    participle: valuesOf(row.participle),
    masdar: valuesOf(row.masdar),
    complements: valuesOf(row.complements),
    speech: row.speech as CueRow['speech'],
    stance: row.stance,
    trust: row.trust as CueRow['trust'],
    continues: row.continues === 'yes',
  };
}

function attributionOf({ phrase, kind }: Row): AttributionRow {
  return { phrase, kind: kind as AttributionRow['kind'] };
}

function wordOf(row: Row): WordRow {
  return { word: row.word, function: row.function };
}

function valuesOf(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}

/** An empty cell means that nothing is known. */
function present<Value extends string = string>(cell: string | undefined): Value | undefined {
  return cell === undefined || cell === '' ? undefined : (cell as Value);
}
