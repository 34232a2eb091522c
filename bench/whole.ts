/**
 * The whole way of an article, as a program that uses the library goes it: UTF-8 in, a line of JSON-LD in UTF-8 out, as
 * `isnad extract --out` writes it: with the context in a file beside.
 */
import { createExtractor, type Knowledge, serialize } from '../index.js';
import type { Setting, Throughput } from './measurement.js';
import { throughput } from './stopwatch.js';
import { readTexts } from './texts.js';

export async function wholeCase({ texts, seconds }: Setting): Promise<Throughput> {
  const lineOf = lineMaker();
  return throughput(await readTexts(texts), seconds, {
    prepare: ({ text }) => Buffer.from(text),
    run: (bytes) => lineOf(bytes.toString('utf8')).length,
  });
}

/** Makes an extractor, of another pack than the built-in one if it is given, and gives the function from a text to its line of output. */
export function lineMaker(knowledge?: Knowledge): (text: string) => Buffer {
  const extractor = createExtractor({ knowledge });
  const { generatedBy } = extractor;
  return (text) =>
    Buffer.from(
      serialize(extractor.extract({ identifier: 'bench', text }), { generatedBy, context: 'file' }),
    );
}
