/**
 * Frames and marks to quotations without speakers: direct, mixed, indirect and colon speech.
 * Each marked stretch is claimed once, by the nearest announcing cue before it, or by an attribution behind it.
 */
import type { Evidence } from '../document.js';
import type { Layers } from '../layers.js';
import { ADVERBIAL, FINITE_CUE, PREPOSITION, STOPPING_CUE } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { isApart } from '../segment.js';
import { foldedWord, PUNCT, WORD } from '../tokenize.js';
import { findAttributed } from './attributed.js';
import { clauseEnd, joinedComplementizer, trimEnd } from './clause.js';
import type { CueWord } from './cues.js';
import type { Draft } from './drafts.js';
import { complementizerAt, type Frame, frameOf, pairOpenedAt } from './frames.js';
import { findHeadlines } from './headlines.js';
import { countWords, isNameInMarks, SHORT } from './names-in-marks.js';
import { polarityOf } from './polarity.js';
import { claimRemaining } from './remaining.js';

/** Of a clause, this share of words in marks makes it the speaker's words with a frame of the writer's. */
const MOSTLY_MARKED = 0.65;

export function findQuotations(layers: Layers, cues: readonly CueWord[]): Draft[] {
  const frames = new Map<number, Frame>();
  for (const cue of cues) {
    const frame = frameOf(layers, cue);
    if (frame !== undefined) frames.set(cue.token, frame);
  }
  const owners = new Map<number, Frame>();
  for (const frame of frames.values()) {
    const pair = frame.pair ?? pairOpenedAt(layers, frame.content);
    if (pair >= 0) owners.set(pair, frame);
  }
  const claimed = new Set<number>();
  const drafts: Draft[] = [];
  let reported = -1;
  for (const frame of frames.values()) {
    reported = Math.max(reported, drafts.at(-1)?.last ?? -1);
    if (frame.reading.row.trust === 'weak' && frame.cue.token <= reported) continue;
    if (frame.kind === 'clause') drafts.push(...clausesDrafts(layers, frames, owners, frame, claimed));
    else if (frame.kind === 'marks') drafts.push(...markedDrafts(layers, frame, claimed));
    else drafts.push(...colonDrafts(layers, frames, frame));
  }
  drafts.push(...findHeadlines(layers, frames));
  drafts.push(...claimRemaining(layers, cues, frames, claimed, drafts));
  drafts.push(...findAttributed(layers, frames, drafts));
  const said = drafts.filter(({ first, last }) => countWords(layers, first, last) > 0);
  return withoutCrossings(inTextOrder(withoutRepeats(said)));
}

/** What every row of a frame says of its cue. */
function common(layers: Layers, frame: Frame): Pick<Draft, 'frame' | 'cue' | 'polarity' | 'stance'> {
  return {
    frame,
    cue: { token: frame.cue.token, reading: frame.reading },
    polarity: polarityOf(layers, frame),
    stance: frame.reading.row.stance,
  };
}

function evidenceOf({ tokens }: Layers, rule: string, frame: Frame): Evidence[] {
  const { token } = frame.cue;
  return [
    {
      rule,
      spans: {
        cue: { start: tokens.start[token], end: tokens.end[token] },
        complement: { start: tokens.start[frame.complement], end: tokens.end[frame.complement] },
      },
      rows: [`cue-verbs:${frame.reading.row.lemma}`],
    },
  ];
}

