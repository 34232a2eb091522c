/** Damaged bytes: an invalid byte at every place of a sample, in whole texts and in lines; and pieces cut anywhere. */
import fc from 'fast-check';
import { chooseEncoding } from '../../../corpus/encoding/choose.js';
import { decode, decodeRecord } from '../../../corpus/encoding/decode.js';
import { inSingleBytes, textPieces } from '../../../corpus/encoding/transcode.js';
import { createExtractor, toJsonLd } from '../../../index.js';

const SENTENCE = 'قال وزير النقل سامر العبدلات: «الجسر آمن» 👍🏽 منذ 2021.';
const BYTES = Buffer.from(SENTENCE);
const INVALID = [0x80, 0xbf, 0xc0, 0xc7, 0xf5, 0xff];

function damaged(): Buffer[] {
  return INVALID.flatMap((byte) =>
    Array.from(BYTES, (_, at) => {
      const replaced = Buffer.from(BYTES);
      replaced[at] = byte;
      return [replaced, Buffer.concat([BYTES.subarray(0, at), Buffer.from([byte]), BYTES.subarray(at)])];
    }).flat(),
  );
}

test('an invalid byte anywhere costs the characters at its place, and is said', () => {
  for (const bytes of damaged()) {
    const { text, problems } = decode(bytes);
    expect(text.isWellFormed()).toBe(true);
    const first = text.indexOf('\uFFFD');
    expect(problems).toMatchObject(
      first < 0 ? [] : [{ code: 'undecodable-bytes', start: first, end: first + 1 }],
    );
    // All that stands before its character, and all but a few characters, is as it was.
    const sure = Math.max(0, first - 3);
    expect(text.slice(0, sure)).toBe(SENTENCE.slice(0, sure));
    expect([...text].filter((letter) => SENTENCE.includes(letter)).length).toBeGreaterThan(
      SENTENCE.length - 12,
    );
  }
});

test('no offset is wrong in what is found in a damaged text', () => {
  const extractor = createExtractor();
  for (const bytes of damaged().filter((_, at) => at % 7 === 0)) {
    const { text, problems } = decode(bytes);
    const { quotations = [], problems: found = [] } = toJsonLd(
      extractor.extract({ identifier: 'x', text }, problems),
    );
    const characters = [...text];
    for (const { start, end, text: words } of quotations)
      expect(characters.slice(start, end).join('')).toBe(words);
    for (const { code, start } of found)
      if (code === 'undecodable-bytes') expect(characters[start]).toBe('\uFFFD');
  }
});

test('a damaged line leaves the others, in a file of UTF-8', () => {
  const encoding = chooseEncoding(BYTES, {}, true);
  for (const bytes of damaged()) expect(decodeRecord(bytes, encoding).text.isWellFormed()).toBe(true);
  expect(decodeRecord(BYTES, encoding)).toEqual({ text: SENTENCE, problems: [] });
});

const LABELS = ['utf8', 'utf16le', 'latin1'] as const;

test.each(LABELS)('pieces of %s that are cut anywhere give one text', async (label) => {
  const text = label === 'latin1' ? 'Le pont est déjà prêt' : `\uFEFF${SENTENCE}`;
  const bytes = Buffer.from(text, label);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: bytes.length }), { maxLength: 6 }), async (cuts) => {
      const encoding = chooseEncoding(bytes, label === 'latin1' ? { encoding: 'windows-1252' } : {}, true);
      const pieces: string[] = [];
      for await (const piece of textPieces(cutAt(bytes, cuts), encoding)) pieces.push(piece);
      expect(pieces.join('')).toBe(text.replace('\uFEFF', ''));
    }),
  );
});

test('lines of UTF-16 become lines of UTF-8', async () => {
  const bytes = Buffer.from(`\uFEFF${SENTENCE}\n${SENTENCE}\n`, 'utf16le');
  const { pieces, encoding } = inSingleBytes({ beginning: bytes, pieces: cutAt(bytes, [3, 4, 9]) }, {});
  const held: Buffer[] = [];
  for await (const piece of pieces) held.push(piece);
  expect(decodeRecord(Buffer.concat(held), encoding)).toEqual({
    text: `${SENTENCE}\n${SENTENCE}\n`,
    problems: [],
  });
});

async function* cutAt(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  for (let at = 1; at < places.length; at++) yield bytes.subarray(places[at - 1], places[at]);
}
