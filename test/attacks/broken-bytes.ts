/** A sound sample in each format, damaged at every byte in turn: each damaged copy is a file of its own. */
import { rss, rssItem } from './articles.js';

const TEXT = 'قال الوزير سامر العبدلات «الجسر جاهز» 😀.';

export const SAMPLES: Readonly<Record<string, string>> = {
  txt: TEXT,
  jsonl: `${JSON.stringify({ id: 'a', text: TEXT })}\n${JSON.stringify({ id: 'b', text: TEXT })}\n`,
  csv: `id,text\na,${TEXT}\nb,${TEXT}\n`,
  xml: rss(rssItem('a', TEXT)),
  html: `<html lang=ar><meta charset=utf-8><title>خبر</title><p>${TEXT}</p></html>`,
};

/** Bytes that are wrong in UTF-8: never allowed, the start of a longer letter, a continuation, a zero. */
const WRONG = [0xff, 0xe2, 0x80, 0x00];

/** One damaged copy for each byte; what is put there changes from byte to byte. */
export function damagedCopies(ending: string): Record<string, Uint8Array> {
  const bytes = Buffer.from(SAMPLES[ending]!);
  const copies = [...bytes.keys()].map((at) => {
    const copy = Buffer.from(bytes);
    copy[at] = WRONG[at % WRONG.length]!;
    return [`${String(at).padStart(4, '0')}.${ending}`, copy] as const;
  });
  return Object.fromEntries(copies);
}
