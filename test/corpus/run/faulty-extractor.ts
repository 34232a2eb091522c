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
      if (text.includes(KILLS)) killProcess();
      return sound.extract(article, ...rest);
    },
  };
}

/** The signal takes a moment to arrive, in which nothing else may happen. */
function killProcess(): never {
  process.kill(process.pid, 'SIGABRT');
  for (;;);
}

function fill(): never {
  const held: number[][] = [];
  for (;;) held.push(new Array(500_000).fill(held.length + 0.5));
}
