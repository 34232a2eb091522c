/**
 * Cues: the words of a text that may announce speech, with their readings as forms of reporting verbs.
 * Takes the lookups; leaves out what a fixed phrase shows to be the writer's own voice (`يذكر أن`, `من المتوقع أن`).
 */
import { CUE, type Cue } from '../lookup/lexicon.js';
import type { Layers } from '../layers.js';
import { foldedWord, WORD } from '../tokenize.js';

/** A word that may announce speech. */
export interface CueWord {
  readonly token: number;
  readonly readings: readonly Cue[];
  /** و, ف or ل (`ليضيف`) stands before it: it opens a clause of its own. */
  readonly conjoined: boolean;
  /** س stands before it: it is still to be said. */
  readonly future: boolean;
  /** It carries an object pronoun (`وصفه`, `أكده`). */
  readonly object: boolean;
}

export function findCues(layers: Layers): CueWord[] {
  const { tokens, lookups } = layers;
  const cues: CueWord[] = [];
  let writer = -1;
  for (let token = 0; token < tokens.count; token++) {
    const phrase = lookups.phrases.get(token);
    if (phrase?.reading.attribution?.kind === 'writer') writer = Math.max(writer, phrase.last);
    if (token <= writer || (lookups.bits[token] & CUE) === 0) continue;
    const cue = cueAt(layers, token);
    if (cue !== undefined && (!cue.object || isRelative(layers, token))) cues.push(cue);
  }
  return cues;
}

/** A verb with an object pronoun announces speech only where the pronoun stands for it: `ما وصفه بـ`, `وفق ما أكده`. */
function isRelative({ tokens }: Layers, token: number): boolean {
  return token > 0 && /^[وفلب]?(ما|مما|كما|حسبما|الذي|التي|وفقما|عما)$/u.test(foldedWord(tokens, token - 1));
}

function cueAt({ tokens, lookups }: Layers, token: number): CueWord | undefined {
  const words = (lookups.words[token] ?? []).filter(({ bits }) => bits & CUE);
  const first = words[0];
  if (first === undefined) return undefined;
  const letters = foldedWord(tokens, token).slice(0, first.skip);
  const future = letters.endsWith('س') && !first.preposition;
  const glued = token > 0 && tokens.kind[token - 1] === WORD && tokens.end[token - 1] === tokens.start[token] && /^[وف]$/u.test(foldedWord(tokens, token - 1));
  return {
    token,
    readings: words.flatMap(({ reading }) => reading.cues),
    conjoined: glued || /^[وفل]/u.test(letters),
    future,
    object: first.reading.cues.every((cue) => cue.object),
  };
}
