/**
 * Complementizers (`أن`, `إن`, `بأنه`) and whether a verb governs the one at a token: itself (`أكد أن`), through its
 * preposition (`أشار إلى أن`), or not at all, since `بعد أن` and `يمكن أن` have theirs.
 */
import type { Layers } from '../layers.js';
import { BEH, firstLetter } from '../letters.js';
import { type ClauseFrame, COMPLEMENTIZER, type Cue } from '../lookup/lexicon.js';
import { foldedWord, type Tokens } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import type { CueWord } from './cues.js';
import { hasOtherGovernor } from './governors.js';

export interface Complementizer {
  /** `بأن` */
  readonly withB: boolean;
  /** `أنه`: it carries a pronoun and belongs to the content. */
  readonly pronoun: boolean;
  readonly inna: boolean;
}

/** `أن`, `إن`, `أنه`, `بأن` …, but not `لأن`, `فإن`, `كأن`, `وأن`, nor the first word of `بان كي مون`. */
export function complementizerAt(
  { tokens, lookups, figures }: Layers,
  token: number,
): Complementizer | undefined {
  if ((lookups.bits[token] & COMPLEMENTIZER) === 0 || figures.at[token] !== 0) return undefined;
  for (const { reading, skip, preposition } of lookups.words[token] ?? []) {
    if (reading.complementizer === undefined) continue;
    const withB = preposition && skip === 1 && firstLetter(tokens, token) === BEH;
    if (skip > 0 && !withB) return undefined;
    return {
      withB,
      pronoun: reading.complementizer.includes('pronoun'),
      inna: reading.complementizer.startsWith('inna'),
    };
  }
  return undefined;
}

/** Where the complement starts when the verb governs a complementizer at `token`; undefined when it does not. */
export function governs(
  layers: Layers,
  cue: CueWord,
  { row, form, clauses, governs: own }: Cue,
  token: number,
  withB: boolean,
): number | undefined {
  const { tokens } = layers;
  const between = token - 1 > cue.token;
  if (between && hasOtherGovernor(layers, token)) return undefined;
  const preposition = between && PREPOSITIONS.has(tokens, token - 1);
  let best: number | undefined;
  const far = row.trust !== 'strong' || token - cue.token > NEAR;
  const foreign = preposition && far && VERBAL.has(form) && isForeign(layers, token - 1, own);
  for (const frame of clauses) {
    if (frame.withB !== withB || (foreign && frame.words.length === 0)) continue;
    const start = matchesBackwards(layers, cue.token, token, frame);
    if (start !== undefined && (best === undefined || start < best)) best = start;
  }
  if (best !== undefined) return best;
  if (foreign) return undefined;
  if (row.trust === 'weak' || (row.trust !== 'strong' && form !== 'participle')) return undefined;
  if (withB) return token;
  if (preposition) return token - 1;
  return !between || tokens.foldLength[token - 1] === 0 || row.speech !== 'topic' ? token : undefined;
}

/** A preposition that the verb does not govern; `عادل علي` is a name. */
function isForeign({ figures, tokens }: Layers, token: number, governed: Cue['governs']): boolean {
  return figures.at[token] === 0 && !governed.has(tokens, token);
}

const VERBAL: ReadonlySet<Cue['form']> = new Set(['perfect', 'imperfect', 'passive']);

/** So near, in tokens, a trusted verb may take any preposition: `أضافت الوزارة إلى أن`. */
export const NEAR = 6;

function matchesBackwards(
  { tokens }: Layers,
  cue: number,
  token: number,
  { words, hashes }: ClauseFrame,
): number | undefined {
  let at = token;
  for (let i = words.length - 1; i >= 0; i--) {
    if (words[i] === '…') {
      if (i === 0) return at - 1 > cue ? cue + 1 : undefined;
      const found = lastBefore(tokens, words[i - 1], at - 2, Math.max(cue, at - 6));
      if (found < 0) return undefined;
      at = found + 1;
      continue;
    }
    at--;
    if (at <= cue || tokens.hash[at] !== hashes[i] || foldedWord(tokens, at) !== words[i]) return undefined;
  }
  return at;
}

function lastBefore(tokens: Tokens, word: string, from: number, after: number): number {
  for (let token = from; token > after; token--) if (foldedWord(tokens, token) === word) return token;
  return -1;
}

const PREPOSITIONS = wordSet('الي علي عن في من');
