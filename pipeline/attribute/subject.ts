/**
 * The subject behind a cue: the words that stand for the speaker at this quotation. Takes a cue and where its complement
 * starts; reads the words between, past adverbials and addressees. Gives the noun phrase, and who is spoken to.
 */
import type { Layers } from '../layers.js';
import { firstLetter, lastLetter, NOON, WAW } from '../letters.js';
import { ANONYMOUS, HEAD, QUANTIFIER } from '../lookup/lexicon.js';
import { RELATIVES } from '../quote/frames.js';
import { SHAPE } from '../recognize/shapes.js';
import { DOTS, NUMBER, PUNCT, WORD } from '../tokenize.js';
import { closing, isAdverb, isDash, prepositionAt, skipAdverbial, takesTheRest } from './adverbials.js';
import { endOfFigure } from './figure-tokens.js';
import { nounPhrase, type Subject } from './noun-phrase.js';
import { type Addressee, outletInMarks } from './outlets.js';

export interface Around {
  readonly subject?: Subject;
  readonly addressee?: Addressee;
}

/** The subject behind the cue, between it and `end` (the complement's first token). */
export function subjectAfter(layers: Layers, cue: number, end: number): Around {
  const { tokens, shapes, lookups, figures } = layers;
  let addressee: Addressee | undefined;
  let token = cue + 1;
  let apart = false;
  while (token < end) {
    const phrase = lookups.phrases.get(token);
    const kind = phrase?.reading.attribution?.kind;
    if (
      phrase !== undefined &&
      (kind === 'turn' || kind === 'channel' || kind === 'according' || kind === 'own-words')
    ) {
      const whole = kind === 'turn' || kind === 'own-words';
      apart ||= !whole;
      token = whole ? phrase.last + 1 : skipAdverbial(layers, phrase.last + 1, end);
      continue;
    }
    if (tokens.kind[token] === WORD && tokens.foldLength[token] === 1) {
      const outlet = outletInMarks(layers, token);
      addressee ??= outlet?.addressee;
      token = outlet === undefined ? token + 1 : outlet.next;
      continue;
    }
    if (
      tokens.kind[token] === PUNCT ||
      tokens.kind[token] === DOTS ||
      tokens.kind[token] === NUMBER ||
      shapes[token] & (SHAPE.Open | SHAPE.Close)
    ) {
      if (shapes[token] & SHAPE.ParenOpen || isDash(layers, token)) token = closing(layers, token, end);
      token++;
      continue;
    }
    const boundPreposition = prepositionAt(layers, token);
    if (boundPreposition !== '') {
      const figure = figures.at[token] || figures.at[token + 1];
      if (figure !== 0 && boundPreposition === 'ل' && addressee === undefined) {
        const first = figures.at[token] === figure ? token : token + 1;
        addressee = { figure: figure - 1, first, last: endOfFigure(layers, first) };
      }
      const next = skipAdverbial(layers, token, end);
      apart ||= next > token + 1;
      token = next;
      continue;
    }
    if (apart && RELATIVES.has(tokens, token)) return { addressee };
    if (takesTheRest(layers, token)) return { addressee };
    if (isAdverb(layers, token)) {
      token++;
      continue;
    }
    const subject = nounPhrase(layers, token, end, 'after');
    return apart && !canStandApart(layers, subject) ? { addressee } : { subject, addressee };
  }
  return { addressee };
}

/**
 * Behind an adverbial with a noun of its own (`قال في تصريح لصحيفة نشر أمس`) only who can be nothing but a subject is one:
 * a name, a title, a body, an unnamed source, people in the nominative.
 */
function canStandApart({ lookups, tokens }: Layers, subject: Subject | undefined): boolean {
  if (subject === undefined || subject.figure !== undefined || subject.title !== undefined) return true;
  if (lookups.bits[subject.first] & (ANONYMOUS | QUANTIFIER | HEAD)) return true;
  const { first } = subject;
  return (
    lastLetter(tokens, first) === NOON && firstLetter(tokens, first, tokens.foldLength[first] - 2) === WAW
  );
}
