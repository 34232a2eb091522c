/**
 * Organizations that stand beside something sure: an acronym in brackets behind a name, a second name in marks behind
 * `و`, a medium to which somebody speaks or from which an article comes. Takes settled mentions; gives candidates.
 */
import { CUE, FUNCTION, NISBA, TITLE } from '../lookup/lexicon.js';
import type { MarkPair } from '../quote/marks.js';
import { FOREIGN, foldedWord, NUMBER, type Tokens, WORD } from '../tokenize.js';
import { BY_RULE, type Candidate, candidateOver } from './candidates.js';
import type { Reader } from './name-words.js';
import { isNameInMarks, pairAt } from './organization-marks.js';
import { SHAPE } from './shapes.js';

export function candidatesBeside(reader: Reader, mentions: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const mention of mentions) {
    if (mention.type !== 'Organization') continue;
    const acronym = acronymBehind(reader, mention);
    if (acronym !== undefined) found.push(acronym);
    for (let last: Candidate | undefined = mention; last !== undefined; ) {
      last = joinedInMarks(reader, last);
      if (last !== undefined) found.push(last, ...some(acronymBehind(reader, last)));
    }
  }
  let ends: ReadonlyMap<number, Candidate> | undefined;
  for (const pair of reader.marks.pairs) {
    if (pair.close < 0 || !isNameInMarks(reader, pair)) continue;
    ends ??= new Map(mentions.map((mention) => [mention.last, mention]));
    const rule = mediumRule(reader, pair, ends);
    if (rule !== undefined) found.push(candidateOf(reader.tokens, rule, pair.first, pair.last));
  }
  return found;
}

function some(found: Candidate | undefined): readonly Candidate[] {
  return found === undefined ? [] : [found];
}

function candidateOf(
  tokens: Tokens,
  rule: string,
  first: number,
  last: number,
  because?: Candidate,
): Candidate {
  return candidateOver(tokens, first, last, {
    type: 'Organization',
    rule,
    because,
    confidence: 0.84,
    rank: BY_RULE,
  });
}

/** `«جي إل دورن» (JLD)`, `الاتحاد القاري للسباحة (كاس)`: the letters in brackets are the name again. */
function acronymBehind({ tokens, shapes, lookups }: Reader, mention: Candidate): Candidate | undefined {
  let open = mention.last + 1;
  if (open < shapes.length && shapes[open] & SHAPE.Close) open++;
  if (open >= shapes.length || (shapes[open] & (SHAPE.ParenOpen | SHAPE.Open)) === 0) return undefined;
  let last = open;
  while (
    last + 1 < shapes.length &&
    last - open < 7 &&
    (shapes[last + 1] & (SHAPE.ParenClose | SHAPE.Close)) === 0
  )
    last++;
  if (
    last === open ||
    last + 1 >= shapes.length ||
    (shapes[last + 1] & (SHAPE.ParenClose | SHAPE.Close)) === 0
  )
    return undefined;
  const latin = tokens.kind[open + 1] === FOREIGN;
  const usable = latin
    ? isLatinName(tokens, open + 1, last)
    : last === open + 1 &&
      tokens.kind[last] === WORD &&
      (lookups.bits[last] & (FUNCTION | NISBA | TITLE | CUE)) === 0 &&
      (shapes[last] & (SHAPE.Unknown | SHAPE.Organization | SHAPE.Family)) !== 0;
  return usable ? candidateOf(tokens, 'organization/acronym', open + 1, last, mention) : undefined;
}

/** Latin words with what may stand between them: `S&P Global Ratings`, `Moody’s`. */
function isLatinName(tokens: Tokens, first: number, last: number): boolean {
  for (let token = first; token <= last; token++)
    if (tokens.kind[token] === WORD || (tokens.kind[token] === NUMBER && token === first)) return false;
  return /^\p{Lu}/u.test(tokens.text.slice(tokens.start[first], tokens.end[first]));
}

