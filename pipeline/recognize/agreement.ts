/**
 * Which genders and numbers a word can have, as far as the lists or its ending tell: `الوزيرة` feminine singular,
 * `مسؤولون` masculine plural. Takes a token; gives bits, none when nothing is known. Verbs count by their form.
 */
import type { Gender } from '../document.js';
import type { GrammaticalNumber } from '../lookup/lexicon.js';
import type { Lookups, WordReading } from '../lookup/lookup.js';
import { CLASS, COMBINING } from '../normalize.js';
import { AGREEMENT } from '../rules/row.js';
import { type Tokens, WORD } from '../tokenize.js';

/** Bits of `AGREEMENT`. */
export function agreementOf(tokens: Tokens, { words }: Lookups, token: number): number {
  let bits = 0;
  for (const reading of words[token] ?? []) bits |= ofReading(reading);
  return bits === 0 && tokens.kind[token] === WORD ? ofEnding(tokens, token) : bits;
}

/** `الوزارات الروسية`: the plural of a thing agrees like a woman. */
function ofReading({ reading }: WordReading): number {
  const { title, nisba, head, given, names, cues } = reading;
  let bits = 0;
  for (const form of [title, nisba])
    if (form !== undefined) bits |= AGREEMENT[`${form.gender}${form.number}`];
  if (head !== undefined)
    bits |= head.number === 'p' ? AGREEMENT.fs : AGREEMENT[`${head.gender}${head.number}`];
  for (const cue of cues) bits |= ofForm(cue.gender, cue.number);
  if (given !== undefined) bits |= ofForm(given.gender === 'u' ? undefined : given.gender, 's');
  for (const { type, gender } of names)
    if (gender !== undefined || type !== 'Person')
      bits |= ofForm(gender ?? (type === 'Place' ? 'f' : undefined), 's');
  return bits;
}

/** Either gender when it is not known. */
function ofForm(gender: Gender | undefined, number: GrammaticalNumber): number {
  if (gender !== undefined) return AGREEMENT[`${gender}${number}`];
  return AGREEMENT[`m${number}`] | AGREEMENT[`f${number}`];
}

const TEH_MARBUTA = 0x629;
const ALEF_TEH = '\u0627\u062a';
const SHORTEST_STEM = 4;

/** `جامعة`, `مباحثات`: what no list tells, the ending does; other endings are of any gender. */
function ofEnding({ text, start, end, foldLength }: Tokens, token: number): number {
  let last = end[token] - 1;
  while (last > start[token] && CLASS[text.charCodeAt(last)] === COMBINING) last--;
  if (text.charCodeAt(last) === TEH_MARBUTA) return AGREEMENT.fs;
  const plural = text.endsWith(ALEF_TEH, last + 1) && foldLength[token] >= SHORTEST_STEM;
  return plural ? AGREEMENT.fs | AGREEMENT.fp : 0;
}
