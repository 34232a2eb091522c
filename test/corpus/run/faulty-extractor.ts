/** An extractor that goes wrong at words in a text, in every way that the guard of a run has to withstand. */
import { createExtractor as createSound, type Extractor, type ExtractorOptions } from '../../../index.js';

export const THROWS = 'يرمي خطأ';
export const LOOPS = 'يدور بلا نهاية';
export const FILLS = 'يملأ الذاكرة';
export const KILLS = 'يقتل العملية';
export const EXITS = 'ينهي الخيط';

export function createExtractor(options: ExtractorOptions): Extractor {
  const sound = createSound(options);
  return {
    ...sound,
    extract: (article, ...rest) => {
      const { text } = article;
      if (text.includes(THROWS)) throw new Error('as asked');
      if (text.includes(LOOPS)) for (;;);
      if (text.includes(FILLS)) fill();
      if (text.includes(EXITS)) process.exit(3);
      if (text.includes(KILLS)) process.kill(process.pid, 'SIGABRT');
      return sound.extract(article, ...rest);
    },
  };
}

function fill(): never {
  const held: number[][] = [];
  for (;;) held.push(new Array(10_000).fill(held.length));
}
