/**
 * A baseline for quotations, to stand beside in the tables: the recipe that most open systems follow. What stands in
 * quotation marks is speech when a reporting verb stands near; who speaks is the name next to the verb. It is given the
 * extractor's own names and list of verbs, so that only the quotations differ, and is scored by the same evaluator.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readGold } from '../check/gold.js';
import type { PredictedArticle, PredictedEntity, PredictedQuotation } from '../check/predictions.js';
import { score } from '../check/score.js';
import { scoreTable } from '../check/table.js';
import { createExtractor, toJsonLd } from '../index.js';
import { loadBuiltin } from '../packs/builtin.js';
import { fold } from '../pipeline/normalize.js';

/** Shorter stretches in marks are names more often than speech. */
const FEWEST_WORDS = 3;
/** A verb stands within so many words of the marks, the name within so many of the verb. */
const FARTHEST_VERB = 12;
const FARTHEST_NAME = 8;

/** Words in marks of one style, in one paragraph; the marks are no part of them. */
const MARKED = /"([^"\n]+)"|«([^»\n]+)»|“([^”\n]+)”|”([^“\n]+)“/gu;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The quotations of a text by the recipe; offsets are UTF-16 units, `speakers` are those of the names given. */
export function baselineQuotations(
  text: string,
  names: readonly PredictedEntity[],
  verbs: ReadonlySet<string>,
): readonly PredictedQuotation[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}\u0640]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }));
  return [...text.matchAll(MARKED)].flatMap((match) => {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    if (words.filter((word) => word.start >= start && word.end <= end).length < FEWEST_WORDS) return [];
    const paragraph = outside(text, words, start, end);
    const verb = nearest(paragraph, start, end, FARTHEST_VERB, ({ folded }) => isVerb(folded, verbs));
    if (verb === undefined) return [];
    const name = nearest(
      paragraph,
      verb.start,
      verb.end,
      FARTHEST_NAME,
      (word) => named(names, word) !== undefined,
    );
    const speaker = name === undefined ? undefined : named(names, name)?.id;
    return [{ start, end, kind: 'direct', speaker: speaker === undefined ? [] : [speaker] }];
  });
}

/** The words of a paragraph that are not in the marks. */
function outside(text: string, words: readonly Word[], start: number, end: number): readonly Word[] {
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', end);
  return words.filter(
    (word) => word.start >= from && (to < 0 || word.end <= to) && (word.end <= start || word.start >= end),
  );
}

/** The word nearest to a stretch that fits, at most so many words away; of two as near, the one before. */
function nearest(
  words: readonly Word[],
  start: number,
  end: number,
  farthest: number,
  fits: (word: Word) => boolean,
): Word | undefined {
  const before = words.filter((word) => word.end <= start).reverse();
  const after = words.filter((word) => word.start >= end);
  for (let away = 0; away < farthest; away++)
    for (const word of [before[away], after[away]]) if (word !== undefined && fits(word)) return word;
  return undefined;
}

function isVerb(folded: string, verbs: ReadonlySet<string>): boolean {
  return verbs.has(folded) || (/^[وف]/u.test(folded) && verbs.has(folded.slice(1)));
}

function named(names: readonly PredictedEntity[], { start, end }: Word): PredictedEntity | undefined {
  return names.find(({ occurrences = [] }) =>
    occurrences.some((place) => place.start < end && place.end > start),
  );
}

/** Finite forms of the verbs that are mostly speech. */
function reportingVerbs(): ReadonlySet<string> {
  const forms = loadBuiltin()
    .cues.filter(({ trust }) => trust !== 'weak')
    .flatMap(({ perfect, imperfect }) => [...perfect, ...imperfect]);
  return new Set(forms.filter((form) => form !== '').map(fold));
}

/** Names and quotations of every text that a gold folder annotates, as the evaluator takes them. */
function predictions(goldFolder: string, textFolder: string): readonly PredictedArticle[] {
  const extractor = createExtractor();
  const verbs = reportingVerbs();
  return readGold(goldFolder, textFolder).map(({ id, file }) => {
    const text = readFileSync(path.join(textFolder, file), 'utf8');
    const { mentions = [] } = toJsonLd(extractor.extract({ identifier: id, text })) as PredictedArticle;
    const points = pointsOf(text);
    const units = unitsOf(text);
    const names = mentions.map((entity) => ({
      ...entity,
      occurrences: (entity.occurrences ?? []).map(({ start, end }) => ({
        start: units[start],
        end: units[end],
      })),
    }));
    const quotations = baselineQuotations(text, names, verbs).map((row) => ({
      ...row,
      start: points[row.start],
      end: points[row.end],
    }));
    return { identifier: id, mentions, quotations };
  });
}

/** Code point of each UTF-16 unit. */
function pointsOf(text: string): readonly number[] {
  const points: number[] = [];
  let point = 0;
  for (const letter of text) {
    for (let unit = 0; unit < letter.length; unit++) points.push(point);
    point++;
  }
  return [...points, point];
}

/** UTF-16 unit of each code point. */
function unitsOf(text: string): readonly number[] {
  const units: number[] = [];
  let unit = 0;
  for (const letter of text) {
    units.push(unit);
    unit += letter.length;
  }
  return [...units, unit];
}

function main([goldFolder = 'fixtures/gold', textFolder = 'fixtures/articles']: readonly string[]): void {
  const scores = score(readGold(goldFolder, textFolder), predictions(goldFolder, textFolder));
  console.log(scoreTable(scores));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