/** The clause of a frame, and those that go on with it: `أن «…»، وأن المدن تكبر`, `أن الطريق جاهز. وأن الافتتاح غدا`. */
function clausesDrafts(
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
  const base = common(layers, frame);
  const evidence = evidenceOf(layers, 'quote/cue-complementizer', frame);
  const inside = partsInside(layers, first, last);
  if (inside.length === 0) return [{ ...base, kind: 'indirect', first, last, evidence, verbatim: [] }];
  const parts = inside.filter((pair) => !claimed.has(pair) && !hasOwnCue(owners, frame, pair));
  const marked = parts.reduce((sum, pair) => sum + pairWords(layers, pair), 0);
  const mostly = marked >= words * MOSTLY_MARKED;
  for (const pair of parts) claimed.add(pair);
  const clause: Draft | undefined = mostly
    ? undefined
    : {
        ...base,
        kind: 'indirect',
        first,
        last,
        evidence,
        verbatim: parts
          .filter((pair) => layers.marks.pairs[pair].last <= last)
          .map((pair) => [layers.marks.pairs[pair].first, layers.marks.pairs[pair].last] as const),
      };
  const rows: Draft[] = clause === undefined ? [] : [clause];
  for (const pair of parts) {
    if (pairWords(layers, pair) < 2 && !(mostly && parts.length === 1)) continue;
    const { first: from, last: to } = layers.marks.pairs[pair];
    rows.push({
      ...base,
      kind: 'mixed',
      first: from,
      last: trimEnd(layers, from, to),
      evidence: [...evidence, ...evidenceOf(layers, 'quote/marks-in-clause', frame)],
      partOf: clause,
    });
  }
  return rows;
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
  return [
    {
      ...common(layers, frame),
      kind: 'mixed',
      first,
      last: trimEnd(layers, first, last),
      evidence,
    },
  ];
}

/** `أن الوزير سيؤكد "…"`: a verb inside the clause announces the marked words itself. */
function hasOwnCue(owners: ReadonlyMap<number, Frame>, outer: Frame, pair: number): boolean {
  const owner = owners.get(pair);
  return owner !== undefined && owner !== outer && owner.cue.token > outer.content;
}

