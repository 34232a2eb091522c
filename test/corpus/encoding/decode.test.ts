/**
 * Decoding: every broken input of `fixtures/broken/` is walked, and random bytes and texts are tried.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { decode } from '../../../corpus/encoding/decode.js';

const FOLDER = path.resolve('fixtures/broken');
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => path.parse(name).name);

const codes = (bytes: Uint8Array) => decode(bytes).problems.map(({ code }) => code);

test.each(NAMES)('%s', (name) => {
  const bytes = readFileSync(path.join(FOLDER, `${name}.txt`));
  const expected = JSON.parse(readFileSync(path.join(FOLDER, `${name}.expected.json`), 'utf8'));
  const { text } = decode(bytes);
  expect(codes(bytes)).toEqual(expected.problems.filter((code: string) => code === 'undecodable-bytes'));
  expect(text.startsWith('\uFEFF')).toBe(false);
  expect(text.isWellFormed()).toBe(true);
});

test('the encodings of one sentence give one text', () => {
  const sentence = 'قال وزير النقل سامر العبدلات إن الجسر آمن 👍🏽.';
  const little = Buffer.from(`\uFEFF${sentence}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [Buffer.from(sentence), Buffer.from(`\uFEFF${sentence}`), little, big]) {
    expect(decode(bytes)).toEqual({ text: sentence, problems: [] });
  }
});

test('the place of the first lost byte is reported', () => {
  const [problem] = decode(Buffer.from([0xd9, 0x82, 0x20, 0xc7, 0x20, 0xff])).problems;
  expect(problem).toMatchObject({ code: 'undecodable-bytes', start: 2, end: 3 });
});

test('only a first byte order mark is no part of the text', () => {
  expect(decode(Buffer.from('\uFEFF\uFEFFنص\uFEFF')).text).toBe('\uFEFFنص\uFEFF');
});

test.each([
  ['utf8' as const, 3],
  ['utf16le' as const, 5],
])('a cut of %s after %i bytes leaves whole characters', (encoding, length) => {
  const text = encoding === 'utf8' ? 'نصوص' : '\uFEFFن👍';
  const decoded = decode(Buffer.from(text, encoding).subarray(0, length), {}, true);
  expect(decoded.text).toBe('ن');
  expect(decoded.problems).toMatchObject([{ code: 'work-budget', start: 1, end: 1 }]);
});

test('every text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.startsWith('\uFEFF'));
      expect(decode(Buffer.from(text))).toEqual({ text, problems: [] });
    }),
  );
});

test('no bytes are too broken; what is lost is said', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const { text, problems } = decode(bytes);
      expect(text.isWellFormed()).toBe(true);
      for (const { code, start } of problems)
        expect(code === 'guessed-encoding' || text[start] === '\uFFFD').toBe(true);
    }),
  );
});
