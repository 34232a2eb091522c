/**
 * Memory over many articles, with a pack of 100,000 names: what is still held after a garbage collection, when 1,000
 * and when 20,000 articles have been extracted, beside what the process held before, the texts among it. Needs
 * `--expose-gc`. Each text is made different, so that nothing kept by text goes unseen.
 */
import type { Flatness, Held, Setting } from './measurement.js';
import { packWithNames } from './name-lists.js';
import { readTexts } from './texts.js';
import { lineMaker } from './whole.js';

const FEW = 1_000;
const MANY = 20_000;
const NAMES = 100_000;

export async function flatnessCase({ texts: file }: Setting): Promise<Flatness> {
  const texts = await readTexts(file);
  const before = held(0);
  const lineOf = lineMaker(packWithNames(NAMES));
  const extractUntil = (from: number, to: number) => {
    for (let i = from; i < to; i++) lineOf(`${texts[i % texts.length].text}\n\n${i}`);
    return held(to);
  };
  const few = extractUntil(0, FEW);
  return { kind: 'flatness', before, few, many: extractUntil(FEW, MANY) };
}

function held(articles: number): Held {
  if (globalThis.gc === undefined) throw new Error('start this case with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { articles, heap: heapUsed, buffers: arrayBuffers };
}
