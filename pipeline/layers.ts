/** The layers that the stages behind name recognition read: one article's tokens and everything known of them. */
import type { Lookups } from './lookup/lookup.js';
import type { Marks } from './quote/marks.js';
import type { Figures } from './resolve/entities.js';
import type { Segments } from './segment.js';
import type { Tokens } from './tokenize.js';
import type { Weighing } from './weighing.js';

export interface Layers {
  readonly tokens: Tokens;
  readonly lookups: Lookups;
  readonly marks: Marks;
  readonly segments: Segments;
  readonly shapes: Int32Array;
  readonly figures: Figures;
  /** Only when somebody asks why: whom the sieves weighed. */
  readonly weighing?: Weighing;
}
