/**
 * Rows of lists that are taken out one at a time, and who notices: only the articles that met the row are read again, with the pack's
 * image as it is but for the row. The sample is drawn by a seed among the rows that the articles meet.
 */
import type { ReadArticle } from '../../corpus/read.js';
import { createExtractor, type Extractor, type Rule, serialize } from '../../index.js';
import type { Contents } from '../../packs/lists.js';
import { LIST_PARTS, rowsOf } from '../../packs/merge.js';
import type { PackImage } from '../../pipeline/lookup/image.js';
import type { ListName } from '../../pipeline/lookup/phrases.js';
import { withoutRows } from '../../pipeline/lookup/without-rows.js';
import { generator } from '../bootstrap.js';
import type { Notice } from './notice.js';

export interface RowMutant {
  /** `people:` and the row's first cell. */
  readonly name: string;
  readonly notice: Notice;
}

export interface RowPack {
  readonly image: PackImage;
  readonly lists: Contents;
  readonly rules: readonly Rule[];
}

/** Takes out a sample of the rows that articles meet. */
export function tryRows(
  pack: RowPack,
  articles: readonly ReadArticle[],
  { size, seed }: { readonly size: number; readonly seed: number },
): readonly RowMutant[] {
  const whole = createExtractor({ image: pack.image }).withRules(pack.rules);
  const met = metIn(whole, articles);
  const lines = articles.map((article) => lineOf(whole, article));
  const places = placesOf(pack.lists);
  const known = [...met.keys()].filter((row) => places.has(row)).sort();
  return sample(known, size, seed).map((row) => {
    const { written, list, rows } = places.get(row)!;
    const changed = createExtractor({ image: withoutRows(pack.image, list, rows) }).withRules(pack.rules);
    const where = met.get(row)!;
    const isNoticed = where.some((index) => lineOf(changed, articles[index]) !== lines[index]);
    if (isNoticed) return { name: written, notice: 'articles' };
    const isMet = where.some((index) => rowsIn(changed, articles[index]).has(row));
    return { name: written, notice: isMet ? 'nothing' : 'firings' };
  });
}

function lineOf(extractor: Extractor, { record: { article, problems } }: ReadArticle): string {
  return serialize(extractor.extract(article, problems));
}

function rowsIn(extractor: Extractor, { record: { article } }: ReadArticle): ReadonlySet<string> {
  return new Set(extractor.meetRows(article.text).map(({ list, key }) => `${list}:${key}`));
}

/** Rows by list and key → numbers of the articles that meet them. */
function metIn(
  extractor: Extractor,
  articles: readonly ReadArticle[],
): ReadonlyMap<string, readonly number[]> {
  const met = new Map<string, number[]>();
  articles.forEach((article, index) => {
    for (const row of rowsIn(extractor, article)) met.set(row, [...(met.get(row) ?? []), index]);
  });
  return met;
}

interface RowPlace {
  readonly written: string;
  readonly list: ListName;
  readonly rows: Set<number>;
}

const IMAGE_LISTS: Readonly<Record<Exclude<keyof Contents, 'rules'>, ListName>> = {
  names: 'name',
  givenNames: 'given',
  familyNames: 'family',
  nisbas: 'nisba',
  titles: 'title',
  heads: 'head',
  cues: 'cue',
  complementizers: 'complementizer',
  attributions: 'attribution',
  functionWords: 'function',
  commonWords: 'common',
};

/** Where the image has each row; a place that two files list has two. */
function placesOf(lists: Contents): ReadonlyMap<string, RowPlace> {
  const places = new Map<string, RowPlace>();
  for (const part of LIST_PARTS) {
    let number = 0;
    for (const { list, key, written } of rowsOf(lists, part)) {
      const id = `${list}:${key}`;
      const place = places.get(id) ?? {
        written: `${list}:${written}`,
        list: IMAGE_LISTS[part as keyof typeof IMAGE_LISTS],
        rows: new Set<number>(),
      };
      places.set(id, place);
      place.rows.add(number++);
    }
  }
  return places;
}

/** So many of them, drawn by chance and in their order. */
function sample(rows: readonly string[], size: number, seed: number): readonly string[] {
  const random = generator(seed);
  const drawn = rows.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at);
  const taken = new Set(drawn.slice(0, size).map(({ row }) => row));
  return rows.filter((row) => taken.has(row));
}
