/**
 * Where a reported clause ends. Takes the first token of the content; gives its last, which is the sentence's unless
 * something before it ends the clause (`clause-ends.ts`).
 */
import type { Layers } from '../layers.js';
import { firstLetter, WAW } from '../letters.js';
import { FINITE_CUE } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { DOTS, PUNCT, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { endsBefore } from './clause-ends.js';
import { type Frame, pairOpenedAt } from './frames.js';

export interface ClauseLimits {
  readonly layers: Layers;
  /** Frames by the token of their cue. */
  readonly frames: ReadonlyMap<number, Frame>;
  /** The cue that reports the clause. */
  readonly cue?: number;
}

/** The last token of the clause that starts at `content`. */
export function clauseEnd({ layers, frames, cue }: ClauseLimits, content: number): number {
  const { segments, marks } = layers;
  const sentence = segments.sentences[segments.sentenceOf[content]];
  const enclosing = marks.inside[content];
  let limit = Math.min(sentence.end, content + LONGEST);
  if (enclosing !== 0) limit = Math.min(limit, marks.pairs[enclosing - 1].last + 1);
  const subordinate = cue !== undefined && isSubordinate(layers, cue);
  let token = content;
  while (token < limit) {
    const pair = pairOpenedAt(layers, token);
    if (token > content && endsBefore(layers, frames, token, content)) break;
    if (subordinate && token > content && mainClauseAt(layers, token)) break;
    token = pair >= 0 ? Math.max(token + 1, Math.min(limit, marks.pairs[pair].last + 1)) : token + 1;
  }
  return trimEnd(layers, content, token - 1);
}

/** No reported clause is longer, in tokens. */
const LONGEST = 220;

/** `بعد أن ذكرت`, `عندما أعلن`: the clause of the cue is part of another sentence. */
function isSubordinate({ tokens }: Layers, cue: number): boolean {
  if (cue < 1) return false;
  return WHEN.has(tokens, cue - 1) || (cue > 1 && THAT.has(tokens, cue - 1) && AFTER.has(tokens, cue - 2));
}

const WHEN = wordSet('بعدما عندما حينما حين لما فيما', 'وف');
const THAT = wordSet('ان');
const AFTER = wordSet('بعد قبل منذ', 'وف');

/** `، نفى المدير الخبر`: a trusted verb in the past behind a comma. */
function mainClauseAt({ lookups, shapes }: Layers, token: number): boolean {
  if (!(shapes[token - 1] & SHAPE.Comma) || (lookups.bits[token] & FINITE_CUE) === 0) return false;
  return (lookups.words[token] ?? []).some(
    ({ skip, reading }) =>
      skip === 0 &&
      reading.cues.some(
        ({ row, form, first, object }) => row.trust === 'strong' && form === 'perfect' && !first && !object,
      ),
  );
}

/** Takes off what no content ends with: commas, dots, a stray و. */
export function trimEnd(layers: Layers, first: number, last: number): number {
  const { tokens, shapes } = layers;
  let end = last;
  while (end > first) {
    const kind = tokens.kind[end];
    const loose = kind === WORD && tokens.foldLength[end] === 1 && firstLetter(tokens, end) === WAW;
    const mark =
      kind === DOTS ||
      (kind === PUNCT && !(shapes[end] & SHAPE.ParenClose) && !QUESTION.has(tokens.hash[end]));
    if (!loose && !mark && !(shapes[end] & SHAPE.Open)) break;
    end--;
  }
  return end;
}

const QUESTION = new Set([0x3f, 0x61f, 0x21, 0x25, 0x66a]);
