/** Nobody is named at the cue: the subject of the sentence speaks, or whoever spoke last and agrees with the verb. */
import type { Layers } from '../layers.js';
import type { Draft } from '../quote/drafts.js';
import { type Attribution, again, type Discourse } from './attribution.js';
import { matrixSubject } from './sentence.js';
import { bySubject } from './speaker.js';

/** Nobody is named at the cue: the subject of the sentence, else the last speaker that agrees with the verb. */
export function elided(layers: Layers, draft: Draft, { said }: Discourse): Attribution | undefined {
  const reading = draft.cue?.reading;
  const at = draft.cue?.token ?? draft.first;
  const { segments, tokens } = layers;
  const here = segments.sentenceOf[at];
  const spoken = said.filter(({ token }) => token < at);
  const lastHere = spoken.findLast(({ token }) => segments.sentenceOf[token] === here);
  if (lastHere === undefined) {
    const subject = matrixSubject(layers, at);
    const matrix =
      subject?.figure === undefined
        ? undefined
        : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (matrix !== undefined) return { ...matrix, words: undefined, resolution: 'elided', confidence: 0.82 };
  }
  for (const { attribution, gender, number } of spoken.slice(-6).reverse()) {
    if (reading !== undefined && reading.form !== 'masdar') {
      if (reading.number !== number && !(number === 's' && reading.number === 's')) continue;
      if (gender !== undefined && reading.gender !== undefined && gender !== reading.gender && number === 's')
        continue;
    }
    return again(attribution, 'speaker/last-speaker', 0.86);
  }
  const span = { start: tokens.start[at], end: tokens.end[at] };
  const earlier = matrixSubjectBefore(layers, at);
  return earlier === undefined
    ? undefined
    : {
        ...earlier,
        evidence: { rule: 'speaker/last-subject', spans: { cue: span }, because: [earlier.evidence] },
      };
}

/** The subject of one of the two sentences before, when nobody has spoken yet. */
function matrixSubjectBefore(layers: Layers, at: number): Attribution | undefined {
  const { segments } = layers;
  for (let back = 1; back <= 2; back++) {
    const sentence = segments.sentences[segments.sentenceOf[at] - back];
    if (sentence === undefined) return undefined;
    const subject = matrixSubject(layers, sentence.end - 1);
    const found =
      subject === undefined || (subject.figure === undefined && subject.title === undefined)
        ? undefined
        : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (found !== undefined && found.figures.length > 0)
      return { ...found, words: undefined, resolution: 'elided', confidence: 0.7 };
  }
  return undefined;
}
