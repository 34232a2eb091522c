/** Who says a quotation, and what is remembered of it. */
import type { Evidence, Gender, Resolution } from '../document.js';
import type { GrammaticalNumber } from '../lookup/lexicon.js';
import type { Draft } from '../quote/drafts.js';
import type { Addressee } from './outlets.js';

/** Who says a quotation. */
export interface Attribution {
  readonly figures: readonly number[];
  /** Tokens of the words that stand for the speaker here. */
  readonly words?: { readonly first: number; readonly last: number };
  readonly resolution: Resolution;
  readonly abstention?: string;
  readonly addressee?: Addressee;
  readonly relay?: { readonly first: number; readonly last: number; readonly figure?: number };
  readonly onBehalfOf?: { readonly first: number; readonly last: number; readonly figure?: number };
  readonly evidence: Evidence;
}

export interface Said {
  readonly token: number;
  readonly attribution: Attribution;
  readonly gender?: Gender;
  readonly number: GrammaticalNumber;
  /** Described as several (`قال مسؤولون`), whatever the number of the verb before them. */
  readonly several?: boolean;
  /** The reported words that the cue stands in: outside them its speaker is not taken up again. */
  readonly within?: Draft;
}

/** The same speaker once more, named by nothing here. */
export function again(attribution: Attribution, rule: string): Attribution {
  const unnamed = attribution.figures.length === 0;
  return {
    figures: attribution.figures,
    words: unnamed ? attribution.words : undefined,
    resolution: unnamed && attribution.resolution === 'none' ? 'none' : 'elided',
    abstention: attribution.abstention,
    addressee: undefined,
    relay: undefined,
    onBehalfOf: undefined,
    evidence: { rule, because: [rootOf(attribution)] },
  };
}

/** A speaker, field by field: a spread takes as long as all else that makes an answer. */
export function speakerOf(
  figures: readonly number[],
  words: Attribution['words'],
  resolution: Resolution,
  evidence: Evidence,
  onBehalfOf?: Attribution['onBehalfOf'],
): Attribution {
  return {
    figures,
    words,
    resolution,
    abstention: undefined,
    addressee: undefined,
    relay: undefined,
    onBehalfOf,
    evidence,
  };
}

/** The same, and who is spoken to. */
export function spokenTo(attribution: Attribution, addressee: Addressee | undefined): Attribution {
  if (attribution.addressee === addressee) return attribution;
  const { figures, words, resolution, abstention, relay, onBehalfOf, evidence } = attribution;
  return { figures, words, resolution, abstention, addressee, relay, onBehalfOf, evidence };
}

/** The same, named elsewhere than at the quotation. */
export function unnamedHere(attribution: Attribution): Attribution {
  const { figures, abstention, addressee, relay, onBehalfOf, evidence } = attribution;
  return {
    figures,
    words: undefined,
    resolution: 'elided',
    abstention,
    addressee,
    relay,
    onBehalfOf,
    evidence,
  };
}

/** These take over an earlier answer. */
const TAKING_OVER: ReadonlySet<string> = new Set([
  'speaker/first-person',
  'speaker/honorific',
  'speaker/last-speaker',
  'speaker/own-words',
  'speaker/participle-of-cue',
  'speaker/pronoun-of-relay',
  'speaker/same-description',
  'speaker/subject-of-sentence',
  'speaker/varied-name',
]);

/** The evidence that an answer rests on in the end, so that a long speech gives no long chain. */
export function rootOf({ evidence }: Attribution): Evidence {
  return (TAKING_OVER.has(evidence.rule) && evidence.because?.[0]) || evidence;
}

export function none(abstention: string): Attribution {
  return {
    figures: [],
    words: undefined,
    resolution: 'none',
    abstention,
    addressee: undefined,
    relay: undefined,
    onBehalfOf: undefined,
    evidence: { rule: 'speaker/none' },
  };
}
