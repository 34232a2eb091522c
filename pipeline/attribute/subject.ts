/**
 * The subject behind a cue: the words that stand for the speaker at this quotation. Takes a cue and where its complement
 * starts; reads the words between, past adverbials and addressees. Gives the noun phrase, and who is spoken to.
 */
import type { Layers } from '../layers.js';
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
  while (token < end) {
    const phrase = lookups.phrases.get(token);
    const kind = phrase?.reading.attribution?.kind;
    if (
      phrase !== undefined &&
      (kind === 'turn' || kind === 'channel' || kind === 'according' || kind === 'own-words')
    ) {
      token =
        kind === 'turn' || kind === 'own-words'
          ? phrase.last + 1
          : skipAdverbial(layers, phrase.last + 1, end);
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
      token = skipAdverbial(layers, token, end);
      continue;
    }
    if (takesTheRest(layers, token)) return { addressee };
    if (isAdverb(layers, token)) {
      token++;
      continue;
    }
    const subject = nounPhrase(layers, token, end, 'after');
    return { subject, addressee };
  }
  return { addressee };
}
