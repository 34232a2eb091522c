/**
 * Statements that only an attribution marks, behind them (`سترتفع الحرارة غدا، وفقا لمركز الأرصاد`) or ahead of them
 * (`وبحسب مصدر أمني، فإن الطريق أغلق`). A norm is no speaker: `وفقا للقانون، يعاقب المخالف`.
 */
import type { Layers } from '../layers.js';
import { ACCORDING, ANONYMOUS, FINITE_CUE, HEAD } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import type { Sentence } from '../segment.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { trimEnd } from './clause.js';
import type { Draft } from './drafts.js';
import type { Frame } from './frames.js';
import { countWords } from './names-in-marks.js';

/** A statement has at least so many words and at most so many tokens. */
const FEWEST_WORDS = 4;
const LONGEST = 120;
/** Behind the phrase the speaker stands within so many tokens, and ahead of a statement ends at a comma within so many. */
const FARTHEST_SPEAKER = 3;
const LONGEST_SPEAKER = 16;

export function findAttributed(
  layers: Layers,
  frames: ReadonlyMap<number, Frame>,
  drafts: readonly Draft[],
): Draft[] {
  const places = accordingPlaces(layers);
  if (places.length === 0) return [];
  const { segments, tokens } = layers;
  const covered = new Uint8Array(tokens.count);
  for (const { first, last } of drafts) covered.fill(1, first, last + 1);
  for (const token of frames.keys()) covered[token] = 1;
  return places.flatMap(({ first: token, last }) => {
    const sentence = segments.sentences[segments.sentenceOf[token]];
    if (segments.lines[sentence.line].kind === 'byline') return [];
    const draft = statementOf(layers, covered, sentence, token, last);
    if (draft === undefined) return [];
    covered.fill(1, draft.first, draft.last + 1);
    return [draft];
  });
}

/** Phrases that name a source (`وفق`, `حسبما ذكرت`) outside marks, with a speaker behind them, in text order. */
function accordingPlaces(layers: Layers): readonly { readonly first: number; readonly last: number }[] {
  const { lookups, marks, tokens } = layers;
  const found: { first: number; last: number }[] = [];
  const add = (first: number, last: number): void => {
    if (marks.inside[first] === 0 && namesSpeaker(layers, last + 1)) found.push({ first, last });
  };
  for (const [first, { last, reading }] of lookups.phrases)
    if (reading.attribution?.kind === 'according') add(first, last);
  for (let token = 0; token < tokens.count; token++) {
    if (lookups.bits[token] & ACCORDING && !lookups.phrases.has(token)) add(token, token);
  }
  return found.sort((a, b) => a.first - b.first);
}

/** A person, a body or an unnamed source stands behind the phrase, a verb of saying at most between them. */
function namesSpeaker({ tokens, figures, lookups, shapes }: Layers, from: number): boolean {
  if (lookups.bits[from - 1] & ANONYMOUS) return true;
  for (let token = from; token < Math.min(tokens.count, from + FARTHEST_SPEAKER); token++) {
    if (tokens.kind[token] !== WORD && figures.at[token] === 0) return false;
    const figure = figures.at[token];
    if (figure !== 0) return figures.figures[figure - 1].entity.type !== 'Place';
    if (lookups.bits[token] & (ANONYMOUS | HEAD) || shapes[token] & SHAPE.Title) return true;
    if ((lookups.bits[token] & FINITE_CUE) === 0 && !SAYING.has(tokens, token)) return false;
  }
  return false;
}

/** What stands between the phrase and its speaker: `وفق ما ذكرته`, `بحسب تصريحات`. */
const SAYING = wordSet(
  'ما لما في جاء ورد نقلت نقله نقلته اوردته اورده ذكرته ذكره قاله قالته افاد افادت اعلنته اعلنه نشرته نشره نشرتها',
);

function statementOf(
  layers: Layers,
  covered: Uint8Array,
  sentence: Sentence,
  token: number,
  last: number,
): Draft | undefined {
  const ahead = token === sentence.first;
  if (!ahead && !(layers.shapes[token - 1] & SHAPE.Comma)) return undefined;
  const first = ahead ? statementStart(layers, last + 1, sentence.end) : wordFrom(layers, sentence.first);
  const end = ahead ? sentence.end - 1 : token - 2;
  if (first < 0 || end - first > LONGEST || end < first) return undefined;
  for (let at = first; at <= end; at++) if (covered[at] !== 0) return undefined;
  const { tokens } = layers;
  const to = trimEnd(layers, first, end);
  if (countWords(layers, first, to) < FEWEST_WORDS) return undefined;
  return {
    kind: 'indirect',
    first,
    last: to,
    evidence: [
      {
        rule: ahead ? 'quote/attributed-ahead' : 'quote/attributed-behind',
        spans: { attribution: { start: tokens.start[token], end: tokens.end[last] } },
      },
    ],
    polarity: 'asserted',
    stance: 'neutral',
    attribution: { first: token, last, kind: 'according' },
  };
}

/** Behind the speaker's comma, and behind `فإن`. */
function statementStart({ tokens, shapes }: Layers, from: number, end: number): number {
  for (let token = from; token < Math.min(end, from + LONGEST_SPEAKER); token++) {
    const then = THEN.has(tokens, token);
    if (!then && !(shapes[token] & SHAPE.Comma)) continue;
    const next = then || (token + 1 < end && !THEN.has(tokens, token + 1)) ? token + 1 : token + 2;
    return next < end ? next : -1;
  }
  return -1;
}

const THEN = wordSet('فان');

function wordFrom({ tokens }: Layers, from: number): number {
  return tokens.kind[from] === WORD ? from : from + 1;
}
