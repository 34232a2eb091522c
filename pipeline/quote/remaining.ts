/**
 * Marked stretches that no frame has claimed: mixed speech of the clause's cue (`أعلن العزم على «…»`), or direct
 * speech with its attribution behind it (`"…"، وفق قوله`). A stretch that nothing announces is no quotation.
 */
import type { Layers } from '../layers.js';
import { opensWithJoint } from '../letters.js';
import { ACCORDING, FINITE_CUE } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { readingWith } from '../resolve/titles.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { trimEnd } from './clause.js';
import type { CueWord } from './cues.js';
import type { Draft } from './drafts.js';
import type { Frame } from './frames.js';
import { countWords, isNameInMarks, SHORT } from './names-in-marks.js';

export function claimRemaining(
  layers: Layers,
  cues: readonly CueWord[],
  frames: ReadonlyMap<number, Frame>,
  claimed: ReadonlySet<number>,
  drafts: readonly Draft[],
): Draft[] {
  const { marks, tokens } = layers;
  if (claimed.size === marks.pairs.length) return [];
  const found: Draft[] = [];
  let inDrafts: Uint8Array | undefined;
  const taken = new Set<number>();
  let next = 0;
  for (let index = 0; index < marks.pairs.length; index++) {
    const pair = marks.pairs[index];
    if (claimed.has(index) || taken.has(index) || pair.last <= pair.first) continue;
    const words = countWords(layers, pair.first, pair.last);
    if (words < 2) continue;
    while (next < cues.length && cues[next].token < pair.open) next++;
    const behind = attributionBehind(layers, frames, pair.close);
    const resumed = behind?.cue === undefined ? -1 : resumedBehind(layers, behind.cue);
    if (resumed < 0 && (words < SHORT || isNameInMarks(layers, index))) continue;
    const cue = behind === undefined && words > SHORT ? governing(layers, cues, next, pair.open) : undefined;
    if (behind === undefined) {
      if (cue === undefined || (pair.close < 0 && words > 60)) continue;
      inDrafts ??= coverage(tokens.count, drafts);
      if (inDrafts[pair.first]) continue;
    }
    const draft = draftOf(layers, pair.first, pair.last, cue, behind);
    found.push(draft);
    if (resumed < 0 || claimed.has(resumed)) continue;
    taken.add(resumed);
    const { first, last } = marks.pairs[resumed];
    found.push({ ...draftOf(layers, first, last, cue, behind), continues: draft });
  }
  return found;
}

function coverage(count: number, drafts: readonly Draft[]): Uint8Array {
  const covered = new Uint8Array(count);
  for (const { kind, first, last } of drafts)
    if (kind === 'direct' || kind === 'headline' || kind === 'colon') covered.fill(1, first, last + 1);
  return covered;
}

interface Behind {
  readonly rule: string;
  readonly cue?: number;
  readonly attribution?: Draft['attribution'];
}

/** `"…"، وفق قوله`, `"…" على حد تعبيره`, `"…"، يقول X`: not `"…". وقال`, which opens the next. */
function attributionBehind(
  { tokens, shapes, lookups }: Layers,
  frames: ReadonlyMap<number, Frame>,
  close: number,
): Behind | undefined {
  if (close < 0) return undefined;
  let token = close + 1;
  if (token < tokens.count && shapes[token] & SHAPE.Comma) token++;
  if (token >= tokens.count || tokens.kind[token] !== WORD || tokens.line[token] !== tokens.line[close])
    return undefined;
  if (THUS.has(tokens, token) && token + 1 < tokens.count) token++;
  const phrase = lookups.phrases.get(token);
  const kind = phrase?.reading.attribution?.kind;
  if (phrase !== undefined && kind !== undefined && (kind === 'own-words' || kind === 'according'))
    return { rule: 'quote/marks-attributed-behind', attribution: { first: token, last: phrase.last, kind } };
  const word = readingWith(lookups, token, ACCORDING);
  if (word?.skip === 0)
    return {
      rule: 'quote/marks-attributed-behind',
      attribution: { first: token, last: token, kind: 'according' },
    };
  if ((lookups.bits[token] & FINITE_CUE) === 0) return undefined;
  const bare = lookups.words[token]?.find(
    ({ reading, skip }) =>
      skip === 0 &&
      reading.cues.some(
        ({ form, row }) => form !== 'participle' && form !== 'masdar' && row.trust === 'strong',
      ),
  );
  if (bare === undefined || opensWithJoint(tokens, token) || (frames.get(token)?.kind ?? 'marks') !== 'marks')
    return undefined;
  return { rule: 'quote/marks-verb-behind', cue: token };
}