/** `شركتا "دورنيكسا" و"كوريموندا"`, `مثل «دورنيكسا» (DX) و«كوريموندا»`: one more name of the same kind. */
function joinedInMarks(reader: Reader, mention: Candidate): Candidate | undefined {
  const { tokens, shapes, marks } = reader;
  let at = mention.last + 1;
  if (at >= shapes.length || (shapes[at] & SHAPE.Close) === 0) return undefined;
  at++;
  if (at < shapes.length && shapes[at] & SHAPE.ParenOpen) {
    while (at < shapes.length && (shapes[at] & SHAPE.ParenClose) === 0 && at - mention.last < 10) at++;
    at++;
  }
  if (at >= tokens.count || (foldedWord(tokens, at) !== 'و' && (shapes[at] & SHAPE.Comma) === 0))
    return undefined;
  if (foldedWord(tokens, at + 1) === 'و' && shapes[at] & SHAPE.Comma) at++;
  const pair = pairAt(marks, at + 1);
  if (pair === undefined || pair.last - pair.first > 3 || !isNameInMarks(reader, pair)) return undefined;
  if (isOrdinaryInMarks(reader, pair)) return undefined;
  return candidateOf(tokens, 'organization/joined', pair.first, pair.last, mention);
}

/** Nothing but ordinary words without article: `"انتهى"`, `"بروح جديدة"`. */
function isOrdinaryInMarks({ shapes }: Reader, { first, last }: MarkPair): boolean {
  for (let token = first; token <= last; token++)
    if (
      shapes[token] &
      (SHAPE.Unknown | SHAPE.Latin | SHAPE.NameNext | SHAPE.Def | SHAPE.Place | SHAPE.Organization)
    )
      return false;
  return true;
}

/** What makes a name in marks a medium: somebody talks to it, or the article is from it. */
function mediumRule(
  reader: Reader,
  pair: MarkPair,
  ends: ReadonlyMap<number, Candidate>,
): string | undefined {
  if (pair.last - pair.first > 2) return undefined;
  if (isDateline(reader, pair, ends)) return 'organization/dateline';
  const { tokens, shapes } = reader;
  const before = pair.open - 1;
  if (before < 1 || tokens.line[before] !== tokens.line[pair.open]) return undefined;
  if (!TO.has(foldedWord(tokens, before))) return undefined;
  const behind = pair.close + 1 < shapes.length ? shapes[pair.close + 1] : 0;
  if (ends.get(before - 1)?.type === 'Person' && behind & SHAPE.Colon) return 'organization/talks-to';
  for (let token = before - 1; token >= Math.max(0, before - 3); token--)
    if (TALKS.has(foldedWord(tokens, token))) return 'organization/talks-to';
  return undefined;
}

/** `بيروت – «المشرق»` and `"المشرق" - بيروت` alone in a line, or `بيروت (المشرق)` at its beginning. */
function isDateline(
  { tokens, shapes }: Reader,
  pair: MarkPair,
  ends: ReadonlyMap<number, Candidate>,
): boolean {
  const line = tokens.line[pair.open];
  const endsLine = pair.close + 1 >= tokens.count || tokens.line[pair.close + 1] !== line;
  const startsLine = pair.open === 0 || tokens.line[pair.open - 1] !== line;
  if (endsLine && pair.open >= 2 && DASHES.has(textOf(tokens, pair.open - 1)))
    return ends.get(pair.open - 2)?.type === 'Place';
  if (!startsLine || pair.close + 2 >= tokens.count || !DASHES.has(textOf(tokens, pair.close + 1)))
    return false;
  return tokens.line[pair.close + 2] === line && (shapes[pair.close + 2] & SHAPE.Place) !== 0;
}

function textOf(tokens: Tokens, token: number): string {
  return tokens.text.slice(tokens.start[token], tokens.end[token]);
}

const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '\u2014', '\u2015', ':', '/', '|']);

/** Before the marks: `لـ"المشرق"`, `مع "المشرق"`. */
const TO: ReadonlySet<string> = new Set(['ل', 'مع', 'الي', 'علي', 'عبر', 'في']);

/** Said to a medium: `في تصريح لـ"المشرق"`, `قائلا لـ"المشرق"`. */
const TALKS: ReadonlySet<string> = new Set(
  'تصريح تصريحات تصريحاته تصريحاتها حديث حديثه حديثها حوار حواره مقابله مقابلته لقاء اتصال مداخله قال قالت قايلا قايله اكد اكدت صرح صرحت كشف كشفت اوضح اوضحت'.split(
    ' ',
  ),
);
