/**
 * Frames and marks to quotations without speakers: direct, mixed, indirect and colon speech.
 * Each marked stretch is claimed once, by the nearest announcing cue before it, or by an attribution behind it.
 */
import type { Layers } from '../layers.js';
import { findAttributed } from './attributed.js';
import { clausesDrafts } from './clause-drafts.js';
import { colonDrafts } from './colon-drafts.js';
import type { CueWord } from './cues.js';
import type { Draft } from './drafts.js';
import { type Frame, frameOf, pairOpenedAt } from './frames.js';
import { findHeadlines } from './headlines.js';
import { markedDrafts } from './marked-drafts.js';
import { hasWords } from './names-in-marks.js';
import { claimRemaining } from './remaining.js';
import { isSupposed } from './weak.js';

export function findQuotations(layers: Layers, cues: readonly CueWord[]): Draft[] {
  const frames = new Map<number, Frame>();
  for (const cue of cues) {
    const frame = frameOf(layers, cue);
    if (frame !== undefined) frames.set(cue.token, frame);
  }
  const owners = new Map<number, Frame>();
  for (const frame of frames.values()) {
    const pair = frame.pair ?? pairOpenedAt(layers, frame.content);
    if (pair >= 0) owners.set(pair, frame);
  }
  const claimed = new Set<number>();
  const drafts: Draft[] = [];
  let reported = -1;
  for (const frame of frames.values()) {
    reported = Math.max(reported, drafts.at(-1)?.last ?? -1);
    if (frame.reading.row.trust === 'weak' && frame.cue.token <= reported) continue;
    if (isSupposed(layers, frame)) continue;
    if (frame.kind === 'clause') drafts.push(...clausesDrafts(layers, frames, owners, frame, claimed));
    else if (frame.kind === 'marks') drafts.push(...markedDrafts(layers, frame, claimed));
    else drafts.push(...colonDrafts(layers, frames, frame));
  }
  drafts.push(...findHeadlines(layers, frames));
  drafts.push(...claimRemaining(layers, cues, frames, claimed, drafts));
  drafts.push(...findAttributed(layers, frames, drafts));
  const said = drafts.filter(({ first, last }) => hasWords(layers, first, last));
  return withoutCrossings(withoutRepeats(inTextOrder(said)));
}

/** The same words announced twice are one quotation; the first, more precise finding stays. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ first, last }, index) => {
    const before = drafts[index - 1];
    return before === undefined || before.first !== first || before.last !== last;
  });
}

/** Quotations nest or follow each other; of two that cross, the one that starts later gives way. */
function withoutCrossings(drafts: readonly Draft[]): Draft[] {
  const open: Draft[] = [];
  return drafts.filter((draft) => {
    while (open.length > 0 && open[open.length - 1].last < draft.first) open.pop();
    const around = open.at(-1);
    if (around !== undefined && draft.last > around.last) return false;
    open.push(draft);
    return true;
  });
}

function inTextOrder(drafts: Draft[]): Draft[] {
  return drafts.sort((a, b) => a.first - b.first || b.last - a.last);
}
