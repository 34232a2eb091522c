/**
 * Clauses that a verb reports (`أكد أن …`) to drafts: the clause as indirect speech with its marked parts, or the marked
 * parts alone where the words are mostly the speaker's. Takes a frame; claims the marked stretches that it uses.
 */
import type { Layers } from '../layers.js';
import { SHAPE } from '../recognize/shapes.js';
import { PUNCT, WORD } from '../tokenize.js';
import { clauseEnd, trimEnd } from './clause.js';
import { joinedComplementizer } from './clause-ends.js';
import { complementizerAt } from './complementizers.js';
import type { Draft } from './drafts.js';
import { announced, draftOfFrame, evidenceOf } from './frame-drafts.js';
import { type Frame, pairOpenedAt } from './frames.js';
import { countWords, isNameInMarks, pairWords, SHORT } from './names-in-marks.js';

/** The clause of a frame, and those that go on with it: `أن «…»، وأن المدن تكبر`, `أن الطريق جاهز. وأن الافتتاح غدا`. */
export function clausesDrafts(
  layers: Layers,
  frames: ReadonlyMap<number, Frame>,
  owners: ReadonlyMap<number, Frame>,
  frame: Frame,
  claimed: Set<number>,
): Draft[] {
  const rows: Draft[] = [];
  let content = frame.content;
  for (let clauses = 0; content >= 0 && clauses < MOST_CLAUSES; clauses++) {
    const found = clauseDrafts(
      layers,
      frames,
      owners,
      content === frame.content ? frame : { ...frame, content },
      claimed,
    );
    const head = rows[0];
    for (const row of head === undefined ? found : asLater(found, head)) rows.push(row);
    const last = found.reduce((farthest, row) => Math.max(farthest, row.last), -1);
    content = last < 0 ? -1 : furtherClause(layers, last + 1);
  }
  return rows;
}

const MOST_CLAUSES = 4;

/** The rows of a later clause as continuations of the first; parts stay with their own clause. */
function asLater(rows: readonly Draft[], head: Draft): Draft[] {
  const later = new Map<Draft, Draft>();
  for (const row of rows) {
    const around = row.partOf === undefined ? undefined : later.get(row.partOf);
    later.set(row, { ...row, partOf: around, continues: around === undefined ? head : undefined });
  }
  return [...later.values()];
}

/** First token of a clause that `وأن` joins to the one before `from`; -1 when there is none. */
function furtherClause(layers: Layers, from: number): number {
  const { tokens, shapes } = layers;
  let token = from;
  while (
    token < Math.min(tokens.count, from + 3) &&
    (tokens.kind[token] === PUNCT || shapes[token] & SHAPE.Close)
  )
    token++;
  if (token === from || token + 1 >= tokens.count || tokens.line[token + 1] !== tokens.line[from - 1])
    return -1;
  return joinedComplementizer(layers, token);
}

/** Of a clause, this share of words in marks makes it the speaker's words with a frame of the writer's. */
const MOSTLY_MARKED = 0.65;

