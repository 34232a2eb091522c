/** What every draft of a frame says of its cue, and its evidence. */
import type { Evidence } from '../document.js';
import type { Layers } from '../layers.js';
import type { Draft } from './drafts.js';
import type { Frame } from './frames.js';
import { polarityOf } from './polarity.js';

export function common(layers: Layers, frame: Frame): Pick<Draft, 'frame' | 'cue' | 'polarity' | 'stance'> {
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
