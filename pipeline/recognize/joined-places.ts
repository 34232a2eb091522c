/**
 * The second of two places under one class noun in the dual: `مدينتي كورمال وسلوانة`. The dual says that two names follow,
 * so the word behind `و` is one though no list knows it. Takes settled mentions; gives candidates.
 */
import { COMMON, COMPLEMENTIZER, CUE, FUNCTION, NISBA } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import { foldedWord, offsetAfter, WORD } from '../tokenize.js';
import { BY_RULE, type Candidate } from './candidates.js';
import type { Reader } from './name-words.js';
import { TRAIT, traitsOf } from './traits.js';

export function joinedPlaces(reader: Reader, mentions: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const mention of mentions) {
    const named = mention.type === 'Place' && isBehindDual(reader.lookups, mention.first);
    if (named && isSecondName(reader, mention.last + 1)) found.push(secondOf(reader, mention));
  }
  return found;
}

/** Behind `مدينتي`, `محافظتي`. */
function isBehindDual(lookups: Lookups, token: number): boolean {
  return token > 0 && (traitsOf(lookups, token - 1) & TRAIT.dualOfPlaces) !== 0;
}

/** `وسلوانة`, no `وهما`, `وقال`, `ومساحات` or `والشمالية`; a word that begins with و by itself is no second name either. */
function isSecondName({ tokens, lookups }: Reader, token: number): boolean {
  if (token >= tokens.count || tokens.kind[token] !== WORD) return false;
  if (tokens.line[token] !== tokens.line[token - 1]) return false;
  if (lookups.bits[token] & (COMMON | FUNCTION | COMPLEMENTIZER | CUE | NISBA)) return false;
  const folded = foldedWord(tokens, token);
  return folded.startsWith('و') && folded.length >= SHORTEST && isJoined(lookups, token);
}

function isJoined({ words }: Lookups, token: number): boolean {
  return (words[token] ?? []).every(({ skip }) => skip > 0);
}

const SHORTEST = 4;

function secondOf({ tokens }: Reader, mention: Candidate): Candidate {
  const token = mention.last + 1;
  const start = offsetAfter(tokens, token, 1);
  const end = tokens.end[token];
  return {
    start,
    end,
    first: token,
    last: token,
    type: 'Place',
    row: undefined,
    evidence: { rule: 'place/joined', spans: { place: { start, end } }, because: [mention.evidence] },
    confidence: 0.82,
    furtherName: false,
    rank: BY_RULE,
  };
}