function pairWords(layers: Layers, pair: number): number {
  const { first, last } = layers.marks.pairs[pair];
  return countWords(layers, first, last);
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

function markedDrafts(layers: Layers, frame: Frame, claimed: Set<number>): Draft[] {
  const base = common(layers, frame);
  const rows: Draft[] = [];
  let pair = frame.pair ?? -1;
  while (pair >= 0 && !claimed.has(pair)) {
    claimed.add(pair);
    const { first, last, close } = layers.marks.pairs[pair];
    const end = close < 0 ? trimEnd(layers, first, last) : last;
    const kind = rows.length === 0 && !isOwnUtterance(layers, frame) ? 'mixed' : 'direct';
    rows.push({
      ...base,
      kind,
      first,
      last: end,
      evidence: evidenceOf(
        layers,
        kind === 'direct' ? 'quote/cue-marks' : 'quote/cue-marks-in-clause',
        frame,
      ),
      continues: rows[0],
    });
    pair = close < 0 ? -1 : nextPiece(layers, close);
  }
  return rows;
}

/** After a colon, two dots, or directly at the subject the marked words stand for themselves. */
function isOwnUtterance({ tokens, shapes }: Layers, frame: Frame): boolean {
  const open = frame.content - 1;
  if (frame.complement !== open) return true;
  const before = open - 1;
  if (before <= frame.cue.token) return true;
  if (tokens.kind[before] !== WORD) return true;
  const shape = shapes[before];
  if (shape & SHAPE.Time) return true;
  return (shape & (SHAPE.Function | SHAPE.Bare)) === 0 && tokens.foldLength[before] > 1;
}

/** `"…"، و"…"`, `"…"، لكن "…"`: the same speaker goes on behind a joining word. */
function nextPiece(layers: Layers, close: number): number {
  const { tokens, shapes } = layers;
  for (let token = close + 1; token <= close + 3 && token < tokens.count; token++) {
    if (tokens.line[token] !== tokens.line[close]) return -1;
    const pair = pairOpenedAt(layers, token);
    if (pair >= 0) return isNameInMarks(layers, pair) || pairWords(layers, pair) < SHORT ? -1 : pair;
    const joins = shapes[token] & SHAPE.Comma || JOINING.has(foldedWord(tokens, token));
    if (!joins) return -1;
  }
  return -1;
}

const JOINING = new Set(['و', 'لكن', 'ولكن', 'كما', 'او', 'ثم', 'بل']);

function colonDrafts(layers: Layers, frames: ReadonlyMap<number, Frame>, frame: Frame): Draft[] {
  const { segments, tokens } = layers;
  const first = frame.content;
  let last = clauseEnd({ layers, frames }, first);
  const line = segments.lines[segments.sentences[segments.sentenceOf[first]].line];
  for (let next = last + 1; next < Math.min(line.end, first + LONGEST_SPEECH); next = last + 1) {
    const sentence = segments.sentences[segments.sentenceOf[next]];
    const ended = next > sentence.first ? !isSentenceEnd(layers, next) : isApart(tokens, next);
    if (ended || startsAnew(layers, frames, nextWord(layers, next, line.end))) break;
    const from = nextWord(layers, next, line.end);
    if (from < 0) break;
    last = Math.max(next, clauseEnd({ layers, frames }, from));
  }
  last = trimEnd(layers, first, last);
  if (countWords(layers, first, last) < 2 || tokens.line[first] !== tokens.line[last]) return [];
  return [
    {
      ...common(layers, frame),
      kind: 'colon',
      first,
      last,
      evidence: evidenceOf(layers, 'quote/cue-colon', frame),
    },
  ];
}

/** Unmarked speech is not followed further, in tokens. */
const LONGEST_SPEECH = 400;

function isSentenceEnd({ tokens, segments }: Layers, token: number): boolean {
  return (
    token > 0 &&
    segments.sentences[segments.sentenceOf[token]].end === token + 1 &&
    tokens.kind[token] !== WORD
  );
}

function nextWord({ tokens }: Layers, from: number, end: number): number {
  for (let token = from; token < end; token++) if (tokens.kind[token] === WORD) return token;
  return -1;
}

/** The next sentence is the writer's when it opens with a verb of speech, a name, or a turn (`من جهته`). */
function startsAnew(layers: Layers, frames: ReadonlyMap<number, Frame>, token: number): boolean {
  if (token < 0) return true;
  const { figures, lookups, shapes } = layers;
  if (frames.has(token) || opensWithVerb(layers, token)) return true;
  const far =
    figures.at[token] !== 0 || shapes[token] & SHAPE.Title || lookups.bits[token] & (PREPOSITION | ADVERBIAL);
  const reach = far ? 14 : 9;
  for (let next = token; next < token + reach; next++)
    if ((frames.get(next)?.reading.form ?? 'masdar') !== 'masdar') return true;
  const kind = lookups.phrases.get(token)?.reading.attribution?.kind;
  return kind === 'turn' || kind === 'writer';
}

/** `وتمنت على …`, `ولم تذكر الشرطة …`: a verb of speech, with or without words of its own, is the writer's. */
function opensWithVerb({ tokens, lookups }: Layers, token: number): boolean {
  const word = foldedWord(tokens, token);
  if (!word.startsWith('و')) return false;
  const verb = NEGATIONS.has(word) ? token + 1 : token;
  if ((lookups.bits[verb] & STOPPING_CUE) === 0 || (lookups.bits[verb] & FINITE_CUE) === 0) return false;
  return (lookups.words[verb] ?? []).some(({ reading }) =>
    reading.cues.some(({ row, first }) => row.trust === 'strong' && !first),
  );
}

const NEGATIONS = new Set(['ولم', 'ولا', 'ولن']);

/** More tokens than any text has, so that a pair of tokens makes one number. */
const LONGEST_TEXT = 2 ** 26;

/** The same words announced twice are one quotation; the first, more precise finding stays. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<number>();
  return drafts.filter(({ first, last }) => {
    const key = first * LONGEST_TEXT + last;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Quotations nest or follow each other; of two that cross, the one that starts later gives way. */
function withoutCrossings(drafts: readonly Draft[]): Draft[] {
  const open: Draft[] = [];
  return drafts.filter((draft) => {
    while (open.length > 0 && open[open.length - 1].last < draft.first) open.pop();
    const around = open.at(-1);
    if (around !== undefined && draft.last > around.last) return false;
    open.push(draft);
    return true;
  });
}

function inTextOrder(drafts: Draft[]): Draft[] {
  return drafts.sort((a, b) => a.first - b.first || b.last - a.last);
}