function clauseDrafts(
  layers: Layers,
  frames: ReadonlyMap<number, Frame>,
  owners: ReadonlyMap<number, Frame>,
  frame: Frame,
  claimed: Set<number>,
): Draft[] {
  const first = frame.content;
  const last = clauseEnd({ layers, frames, cue: frame.cue.token }, first);
  const leading = leadingPair(layers, first, last);
  if (leading >= 0 && !claimed.has(leading)) return leadingDraft(layers, frame, leading, claimed);
  const words = countWords(layers, first, last);
  if (words < 2 && layers.marks.opened[first] === 0) return [];
  const whole = pairOpenedAt(layers, first);
  if (whole >= 0 && claimed.has(whole) && layers.marks.pairs[whole].last >= last - 1) return [];
  const said = announced(layers, frame);
  const evidence = evidenceOf(layers, 'quote/cue-complementizer', frame);
  const inside = partsInside(layers, first, last);
  if (inside.length === 0) return [draftOfFrame(said, 'indirect', first, last, evidence, [])];
  const parts = inside.filter((pair) => !claimed.has(pair) && !hasOwnCue(owners, frame, pair));
  const marked = parts.reduce((sum, pair) => sum + pairWords(layers, pair), 0);
  const mostly = marked >= words * MOSTLY_MARKED;
  for (const pair of parts) claimed.add(pair);
  const clause: Draft | undefined = mostly
    ? undefined
    : draftOfFrame(said, 'indirect', first, last, evidence, verbatimIn(layers, parts, last));
  const rows: Draft[] = clause === undefined ? [] : [clause];
  for (const pair of parts) {
    if (pairWords(layers, pair) < 2 && !(mostly && parts.length === 1)) continue;
    const { first: from, last: to } = layers.marks.pairs[pair];
    const end = trimEnd(layers, from, to);
    const both = [...evidence, ...evidenceOf(layers, 'quote/marks-in-clause', frame)];
    rows.push(draftOfFrame(said, 'mixed', from, end, both, undefined, clause));
  }
  return rows;
}

/** The marked parts that lie within a clause. */
function verbatimIn({ marks }: Layers, parts: readonly number[], last: number): Draft['verbatim'] {
  return parts
    .filter((pair) => marks.pairs[pair].last <= last)
    .map((pair) => [marks.pairs[pair].first, marks.pairs[pair].last] as const);
}

/** `أن "التطبيع خيانة"، ليسمح …`, `إنه "تحول كبير" تحت ذريعة`: what stands behind the marks is the writer's again. */
function leadingPair(layers: Layers, first: number, last: number): number {
  const { marks, shapes, tokens } = layers;
  const pair = pairOpenedAt(layers, shapes[first] & SHAPE.Open ? first : first + 1);
  if (pair < 0 || (!(shapes[first] & SHAPE.Open) && complementizerAt(layers, first) === undefined)) return -1;
  const { close } = marks.pairs[pair];
  if (close < 0 || close >= last || isNameInMarks(layers, pair) || pairWords(layers, pair) < SHORT) return -1;
  const next = close + 1;
  const apart = shapes[next] & (SHAPE.Comma | SHAPE.Function) || tokens.kind[next] !== WORD;
  const more = partsInside(layers, next, last).length > 0;
  return apart && !more ? pair : -1;
}

function leadingDraft(layers: Layers, frame: Frame, pair: number, claimed: Set<number>): Draft[] {
  claimed.add(pair);
  const { first, last } = layers.marks.pairs[pair];
  const evidence = [
    ...evidenceOf(layers, 'quote/cue-complementizer', frame),
    ...evidenceOf(layers, 'quote/marks-in-clause', frame),
  ];
  return [draftOfFrame(announced(layers, frame), 'mixed', first, trimEnd(layers, first, last), evidence)];
}

/** `أن الوزير سيؤكد "…"`: a verb inside the clause announces the marked words itself. */
function hasOwnCue(owners: ReadonlyMap<number, Frame>, outer: Frame, pair: number): boolean {
  const owner = owners.get(pair);
  return owner !== undefined && owner !== outer && owner.cue.token > outer.content;
}

/** The marked stretches of a clause that are speech, the outermost ones only. */
function partsInside(layers: Layers, first: number, last: number): number[] {
  const { pairs } = layers.marks;
  const parts: number[] = [];
  let open = first;
  for (let pair = firstPairFrom(pairs, first); pair < pairs.length && pairs[pair].open <= last; pair++) {
    if (pairs[pair].open < open) continue;
    if (!isNameInMarks(layers, pair) && (pairWords(layers, pair) > 1 || last - first < 8)) parts.push(pair);
    open = Math.max(pairs[pair].open, pairs[pair].last) + 1;
  }
  return parts;
}

/** Index of the first pair that opens at a token or behind it. */
function firstPairFrom(pairs: Layers['marks']['pairs'], token: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle].open < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
