/**
 * The particles that are written onto a word (و ف ب ل ك س, ال, لل) and combine: which of them can be taken off a
 * token, from none to all. A table of letters decides; whether a word is left is the lookup's question.
 */
import type { Tokens } from '../tokenize.js';

/** One way to take particles off: `وبالعراق` without و, without وب, without وبال. */
export interface Proclitic {
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

/** The ways in which particles can be taken off a token, fewest letters first. */
export function proclitics(tokens: Tokens, token: number): readonly Proclitic[] {
  const { folded } = tokens;
  const from = tokens.foldStart[token];
  const length = tokens.foldLength[token];
  if (length < 3) return PLAIN;
  const first = folded[from];
  if (!OPENERS[first & 63] || first < 0x627 || first > 0x648) return PLAIN;
  const ways: Proclitic[] = [NONE];
  addFrom(ways, 0);
  if ((first === WAW || first === FEH) && length > 2) {
    ways.push(way(1));
    addFrom(ways, 1);
  }
  return ways;

  function addFrom(into: Proclitic[], at: number): void {
    const left = length - at;
    const letter = folded[from + at];
    if (letter === ALEF && folded[from + at + 1] === LAM && left > 3 && (at > 0 || isBareAlef(tokens, token)))
      into.push(way(at + 2, { definite: true }));
    if (letter === BEH && left === 3) into.push(way(at + 1, { preposition: true }));
    if (left < 4) return;
    if (letter === SEEN) into.push(way(at + 1, { future: true }));
    if (letter !== BEH && letter !== LAM && letter !== KAF) return;
    if (letter === LAM && folded[from + at + 1] === LAM) {
      into.push(way(at + 1, { preposition: true, restored: true }));
      into.push(way(at + 1, { preposition: true }));
      into.push(way(at + 2, { preposition: true, definite: true }));
      return;
    }
    into.push(way(at + 1, { preposition: true }));
    if (letter === LAM) into.push(way(at + 1, { future: true }));
    if (folded[from + at + 1] === ALEF && folded[from + at + 2] === LAM && left > 5)
      into.push(way(at + 3, { preposition: true, definite: true }));
  }
}

/** `إلياس` and `ألبرت` fold to ا and ل, but carry no article. */
function isBareAlef({ text, start }: Tokens, token: number): boolean {
  const unit = text.charCodeAt(start[token]);
  return unit !== 0x622 && unit !== 0x623 && unit !== 0x625;
}

function way(skip: number, more: Partial<Proclitic> = {}): Proclitic {
  return { skip, definite: false, preposition: false, future: false, restored: false, ...more };
}

const ALEF = 0x627;
const BEH = 0x628;
const SEEN = 0x633;
const FEH = 0x641;
const KAF = 0x643;
const LAM = 0x644;
const WAW = 0x648;

const NONE: Proclitic = { skip: 0, definite: false, preposition: false, future: false, restored: false };
const PLAIN: readonly Proclitic[] = [NONE];
/** By the low six bits of the letter: whether a word that begins with it may begin with a particle. */
const OPENERS: readonly boolean[] = Array.from({ length: 64 }, (_, low) =>
  [ALEF, BEH, SEEN, FEH, KAF, LAM, WAW].some((letter) => (letter & 63) === low),
);
