/**
 * For jest: matchers that say what a text must give, and a walker that turns a pack's examples, near misses and gold into
 * tests. Imports nothing of jest; `expect.extend({ toExtract, toQuote })` makes the matchers known, and their types are here.
 */
import type { ExpectedMention, ExpectedQuotation } from './matchers.js';

export { describeRules } from './describe-rules.js';
export {
  type ExpectedMention,
  type ExpectedQuotation,
  type MatcherResult,
  matchersWith,
  type Received,
  toExtract,
  toQuote,
} from './matchers.js';

/** The matchers as `expect` has them; `R` is what a matcher of that `expect` gives back. */
export interface IsnadMatchers<R> {
  /** The text, or document, names somebody or something: a mention with all that is given. */
  toExtract(expected: ExpectedMention): R;
  /** The text, or document, quotes somebody: a quotation with all that is given. */
  toQuote(expected: ExpectedQuotation): R;
}

declare global {
  namespace jest {
    interface Matchers<R, T> extends IsnadMatchers<R> {}
  }
}
