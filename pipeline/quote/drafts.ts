/** A quotation before its speaker is known: tokens of its content, its cue, and what the frame says. */
import type { Evidence, Polarity, QuotationKind } from '../document.js';
import type { Cue } from '../lookup/lexicon.js';
import type { Frame } from './frames.js';

export interface Draft {
  readonly kind: QuotationKind;
  readonly first: number;
  readonly last: number;
  readonly frame?: Frame;
  /** The verb form that announces it, with or without a frame of its own. */
  readonly cue?: { readonly token: number; readonly reading?: Cue };
  readonly evidence: readonly Evidence[];
  readonly polarity: Polarity;
  readonly stance: string;
  readonly partOf?: Draft;
  readonly continues?: Draft;
  /** Token ranges of marked parts, on `indirect` only. */
  readonly verbatim?: readonly (readonly [number, number])[];
  /** A postposed phrase (`وفق قوله`, `بحسب الوزارة`), first and last token. */
  readonly attribution?: { readonly first: number; readonly last: number; readonly kind: string };
  /** Words that stand for the speaker of a headline or an interview turn. */
  readonly label?: { readonly first: number; readonly last: number };
}
