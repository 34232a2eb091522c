/**
 * What ends a reported clause before its sentence does: the next verb or participle of speech, a postposed attribution, or
 * a turn back to the writer's own voice. Takes a token within the clause; says whether the clause ends before it.
 */
import type { Layers } from '../layers.js';
import { ALEF, firstLetter, lastLetter, WAW } from '../letters.js';
import {
  COMPLEMENTIZER,
  CUE,
  type Cue,
  ENDING,
  FINITE_CUE,
  NISBA,
  PARTICIPLE_CUE,
  type Reading,
} from '../lookup/lexicon.js';
import type { WordReading } from '../lookup/lookup.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { complementizerAt } from './complementizers.js';
import { type Frame, pairOpenedAt } from './frames.js';
import { countWords, isNameInMarks, SHORT } from './names-in-marks.js';
import { withholdingEnds } from './withholding.js';

export function endsBefore(
  layers: Layers,
  frames: ReadonlyMap<number, Frame>,
  token: number,
  content: number,
): boolean {
  const { tokens, lookups, shapes, marks } = layers;
  if (shapes[token - 1] & SHAPE.Comma && endsAtComma(layers, frames, token, content)) return true;
  const bits = lookups.bits[token];
  if (bits & CUE && (participleEnds(layers, frames, token) || verbEnds(layers, frames, token))) return true;
  if (CONTRASTING.has(tokens, token) && contrastEnds(layers, frames, token)) return true;
  if (marks.opened[token] !== 0 && quotationEnds(layers, token)) return true;
  if (withholdingEnds(layers, token)) return true;
  return attributionEnds(layers, frames, token);
}

/** What ends a clause behind a comma alone. */
function endsAtComma(
  layers: Layers,
  frames: ReadonlyMap<number, Frame>,
  token: number,
  content: number,
): boolean {
  return (
    copulaEnds(layers, frames, token) ||
    speaksAnew(layers, token, content) ||
    glossEnds(layers, token) ||
    sourceEnds(layers, token) ||
    concessionEnds(layers, frames, token) ||
    markedClauseEnds(layers, token)
  );
}

/** `وفق قوله`, `بحسب`, `في إشارة إلى`, `من جهته`. */
function attributionEnds(layers: Layers, frames: ReadonlyMap<number, Frame>, token: number): boolean {
  const { lookups, shapes } = layers;
  const phrase = lookups.phrases.get(token);
  const own = (lookups.bits[token] & ENDING) !== 0;
  if (phrase === undefined && !own) return false;
  const afterComma = (shapes[token - 1] & SHAPE.Comma) !== 0;
  const word = own ? attributionOf(lookups.words[token] ?? []) : undefined;
  for (const row of [phrase?.reading.attribution, word]) {
    if (row?.kind === 'own-words' || (row?.kind === 'relay' && RELAYED.test(row.phrase))) return true;
    if ((row?.kind === 'according' || row?.kind === 'turn') && afterComma) return true;
    if (row?.kind !== 'boundary') continue;
    if (!MEANWHILE.test(row.phrase)) return true;
    for (let next = token + 1; next <= (phrase?.last ?? token) + 3; next++) if (frames.has(next)) return true;
  }
  return false;
}

function attributionOf(words: readonly WordReading[]): Reading['attribution'] {
  for (const { reading } of words) if (reading.attribution !== undefined) return reading.attribution;
  return undefined;
}

/** `، نقلا عن مصادر` */
const RELAYED = /^نقلا عن/u;

/** These go on with what is reported, unless a verb of speech follows at once. */
const MEANWHILE = /^(بينما|فيما|في ما|في حين|في الوقت|في وقت)/u;

/** A participle of speech goes on with the same speaker in a clause of its own. */
function participleEnds(layers: Layers, frames: ReadonlyMap<number, Frame>, token: number): boolean {
  const { lookups, shapes, tokens } = layers;
  if ((lookups.bits[token] & PARTICIPLE_CUE) === 0) return false;
  const frame = frames.get(token);
  if (frame !== undefined && frame.reading.form === 'participle') return true;
  const reading = participleOf(lookups.words[token] ?? []);
  if (reading === undefined || reading.row.trust === 'weak') return false;
  const accusative = reading.row.trust === 'strong' && lastLetter(tokens, token) === ALEF;
  if (!(shapes[token - 1] & SHAPE.Comma) && !accusative) return false;
  return (
    token + 1 < tokens.count &&
    tokens.kind[token + 1] === WORD &&
    tokens.line[token + 1] === tokens.line[token]
  );
}

