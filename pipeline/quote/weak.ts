/**
 * What a weak verb of speech (`وجد`, `علم`, `طلب`, `أظهر`) reports, if anything: most of what stands under one is told by
 * the writer. Takes a frame or a draft; says whether the verb is denied, asked or supposed there, whether another word
 * has the clause for itself, and whether somebody must be found who says it.
 */
import type { Layers } from '../layers.js';
import { COMPLEMENTIZER, FINITE_CUE, PARTICIPLE_CUE, PREPOSITION } from '../lookup/lexicon.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import type { Draft } from './drafts.js';
import type { Frame } from './frames.js';
import { polarityOf } from './polarity.js';

/** `لم يجد أن`, `إذا علم أن`, `أن يفهم أن`, `قد يجد البعض أن`: nothing is said there yet. */
export function isSupposed(layers: Layers, frame: Frame): boolean {
  const { row, form } = frame.reading;
  if (row.trust !== 'weak' || frame.kind !== 'clause' || !VERBAL.has(form)) return false;
  const { tokens } = layers;
  const before = frame.cue.token - 1;
  if (form === 'perfect' && before > 0 && AFTER.has(tokens, before - 1)) return false;
  if (row.stance !== 'denies' && polarityOf(layers, frame) !== 'asserted') return true;
  if (before < 0 || tokens.kind[before] !== WORD) return false;
  return WHEN.has(tokens, before) || (form === 'imperfect' && PERHAPS.has(tokens, before));
}

const VERBAL: ReadonlySet<string> = new Set(['perfect', 'imperfect', 'passive']);
/** `بعد أن أظهرت دراسة أن` */
const AFTER = wordSet('بعد منذ سبق', 'و');
const WHEN = wordSet('عندما حينما كلما لما لو', 'وف');
const PERHAPS = wordSet('قد ربما كي لكي حتي', 'وف');

/** `تعد الخطوة مهمة، وتبين أن`, `يرد أحيانا ويجب على الوزارة أن`: a word behind a weak verb takes the `أن` for itself. */
export function isTaken(
  { tokens, lookups }: Layers,
  cue: number,
  complement: number | undefined,
  token: number,
): boolean {
  if (MODALS.has(tokens, token)) return true;
  if (complement === undefined && (lookups.bits[token] & COMPLEMENTIZER) === 0) return false;
  const before = (complement ?? token) - 1;
  if (before <= cue || (lookups.bits[before] & (FINITE_CUE | PARTICIPLE_CUE)) === 0) return false;
  return (lookups.bits[before] & PREPOSITION) === 0 && !WHICH.has(tokens, before - 1);
}

/** With their own `أن`, even behind who must. */
const MODALS = wordSet('يمكن يجب ينبغي يتعين يتوجب يتحتم يحق لابد استطاع استطاعت استطعت يستطيع تستطيع', 'وف');
const WHICH = wordSet('الذي التي ما كما');

/** Whether a draft is no quotation unless somebody says it: `وجدت أن`, `علم أن` with nobody named. */
export function needsSpeaker({ frame }: Draft): boolean {
  if (frame === undefined || frame.kind !== 'clause') return false;
  const { row } = frame.reading;
  return row.trust === 'weak' && row.speech !== 'both';
}
