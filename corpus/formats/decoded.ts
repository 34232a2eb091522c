/** The text of a file, piece by piece, in the encoding of the file. Never cuts a character; the byte order mark is no part of it. */
import type { Entry } from './format.js';

export async function* decodedTexts({ pieces }: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  const last = decoder.decode();
  if (last !== '') yield last;
}
