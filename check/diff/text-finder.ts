/**
 * Finds the text of an article for whoever shows where something stands: takes texts in the order of the outputs as a rule, and digests as
 * they stand in an output; gives the text, or nothing. Texts that were passed over are held up to a bound, the oldest goes first.
 */
import { createHash } from 'node:crypto';

export interface TextFinder {
  /** @param digest `sha256:…` of the text */
  find(digest: string): Promise<string | undefined>;
  close(): Promise<void>;
}

const HELD = 32 << 20;

/** @param most letters of passed-over texts that are held */
export function createTextFinder(texts: AsyncIterator<string>, most: number = HELD): TextFinder {
  const held = new Map<string, string>();
  let letters = 0;
  const hold = (digest: string, text: string) => {
    if (!held.has(digest)) letters += text.length;
    held.set(digest, text);
    for (const [oldest, { length }] of held) {
      if (letters <= most || held.size === 1) break;
      held.delete(oldest);
      letters -= length;
    }
  };
  return {
    find: async (digest) => {
      while (!held.has(digest)) {
        const { done, value } = await texts.next();
        if (done) return undefined;
        hold(digestOf(value), value);
      }
      return held.get(digest);
    },
    close: async () => {
      await texts.return?.();
    },
  };
}

/** As in the output: half characters are replaced, which moves nothing. */
function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text.toWellFormed()).digest('hex')}`;
}