const THUS = wordSet('هكذا بهذا كما كذا');

/** `«…»، تقول X، «…»`: the marked words behind the speaker go on with those before; -1 when there are none. */
function resumedBehind(layers: Layers, cue: number): number {
  const { tokens, shapes, marks } = layers;
  for (let token = cue + 1; token < Math.min(tokens.count, cue + FARTHEST_RESUMED); token++) {
    if (tokens.line[token] !== tokens.line[cue]) return -1;
    const pair = marks.opened[token] - 1;
    if (pair < 0) continue;
    const goesOn = (shapes[token - 1] & SHAPE.Comma) !== 0 && marks.pairs[pair].close >= 0;
    return goesOn && !isNameInMarks(layers, pair) ? pair : -1;
  }
  return -1;
}

/** A speaker between two pieces has no more tokens. */
const FARTHEST_RESUMED = 14;

/** The last trusted cue before the mark in its sentence, of those before number `end`. */
function governing(
  { segments, marks, tokens }: Layers,
  cues: readonly CueWord[],
  end: number,
  open: number,
): CueWord | undefined {
  const sentence = segments.sentenceOf[open];
  let aside: CueWord | undefined;
  for (let i = end - 1; i >= 0 && segments.sentenceOf[cues[i].token] === sentence; i--) {
    const cue = cues[i];
    if (isDenied(tokens, cue.token)) continue;
    if (marks.inside[cue.token] !== marks.inside[open]) continue;
    if (open - cue.token > 40) return aside;
    if (
      !cue.readings.some(({ row, form }) => row.trust !== 'weak' && form !== 'masdar' && form !== 'passive')
    )
      continue;
    if (open - cue.token <= NEAR || !isAside(tokens, cue.token)) return cue;
    aside ??= cue;
  }
  return aside;
}

/** A verb so near the mark governs it, in tokens. */
const NEAR = 4;

/** `اعتبر أن المدرب الذي أعلن ترشحه هو «…»`: the verb of a relative clause leaves the mark to the clause around it. */
function isAside(tokens: Layers['tokens'], cue: number): boolean {
  return cue > 0 && RELATIVE_PRONOUNS.has(tokens, cue - 1);
}

const RELATIVE_PRONOUNS = wordSet('الذي التي الذين اللذين اللتين');

/** `سكان لم تكشف أسماؤهم`, `رفضت كشف هويتها`: of such a cue nothing is said. */
function isDenied(tokens: Layers['tokens'], cue: number): boolean {
  return cue > 0 && DENIALS.has(tokens, cue - 1);
}

const DENIALS = wordSet('لم لن دون بدون عدم رفض رفضت رفضوا', 'وف');

function draftOf(
  layers: Layers,
  first: number,
  last: number,
  cue: CueWord | undefined,
  behind: Behind | undefined,
): Draft {
  const { tokens, lookups } = layers;
  const token = behind?.cue ?? cue?.token;
  const reading =
    cue?.readings.find(({ row }) => row.trust !== 'weak') ??
    (token === undefined ? undefined : lookups.words[token]?.flatMap((word) => word.reading.cues)[0]);
  const rule = behind?.rule ?? 'quote/cue-marks-in-clause';
  const spans =
    token === undefined ? undefined : { cue: { start: tokens.start[token], end: tokens.end[token] } };
  return {
    kind: behind === undefined || behind.attribution?.kind === 'own-words' ? 'mixed' : 'direct',
    first,
    last: trimEnd(layers, first, last),
    cue: token === undefined ? undefined : { token, reading },
    evidence: [{ rule, spans, rows: reading === undefined ? undefined : [`cue-verbs:${reading.row.lemma}`] }],
    polarity: 'asserted',
    stance: reading?.row.stance ?? 'neutral',
    attribution: behind?.attribution,
  };
}
