/**
 * Peers: what other JavaScript libraries of natural language need for English news. None of them reads Arabic or
 * attributes quotations, so they say what order of speed people are used to, by words a second.
 */

import { englishTexts } from './english.js';
import type { Setting, Throughput } from './measurement.js';
import { throughput } from './stopwatch.js';

/** Sentences, negation, sentiment, parts of speech, entities and custom entities: wink-nlp's whole pipe. */
export async function winkPeer({ seconds }: Setting): Promise<Throughput> {
  const { default: winkNlp } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const nlp = winkNlp(model);
  return readEnglish(seconds, (text) => nlp.readDoc(text));
}

/** compromise's tokenizer alone. */
export async function compromiseOnePeer({ seconds }: Setting): Promise<Throughput> {
  const { default: nlp } = await import('compromise/one');
  return readEnglish(seconds, (text) => nlp(text));
}

/** compromise with its tagger and phrases. */
export async function compromiseThreePeer({ seconds }: Setting): Promise<Throughput> {
  const { default: nlp } = await import('compromise/three');
  return readEnglish(seconds, (text) => nlp(text));
}

function readEnglish(seconds: number, read: (text: string) => object): Throughput {
  return throughput(englishTexts(), seconds, {
    prepare: ({ text }) => text,
    run: (text) => (read(text) ? 1 : 0),
  });
}
