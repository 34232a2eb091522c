/**
 * The sieve of verbs and nouns whose subject is that of their sentence: `ما وصفه بـ`, `ما قال إنه`, `على حد قوله`, `بقولهم`.
 * Takes a cue; gives who is named right behind it, or the sentence's own subject.
 */
import type { Layers } from '../layers.js';
import { ANONYMOUS, QUANTIFIER } from '../lookup/lexicon.js';
import { isNoun } from '../quote/cues.js';
import type { Draft } from '../quote/drafts.js';
import { wordSet } from '../word-set.js';
import { type Attribution, again } from './attribution.js';
import { sameSentence, takesObject } from './discourse.js';
import type { Discourse } from './memory.js';
import type { Subject } from './noun-phrase.js';
import { matrixSubject, subjectOfVerb } from './sentence.js';
import { bySubject } from './speaker.js';
import { subjectAfter } from './subject.js';

export function byMatrix(
  layers: Layers,
  draft: Draft,
  token: number,
  end: number,
  discourse: Discourse,
): Attribution | undefined {
  const noun = draft.cue?.reading?.form === 'masdar';
  if (!draft.frame?.cue.object && !noun && !isRelative(layers, token)) return undefined;
  return namedBehind(layers, draft, token, end) ?? ofMatrix(layers, token, discourse);
}

/** `ما وصفه بـ`, `ما قال إنه`: the verb stands in a relative clause of the sentence's own subject. */
function isRelative({ tokens }: Layers, token: number): boolean {
  return token > 0 && WHAT.has(tokens, token - 1);
}

const WHAT = wordSet('ما مما بما لما');

/** `ما وصفه سامر العتيبي بـ`, `ما قالت موسكو إنه`: who is named right behind such a verb is its subject. */
function namedBehind(layers: Layers, { cue }: Draft, token: number, end: number): Attribution | undefined {
  const reading = cue?.reading;
  const noun = reading?.form === 'masdar';
  if (reading === undefined || (noun && (!takesObject(reading.row) || isNoun(layers, token))))
    return undefined;
  const { subject } = subjectAfter(layers, token, end);
  if (subject?.first !== token + 1 || subject.figure === undefined) return undefined;
  return bySubject(layers, subject, 'speaker/subject-behind-cue', token, false);
}

function ofMatrix(layers: Layers, token: number, discourse: Discourse): Attribution | undefined {
  const last = sameSentence(layers, token, discourse);
  if (last !== undefined) return again(last.attribution, 'speaker/subject-of-sentence');
  const subject = matrixSubject(layers, token) ?? openingSource(layers, token);
  return bySubject(layers, subject, 'speaker/subject-of-sentence', token, false);
}

/** `وعلق بعض المغردين على التقرير بقولهم`: behind the verb that opens the sentence, people whom nobody names. */
function openingSource(layers: Layers, token: number): Subject | undefined {
  const subject = subjectOfVerb(layers, token);
  if (subject === undefined || subject.figure !== undefined) return subject;
  return layers.lookups.bits[subject.first] & (ANONYMOUS | QUANTIFIER) ? subject : undefined;
}