function participleOf(words: readonly WordReading[]): Cue | undefined {
  for (const { reading } of words) for (const cue of reading.cues) if (cue.form === 'participle') return cue;
  return undefined;
}

/** `، وكان الشاعر يردد: …` */
function copulaEnds(
  { segments, tokens }: Layers,
  frames: ReadonlyMap<number, Frame>,
  token: number,
): boolean {
  if (!WAS.has(tokens, token)) return false;
  for (let next = token + 1; next <= token + FARTHEST_VERB; next++)
    if (frames.has(next)) return segments.sentenceOf[next] === segments.sentenceOf[token];
  return false;
}

/** `وأضاف أن …`, `وقال: …` */
function verbEnds({ segments }: Layers, frames: ReadonlyMap<number, Frame>, token: number): boolean {
  const frame = frames.get(token);
  if (frame === undefined || frame.reading.form === 'participle' || frame.reading.form === 'masdar')
    return false;
  return frame.cue.conjoined && segments.sentenceOf[frame.content] === segments.sentenceOf[token];
}

/** `إلا أنه أقر بـ`, `لكنه قال إن`, `إلا أن النقاد يقولون إن`: the writer sets another statement against this one. */
function contrastEnds(layers: Layers, frames: ReadonlyMap<number, Frame>, token: number): boolean {
  const { lookups, tokens, segments } = layers;
  const except = EXCEPT.has(tokens, token);
  if (except && complementizerAt(layers, token + 1) === undefined) return false;
  const joint = except ? token + 1 : token;
  const verb = joint + 1;
  const pronoun = /(ه|ها|هم|هما)$/u.test(foldedWord(tokens, joint));
  if (pronoun)
    return (
      lookups.words[verb]?.some(
        ({ reading, skip }) => skip === 0 && isSpoken(reading.cues, ['strong', 'medium']),
      ) ?? false
    );
  for (let next = verb; next <= verb + FARTHEST_CONTRAST; next++) {
    const frame = frames.get(next);
    if (
      frame !== undefined &&
      isSpoken([frame.reading], ['strong']) &&
      segments.sentenceOf[next] === segments.sentenceOf[token]
    )
      return true;
  }
  return false;
}

/** `، ونفى التهمة`, `، وأشاد بالعمال`: unless what is reported has a verb of speech of its own to go on with. */
function speaksAnew(layers: Layers, token: number, content: number): boolean {
  const { tokens, lookups, shapes } = layers;
  if ((lookups.bits[token] & FINITE_CUE) === 0 || firstLetter(tokens, token) !== WAW) return false;
  const past = (lookups.words[token] ?? []).some(
    ({ skip, reading }) =>
      skip === 1 &&
      reading.cues.length > 0 &&
      reading.cues.every(
        ({ row, form, first, object }) => row.trust === 'strong' && form === 'perfect' && !first && !object,
      ),
  );
  if (!past) return false;
  for (let before = content; before < token; before++)
    if (lookups.bits[before] & FINITE_CUE && shapes[before] & SHAPE.Cue) return false;
  return true;
}

const EXCEPT = wordSet('الا', 'وف');
const CONTRASTING = wordSet('الا لكن لكنه لكنها لكنهم لكنهما', 'وف');

/** How far behind `إلا أن` the verb of its speaker may stand, in tokens. */
const FARTHEST_CONTRAST = 3;

function isSpoken(cues: readonly Cue[], trusts: readonly string[]): boolean {
  return cues.some(
    ({ row, form, first }) =>
      trusts.includes(row.trust) && !first && (form === 'perfect' || form === 'imperfect'),
  );
}

const WAS = wordSet('وكان وكانت وكانوا');

/** How far behind `وكان` its verb may stand, in tokens. */
const FARTHEST_VERB = 8;

/** `، وهي شركة متخصصة …`: the writer explains a word. `، وهي تدعم …` goes on. */
function glossEnds(layers: Layers, token: number): boolean {
  const { tokens, shapes } = layers;
  if (!AND_IT.has(tokens, token)) return false;
  const next = token + 1;
  if (next >= tokens.count || tokens.kind[next] !== WORD) return false;
  if (layers.lookups.bits[next + 1] & FINITE_CUE && foldedWord(tokens, next) === 'ما') return true;
  if (shapes[next] & (SHAPE.Function | SHAPE.Cue) || complementizerAt(layers, next) !== undefined)
    return false;
  if (/^[يتن]/u.test(foldedWord(tokens, next))) return false;
  return (shapes[next] & SHAPE.Def) === 0 && (layers.lookups.bits[next] & NISBA) === 0;
}

