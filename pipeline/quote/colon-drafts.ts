/**
 * Unmarked words behind a colon (`وأضاف: سنعمل …`) to drafts: on through the sentences of the paragraph until the writer
 * speaks again.
 */
import type { Layers } from '../layers.js';
import { firstLetter, WAW } from '../letters.js';
import { ADVERBIAL, FINITE_CUE, PREPOSITION, STOPPING_CUE } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { isApart } from '../segment.js';
import { foldedWord, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { clauseEnd, trimEnd } from './clause.js';
import type { Draft } from './drafts.js';
import { announced, draftOfFrame, evidenceOf } from './frame-drafts.js';
import type { Frame } from './frames.js';
import { countWords } from './names-in-marks.js';

export function colonDrafts(layers: Layers, frames: ReadonlyMap<number, Frame>, frame: Frame): Draft[] {
  const { segments, tokens } = layers;
  const first = frame.content;
  let last = clauseEnd({ layers, frames }, first);
  const speaker = figureBeside(layers, frame);
  const line = segments.lines[segments.sentences[segments.sentenceOf[first]].line];
  for (let next = last + 1; next < Math.min(line.end, first + LONGEST_SPEECH); next = last + 1) {
    const sentence = segments.sentences[segments.sentenceOf[next]];
    const ended = next > sentence.first ? !isSentenceEnd(layers, next) : isApart(tokens, next);
    const from = nextWord(layers, next, line.end);
    if (ended || startsAnew(layers, frames, from) || isTold(layers, first, from, speaker)) break;
    last = Math.max(next, clauseEnd({ layers, frames }, from));
  }
  last = trimEnd(layers, first, last);
  if (countWords(layers, first, last) < 2 || tokens.line[first] !== tokens.line[last]) return [];
  const evidence = evidenceOf(layers, 'quote/cue-colon', frame);
  return [draftOfFrame(announced(layers, frame), 'colon', first, last, evidence)];
}

/** Unmarked speech is not followed further, in tokens. */
const LONGEST_SPEECH = 400;

function isSentenceEnd({ tokens, segments }: Layers, token: number): boolean {
  return (
    token > 0 &&
    segments.sentences[segments.sentenceOf[token]].end === token + 1 &&
    tokens.kind[token] !== WORD
  );
}

function nextWord({ tokens }: Layers, from: number, end: number): number {
  for (let token = from; token < end; token++) if (tokens.kind[token] === WORD) return token;
  return -1;
}

/** The next sentence is the writer's when it opens with a verb of speech, a name, or a turn (`من جهته`). */
function startsAnew(layers: Layers, frames: ReadonlyMap<number, Frame>, token: number): boolean {
  if (token < 0) return true;
  const { figures, lookups, shapes } = layers;
  if (frames.has(token) || opensWithVerb(layers, token)) return true;
  const far =
    figures.at[token] !== 0 || shapes[token] & SHAPE.Title || lookups.bits[token] & (PREPOSITION | ADVERBIAL);
  const reach = far ? 14 : 9;
  for (let next = token; next < token + reach; next++)
    if ((frames.get(next)?.reading.form ?? 'masdar') !== 'masdar') return true;
  const kind = lookups.phrases.get(token)?.reading.attribution?.kind;
  return kind === 'turn' || kind === 'writer';
}

/** Number of the figure named between a cue and its colon, else right before the cue; 0 when nobody is. */
function figureBeside({ figures }: Layers, { cue, complement }: Frame): number {
  for (let token = cue.token + 1; token < complement; token++)
    if (figures.at[token] !== 0) return figures.at[token];
  return figures.at[Math.max(0, cue.token - 1)];
}

/**
 * Somebody else tells `وفاز الأهلي بالمباراة`, and whatever names the speaker himself (`وكان العتيبي ابتعد عن الملاعب`); but
 * `تغريم النصر …. وتغريم الأهلي …` goes on.
 */
function isTold(layers: Layers, content: number, from: number, speaker: number): boolean {
  const { figures, segments, shapes, tokens } = layers;
  const { first, end } = segments.sentences[segments.sentenceOf[from]];
  if (ONESELF.has(tokens, first) || foldedWord(tokens, first) === `و${foldedWord(tokens, content)}`)
    return false;
  const conjoined =
    firstLetter(tokens, first) === WAW && (shapes[first] & (SHAPE.Function | SHAPE.Def)) === 0;
  const named = figures.at[first + 1];
  if (
    conjoined &&
    figures.at[first] === 0 &&
    named !== 0 &&
    figures.figures[named - 1].entity.type !== 'Place'
  )
    return true;
  if (speaker === 0) return false;
  for (let token = first; token < Math.min(end, first + NAMED_WITHIN); token++)
    if (figures.at[token] === speaker) return true;
  return false;
}

const ONESELF = wordSet('انا نحن انني اني اننا', 'و');

const NAMED_WITHIN = 40;

/** `وتمنت على …`, `ولم تذكر الشرطة …`: a verb of speech, with or without words of its own, is the writer's. */
function opensWithVerb({ tokens, lookups }: Layers, token: number): boolean {
  const word = foldedWord(tokens, token);
  if (!word.startsWith('و')) return false;
  const verb = NEGATIONS.has(word) ? token + 1 : token;
  if ((lookups.bits[verb] & STOPPING_CUE) === 0 || (lookups.bits[verb] & FINITE_CUE) === 0) return false;
  return (lookups.words[verb] ?? []).some(({ reading }) =>
    reading.cues.some(({ row, first }) => row.trust === 'strong' && !first),
  );
}

const NEGATIONS = new Set(['ولم', 'ولا', 'ولن']);
