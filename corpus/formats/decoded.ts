/** The text of a file, piece by piece, in the encoding of the file, and what is to be said of that. Never cuts a character. */
import type { Problem } from '../../index.js';
import { chooseEncoding, type Told } from '../encoding/choose.js';
import { guessProblems } from '../encoding/decode.js';
import { textPieces } from '../encoding/transcode.js';
import type { Entry } from './format.js';

/** The byte order mark is no part of the texts; `problems` are those of each record in them. */
export function decodedTexts(
  { beginning, pieces }: Entry,
  told: Told,
): { readonly texts: AsyncIterable<string>; readonly problems: readonly Problem[] } {
  const encoding = chooseEncoding(beginning, told, true);
  return { texts: textPieces(pieces, encoding), problems: guessProblems(encoding) };
}
