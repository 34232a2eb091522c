/**
 * A phenomenon of reporting for the tests: texts with what is read in them, and texts that look alike and are read
 * otherwise. Each line of an expectation is kind, speaker and words.
 */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

/** The quotations of a text, as `kind | speaker | words`; a dash where nobody is given. */
function read(text: string): readonly string[] {
  const { quotations } = extractor.extract({ identifier: 'text', text });
  return quotations.map(({ kind, speakers, speakerSpan, start, end }) => {
    const words = speakerSpan === undefined ? '-' : text.slice(speakerSpan.start, speakerSpan.end);
    const who = speakers.map(({ name }) => name).join(' + ') || words;
    return `${kind} | ${who} | ${text.slice(start, end)}`;
  });
}

export interface Phenomenon {
  readonly name: string;
  /** Text → what is read in it. */
  readonly examples: readonly (readonly [string, readonly string[]])[];
  readonly nearMisses: readonly (readonly [string, readonly string[]])[];
}

/** Makes a test of each text. */
export function checkPhenomena(phenomena: readonly Phenomenon[]): void {
  describe.each(phenomena)('$name', ({ examples, nearMisses }) => {
    test.each(examples)('%s', (text, expected) => {
      expect(read(text)).toEqual(expected);
    });
    test.each(nearMisses)('but: %s', (text, expected) => {
      expect(read(text)).toEqual(expected);
    });
  });
}
