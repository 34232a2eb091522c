/**
 * People with initials: `ج. د. فانس`, `جون ف. كينيدي`. One letter with a full stop right behind it is an initial; alone it
 * may be a title (`د. سامر`), so that a name begins with two of them, or has one behind a given name.
 */
import { PUNCT, type Tokens, WORD } from '../tokenize.js';
import { BY_RULE, type Candidate, candidateOver } from './candidates.js';
import { SHAPE } from './shapes.js';

const FULL_STOP = 0x2e;
const NAME = {
  type: 'Person',
  rule: 'person/initials',
  confidence: 0.8,
  rank: BY_RULE,
  furtherName: true,
} as const;
/** Initials of one name, and words behind them. */
const MOST_INITIALS = 3;
const MOST_WORDS = 2;

export function namesWithInitials(tokens: Tokens, shapes: Int32Array): Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token + 2 < tokens.count; token++) {
    if (!isInitial(tokens, token)) continue;
    const behind = afterInitials(tokens, token);
    const initials = (behind - token) / 2;
    const last = lastWord(tokens, shapes, behind);
    const given = token > 0 && isGiven(tokens, shapes, token - 1);
    if (last >= behind && initials <= MOST_INITIALS && (given || initials > 1))
      found.push(candidateOver(tokens, given ? token - 1 : token, last, NAME));
    token = behind - 1;
  }
  return found;
}

/** A letter by itself, and a full stop that touches it. */
function isInitial({ kind, foldLength, hash, start, end, count }: Tokens, token: number): boolean {
  return (
    token + 1 < count &&
    kind[token] === WORD &&
    foldLength[token] === 1 &&
    kind[token + 1] === PUNCT &&
    hash[token + 1] === FULL_STOP &&
    start[token + 1] === end[token]
  );
}

function afterInitials(tokens: Tokens, first: number): number {
  let token = first;
  while (isInitial(tokens, token) && tokens.line[token] === tokens.line[first]) token += 2;
  return token;
}

/** The last word of the family name that begins at a token; before it when none does. */
function lastWord({ kind, line, count }: Tokens, shapes: Int32Array, first: number): number {
  let last = first - 1;
  while (
    last + 1 < count &&
    last + 1 - first < MOST_WORDS &&
    kind[last + 1] === WORD &&
    line[last + 1] === line[first - 1] &&
    shapes[last + 1] & SHAPE.NameNext &&
    !(shapes[last + 1] & (SHAPE.Def | SHAPE.Function))
  )
    last++;
  return last;
}

function isGiven(tokens: Tokens, shapes: Int32Array, token: number): boolean {
  return (
    tokens.line[token] === tokens.line[token + 1] &&
    (shapes[token] & SHAPE.Given) !== 0 &&
    (shapes[token] & SHAPE.NameFirst) !== 0
  );
}
