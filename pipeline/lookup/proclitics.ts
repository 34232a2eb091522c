/**
 * The particles that are written onto a word (و ف ب ل ك س, ال, لل) and combine: which of them can be taken off a
 * token, from none to all. A table of letters decides; whether a word is left is the lookup's question.
 */
import type { Tokens } from '../tokenize.js';

/** One way to take particles off: `وبالعراق` without و, without وب, without وبال. */
export interface Proclitic {
  /** Its number; each way is one object. */
  readonly number: number;
  /** Folded letters taken off. */
  readonly skip: number;
  /** ال was among them. */
  readonly definite: boolean;
  /** ب, ل or ك was among them. */
  readonly preposition: boolean;
  /** س (or ل) before a verb was among them. */
  readonly future: boolean;
  /** The word is ا and what is left: `لليمن` is ل and اليمن. */
  readonly restored: boolean;
}

/** Most letters that particles take up: `وبال`. */
const LONGEST = 4;
const SKIPS = LONGEST + 1;

/** All ways that particles of one sort can be taken off, by the number of their letters. */
function waysOf(sort: number, more: Partial<Proclitic> = {}): readonly Proclitic[] {
  return Array.from({ length: SKIPS }, (_, skip) => ({
    number: sort * SKIPS + skip,
    skip,
    definite: false,
    preposition: false,
    future: false,
    restored: false,
    ...more,
  }));
}

const CONJUNCTION = waysOf(0);
const DEFINITE = waysOf(1, { definite: true });
const PREPOSITION = waysOf(2, { preposition: true });
const FUTURE = waysOf(3, { future: true });
const RESTORED = waysOf(4, { preposition: true, restored: true });
const PREPOSITION_DEFINITE = waysOf(5, { preposition: true, definite: true });

/** All ways by their number. */
export const PROCLITICS: readonly Proclitic[] = [
  CONJUNCTION,
  DEFINITE,
  PREPOSITION,
  FUTURE,
  RESTORED,
  PREPOSITION_DEFINITE,
].flat();

/** The ways in which particles can be taken off a token, fewest letters first. */
export function proclitics(tokens: Tokens, token: number): readonly Proclitic[] {
  const { folded } = tokens;
  const from = tokens.foldStart[token];
  if (tokens.foldLength[token] < 3) return BARE.nothing;
  const first = folded[from];
  if (!OPENERS[first & 63] || first < 0x627 || first > 0x648) return BARE.nothing;
  if (first === WAW || first === FEH) return waysFrom(JOINED, tokens, token, 1);
  if (first === ALEF && isQuestion(tokens, token)) return waysFrom(ASKED, tokens, token, 1);
  return waysFrom(BARE, tokens, token, 0);
}

/** `أبالعراق`: the particle of a question, only where ب or ك and ال follow, since many words begin with أ. */
function isQuestion({ text, start, folded, foldStart, foldLength }: Tokens, token: number): boolean {
  const from = foldStart[token];
  return (
    foldLength[token] > 6 &&
    text.charCodeAt(start[token]) === 0x623 &&
    (folded[from + 1] === BEH || folded[from + 1] === KAF) &&
    folded[from + 2] === ALEF &&
    folded[from + 3] === LAM
  );
}

/** Those of the ways that fit what stands behind the first `at` letters of a token. */
function waysFrom(ways: Ways, tokens: Tokens, token: number, at: number): readonly Proclitic[] {
  const { folded } = tokens;
  const from = tokens.foldStart[token] + at;
  const left = tokens.foldLength[token] - at;
  const letter = folded[from];
  const second = folded[from + 1];
  if (letter === ALEF)
    return second === LAM && left > 3 && (at > 0 || isBareAlef(tokens, token)) ? ways.article : ways.nothing;
  if (left === 3 && (letter === BEH || (letter === LAM && isLatinLetter(second, folded[from + 2]))))
    return ways.preposition;
  if (left < 4) return ways.nothing;
  if (letter === SEEN) return ways.future;
  if (letter === LAM && second === LAM) return ways.doubleLam;
  const article = second === ALEF && folded[from + 2] === LAM && left > 5;
  if (letter === LAM) return article ? ways.lamArticle : ways.lam;
  if (letter !== BEH && letter !== KAF) return ways.nothing;
  return article ? ways.prepositionArticle : ways.preposition;
}

/** `لبي بي سي`: the name of a Latin letter behind ل; `لدي` and `لكي` are words of their own. */
function isLatinLetter(first: number, second: number): boolean {
  return second === YEH && (first === BEH || first === SEEN || first === JEEM || first === TEH);
}

/** `إلياس` and `ألبرت` fold to ا and ل, but carry no article. */
function isBareAlef({ text, start }: Tokens, token: number): boolean {
  const unit = text.charCodeAt(start[token]);
  return unit !== 0x622 && unit !== 0x623 && unit !== 0x625;
}

const ALEF = 0x627;
const BEH = 0x628;
const TEH = 0x62a;
const JEEM = 0x62c;
const SEEN = 0x633;
const FEH = 0x641;
const KAF = 0x643;
const LAM = 0x644;
const WAW = 0x648;
const YEH = 0x64a;

/** Ways by what stands in the word. */
type Ways = ReturnType<typeof waysBehind>;

/** What the particles behind the first `at` letters make of the ways before them. */
function waysBehind(at: number, before: readonly Proclitic[]) {
  const ways = (...more: readonly Proclitic[]): readonly Proclitic[] => [...before, ...more];
  return {
    nothing: ways(),
    article: ways(DEFINITE[at + 2]),
    future: ways(FUTURE[at + 1]),
    preposition: ways(PREPOSITION[at + 1]),
    prepositionArticle: ways(PREPOSITION[at + 1], PREPOSITION_DEFINITE[at + 3]),
    lam: ways(PREPOSITION[at + 1], FUTURE[at + 1]),
    lamArticle: ways(PREPOSITION[at + 1], FUTURE[at + 1], PREPOSITION_DEFINITE[at + 3]),
    doubleLam: ways(RESTORED[at + 1], PREPOSITION[at + 1], PREPOSITION_DEFINITE[at + 2]),
  };
}

const BARE = waysBehind(0, [CONJUNCTION[0]]);
const JOINED = waysBehind(1, [CONJUNCTION[0], CONJUNCTION[1]]);
const ASKED = waysBehind(1, [CONJUNCTION[0]]);
/** By the low six bits of the letter: whether a word that begins with it may begin with a particle. */
const OPENERS: readonly boolean[] = Array.from({ length: 64 }, (_, low) =>
  [ALEF, BEH, SEEN, FEH, KAF, LAM, WAW].some((letter) => (letter & 63) === low),
);