const AND_IT = wordSet('وهو وهي');

/** `، وذلك وفقا لموقع الميزان`, `، وذلك في بيان نشرته الوزارة`: where and by whom it was said. */
function sourceEnds({ lookups, tokens }: Layers, token: number): boolean {
  if (!AND_THAT.has(tokens, token) || token + 2 >= tokens.count) return false;
  const next = token + 1;
  if (SAID_IN.has(tokens, next)) return STATEMENTS.has(tokens, next + 1);
  const row = lookups.phrases.get(next)?.reading.attribution ?? attributionOf(lookups.words[next] ?? []);
  return row?.kind === 'according';
}

const AND_THAT = wordSet('وذلك');
const SAID_IN = wordSet('في خلال عبر اثناء');
const STATEMENTS = wordSet(
  'بيان تصريح تصريحات مقال مقابله حوار كلمه كلمته كلمتها لقاء لقايه حديث حديثه حديثها تغريده رساله خطاب',
);

/** `، على الرغم من أن النائب زعم أن …`: the writer sets somebody else's words against what is reported. */
function concessionEnds(layers: Layers, frames: ReadonlyMap<number, Frame>, token: number): boolean {
  const { segments, tokens } = layers;
  let next = ON.has(tokens, token) ? token + 1 : token;
  if (next >= tokens.count || !CONCESSION.has(tokens, next)) return false;
  next++;
  if (next < tokens.count && foldedWord(tokens, next) === 'من') next++;
  if (next >= tokens.count || complementizerAt(layers, next) === undefined) return false;
  for (let verb = next + 1; verb <= next + FARTHEST_VERB; verb++)
    if (frames.has(verb)) return segments.sentenceOf[verb] === segments.sentenceOf[token];
  return false;
}

const ON = wordSet('علي');
const CONCESSION = wordSet('رغم الرغم');

/** So many marked words joined by و are a statement of their own. */
const LONG_PART = 5;

/** `، و"الجميع يعلم …"، وفق قوله`: the marked words that follow stand for themselves. */
function quotationEnds(layers: Layers, token: number): boolean {
  const pair = pairOpenedAt(layers, token);
  const { close } = layers.marks.pairs[pair];
  if (close < 0) return false;
  let next = close + 1;
  if (next < layers.tokens.count && layers.shapes[next] & SHAPE.Comma) next++;
  const joined = foldedWord(layers.tokens, token - 1) === 'و' && layers.tokens.foldLength[token - 1] === 1;
  if (!joined || isNameInMarks(layers, pair)) return false;
  const kind = layers.lookups.phrases.get(next)?.reading.attribution?.kind;
  return (
    kind === 'own-words' ||
    (kind === 'according' && next > close + 1) ||
    countWords(layers, token + 1, close - 1) > LONG_PART
  );
}

/** `، وأن "المدن تكبر"`: a further clause in marks is a quotation of its own. */
function markedClauseEnds(layers: Layers, token: number): boolean {
  const content = joinedComplementizer(layers, token);
  const pair = content > token ? pairOpenedAt(layers, content) : -1;
  if (pair < 0 || isNameInMarks(layers, pair)) return false;
  const { first, last, close } = layers.marks.pairs[pair];
  const behind = close + 1;
  const ends = behind >= layers.tokens.count || layers.tokens.kind[behind] !== WORD;
  return close >= 0 && ends && countWords(layers, first, last) >= SHORT;
}

/** First token of the clause that `وأن` opens at `token`; -1 where it opens none. */
export function joinedComplementizer({ tokens, lookups }: Layers, token: number): number {
  if ((lookups.bits[token] & COMPLEMENTIZER) === 0 || tokens.text.charCodeAt(tokens.start[token]) !== WAW)
    return -1;
  const reading = lookups.words[token]?.find((word) => word.reading.complementizer !== undefined);
  if (reading === undefined || reading.preposition || tokens.text[tokens.start[token] + 1] !== 'أ') return -1;
  return reading.reading.complementizer?.includes('pronoun') ? token : token + 1;
}
