/** One extractor for a test file, and the way to state that something holds of whatever it finds in generated texts. */
import fc from 'fast-check';
import { createExtractor, type Document } from '../../index.js';
import { BREAKERS, runs } from './texts.js';

const extractor = createExtractor();

export function read(text: string): Document {
  return extractor.extract({ identifier: 'x', text });
}

/** Checks a property of the documents of generated texts; a failure shows the shortest text that breaks it. */
export function holds(
  texts: fc.Arbitrary<string>,
  numRuns: number,
  property: (document: Document) => void,
): void {
  fc.assert(
    fc.property(texts, (text) => property(read(text))),
    { ...runs(numRuns + BREAKERS.length), examples: BREAKERS.map((text): [string] => [text]) },
  );
}
