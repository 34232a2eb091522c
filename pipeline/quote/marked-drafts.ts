/**
 * Marked words that a verb announces (`قال: «…»`) to drafts: direct speech, or mixed where the writer's clause goes on
 * into the marks; a further piece behind a joining word (`«…»، و«…»`) has the same speaker.
 */
import type { Layers } from '../layers.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord, WORD } from '../tokenize.js';
import { trimEnd } from './clause.js';
import type { Draft } from './drafts.js';
import { announced, draftOfFrame, evidenceOf } from './frame-drafts.js';
import { type Frame, pairOpenedAt } from './frames.js';
import { isNameInMarks, pairWords, SHORT } from './names-in-marks.js';

export function markedDrafts(layers: Layers, frame: Frame, claimed: Set<number>): Draft[] {
  const said = announced(layers, frame);
  const rows: Draft[] = [];
  let pair = frame.pair ?? -1;
  while (pair >= 0 && !claimed.has(pair)) {
    claimed.add(pair);
    const { first, last, close } = layers.marks.pairs[pair];
    const end = close < 0 ? trimEnd(layers, first, last) : last;
    const kind = rows.length === 0 && !isOwnUtterance(layers, frame) ? 'mixed' : 'direct';
    const rule = kind === 'direct' ? 'quote/cue-marks' : 'quote/cue-marks-in-clause';
    const evidence = evidenceOf(layers, rule, frame);
    rows.push(draftOfFrame(said, kind, first, end, evidence, undefined, undefined, rows[0]));
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
