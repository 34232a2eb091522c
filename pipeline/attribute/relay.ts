/**
 * Relays: who passed the words on is not who said them. `نقلت وكالة X عن Y قوله إن`, `نسبت إلى Y قوله`,
 * `ذكرت X نقلا عن Y أن`. Takes a cue; gives the origin's noun phrase and the relay's, when there is a relay.
 */
import type { Layers } from '../layers.js';
import { type CueForm, FINITE_CUE } from '../lookup/lexicon.js';
import { type WordSet, wordSet } from '../word-set.js';
import { nounPhrase, type Subject } from './noun-phrase.js';
import { subjectAfter } from './subject.js';

export interface Relay {
  readonly origin: Subject;
  readonly relay?: { readonly first: number; readonly last: number; readonly figure?: number };
}

export function originOf(
  layers: Layers,
  cue: number,
  end: number,
  form: CueForm | undefined,
): Relay | undefined {
  if (form === 'masdar') return beforeMasdar(layers, cue);
  if (!isTransmission(layers, cue)) return quotingSource(layers, cue, end);
  const about = find(layers, cue + 1, end, ABOUT);
  if (about < 0) return undefined;
  return relayOf(layers, cue, about, end);
}

/** `… عن الوزير قوله`: back from the masdar to the verb of transmission. */
function beforeMasdar(layers: Layers, masdar: number): Relay | undefined {
  const { segments } = layers;
  const { first } = segments.sentences[segments.sentenceOf[masdar]];
  for (let token = masdar - 1; token >= Math.max(first, masdar - 40); token--) {
    if (!isTransmission(layers, token)) continue;
    const about = find(layers, token + 1, masdar, ABOUT);
    return about < 0 ? undefined : relayOf(layers, token, about, masdar);
  }
  return undefined;
}

function relayOf(layers: Layers, verb: number, about: number, end: number): Relay | undefined {
  const origin = about + 1 < end ? nounPhrase(layers, about + 1, end, 'after') : undefined;
  if (origin === undefined) return undefined;
  const relay = subjectAfter(layers, verb, about).subject;
  return {
    origin,
    relay: relay === undefined ? undefined : { first: relay.first, last: relay.last, figure: relay.figure },
  };
}

/** `ذكرت صحيفة X نقلا عن Y أن …` */
function quotingSource(layers: Layers, cue: number, end: number): Relay | undefined {
  for (let token = cue + 1; token + 1 < end; token++) {
    if (!QUOTING.has(layers.tokens, token) || !FROM.has(layers.tokens, token + 1)) continue;
    return relayOf(layers, cue, token + 1, end);
  }
  return undefined;
}

const QUOTING = wordSet('نقلا');
const FROM = wordSet('عن');

/** نقل, نسب, أورد … pass words on. */
function isTransmission({ lookups }: Layers, token: number): boolean {
  if ((lookups.bits[token] & FINITE_CUE) === 0) return false;
  return (lookups.words[token] ?? []).some(({ reading }) =>
    reading.cues.some(
      ({ row, form }) => TRANSMISSION.has(row.lemma) && form !== 'participle' && form !== 'masdar',
    ),
  );
}

const TRANSMISSION = new Set(['نقل', 'نسب', 'عزا']);
/** `نقل بيان صادر عن الوزارة عن الوزير قوله`: the first عن says whose paper it is. */
function isIssued(tokens: Layers['tokens'], token: number): boolean {
  return ISSUED.has(tokens, token);
}

const ISSUED = wordSet('صادر صادره الصادر الصادره');

/** `نقلت عنه الصحيفة قوله`: the pronoun, when it stands for whoever the words come from; -1 when there is none. */
export function pronounOfOrigin(layers: Layers, masdar: number): number {
  const { segments, tokens } = layers;
  const { first } = segments.sentences[segments.sentenceOf[masdar]];
  for (let token = masdar - 1; token > Math.max(first, masdar - 12); token--)
    if (FROM_HIM.has(tokens, token) && isPassing(layers, token - 1)) return token;
  return -1;
}

function isPassing(layers: Layers, token: number): boolean {
  return isTransmission(layers, token) || PASSING.has(layers.tokens, token);
}

const FROM_HIM = wordSet('عنه عنها عنهم عنهما');
const PASSING = wordSet('نقل نقلت نسب', 'وف');
const ABOUT = wordSet('عن الي علي');
/** `فضّل عدم الكشف عن اسمه`: nothing comes from what somebody does not tell. */
const UNVEILING = wordSet('كشف الكشف يكشف تكشف يكشفوا الافصاح');

function find({ tokens }: Layers, from: number, end: number, words: WordSet): number {
  for (let token = from; token < end; token++)
    if (words.has(tokens, token) && !isIssued(tokens, token - 1) && !UNVEILING.has(tokens, token - 1))
      return token;
  return -1;
}
