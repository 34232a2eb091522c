/**
 * How far to trust a quotation: the share that was right, by the rule that found its words times the share by the
 * sieve that found its speaker. Source: the annotated articles of `fixtures/` and of the shared gold (some 520
 * quotations, `isnad evaluate` prints what the figures are worth), lowered where samples of unseen articles, read by
 * eye, were worse (`tools/sample-quotations`). Whoever changes a rule or sieve measures again.
 */
import type { Evidence } from './document.js';
import type { CueRow } from './knowledge.js';

/** By the last rule that found the words. */
const CONTENT: Readonly<Record<string, number>> = {
  'quote/attributed-ahead': 0.88,
  'quote/attributed-behind': 0.9,
  'quote/cue-colon': 0.86,
  'quote/cue-complementizer': 0.95,
  'quote/cue-marks': 0.99,
  'quote/cue-marks-in-clause': 0.93,
  'quote/headline-colon': 0.93,
  'quote/marks-attributed-behind': 0.88,
  'quote/marks-in-clause': 0.95,
  'quote/marks-verb-behind': 0.9,
  'quote/turn-colon': 0.84,
};

/** A verb that is often no speech gives fewer right frames. */
const TRUST: Readonly<Record<CueRow['trust'], number>> = { strong: 1, medium: 0.95, weak: 0.82 };

/** By the sieve. Where it leans on an earlier one, the worse of the two counts. */
const SPEAKER: Readonly<Record<string, number>> = {
  'speaker/according-to': 0.93,
  'speaker/antecedent': 0.85,
  'speaker/class-noun-of-entity': 0.92,
  'speaker/described-entity': 0.8,
  'speaker/description': 0.78,
  'speaker/document': 0.7,
  'speaker/dual-title': 0.85,
  'speaker/first-person': 0.92,
  'speaker/honorific': 0.85,
  'speaker/issuer-of-document': 0.85,
  'speaker/last-speaker': 0.91,
  'speaker/last-subject': 0.65,
  'speaker/nearest-before-clause': 0.85,
  'speaker/none': 0.5,
  'speaker/origin-of-relay': 0.95,
  'speaker/own-words': 0.9,
  'speaker/participle-of-cue': 0.95,
  'speaker/participle-of-sentence': 0.9,
  'speaker/pronoun-of-relay': 0.85,
  'speaker/same-description': 0.85,
  'speaker/subject-before-cue': 0.92,
  'speaker/subject-behind-cue': 0.98,
  'speaker/subject-of-sentence': 0.84,
  'speaker/title-of-entity': 0.93,
  'speaker/named-in-lead': 0.85,
  'speaker/part-of-name': 0.85,
  'speaker/turn-label': 0.98,
  'speaker/varied-name': 0.78,
};

/** Every rule and sieve of quotations and speakers, whether it fires or not. */
export const SIEVES: readonly string[] = [...Object.keys(CONTENT), ...Object.keys(SPEAKER)].sort();

/** Two decimals. `trust` is that of the verb that announces the words, if one does. */
export function confidenceOf(
  words: readonly Evidence[],
  trust: CueRow['trust'] | undefined,
  speaker: Evidence,
): number {
  const content = CONTENT[words[words.length - 1].rule] * (trust === undefined ? 1 : TRUST[trust]);
  return Math.round(content * speakerConfidence(speaker) * 100) / 100;
}

function speakerConfidence({ rule, because = [] }: Evidence): number {
  let least = SPEAKER[rule] ?? 1;
  for (const earlier of because) least = Math.min(least, speakerConfidence(earlier));
  return least;
}
