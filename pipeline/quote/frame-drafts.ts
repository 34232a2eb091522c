/** Drafts of frames: what a frame says of its cue, its evidence, and the draft that is made of both. */
import type { Evidence, QuotationKind } from '../document.js';
import type { Layers } from '../layers.js';
import type { Draft } from './drafts.js';
import type { Frame } from './frames.js';
import { polarityOf } from './polarity.js';

/** What every draft of a frame says of its cue. */
export type Announced = Required<Pick<Draft, 'frame' | 'cue' | 'polarity' | 'stance'>>;

/** Fields one by one: to spread an object into another takes as long as all else that makes a draft. */
export function draftOfFrame(
  { frame, cue, polarity, stance }: Announced,
  kind: QuotationKind,
  first: number,
  last: number,
  evidence: readonly Evidence[],
  verbatim?: Draft['verbatim'],
  partOf?: Draft,
  continues?: Draft,
): Draft {
  return {
    kind,
    first,
    last,
    frame,
    cue,
    evidence,
    polarity,
    stance,
    partOf,
    continues,
    verbatim,
    attribution: undefined,
    label: undefined,
  };
}

export function announced(layers: Layers, frame: Frame): Announced {
  return {
    frame,
    cue: { token: frame.cue.token, reading: frame.reading },
    polarity: polarityOf(layers, frame),
    stance: frame.reading.row.stance,
  };
}

export function evidenceOf({ tokens }: Layers, rule: string, frame: Frame): Evidence[] {
  const { token } = frame.cue;
  return [
    {
      rule,
      spans: {
        cue: { start: tokens.start[token], end: tokens.end[token] },
        complement: { start: tokens.start[frame.complement], end: tokens.end[frame.complement] },
      },
      rows: [`cue-verbs:${frame.reading.row.lemma}`],
    },
  ];
}
