/**
 * Guesses: every article of `fixtures/` in every encoding comes back as it was, whole and cut to short pieces, with the guess said; a
 * declaration that the bytes contradict does not count.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { chooseEncoding } from '../../../corpus/encoding/choose.js';
import { decode, decodeRecord } from '../../../corpus/encoding/decode.js';
import { InputError } from '../../../corpus/input-error.js';

const FOLDER = path.resolve('fixtures/articles');
const ARTICLES = readdirSync(FOLDER).map((name) => readFileSync(path.join(FOLDER, name), 'utf8'));
const OLD = ['windows-1256', 'iso-8859-6', 'cp720', 'utf-16le', 'utf-16be'];
const SENTENCE = ARTICLES[0].slice(0, 400);

const encoded = (text: string, label: string) => iconv.encode(text, label, { addBOM: false });
const codes = (bytes: Uint8Array) => decode(bytes).problems.map(({ code }) => code);

test.each(OLD)('%s is guessed in whole articles and in 60 characters, and said', (label) => {
  for (const article of ARTICLES)
    for (const length of [60, 200, 1000, article.length])
      for (const start of [0, Math.floor(article.length / 2)]) {
        const bytes = encoded(article.slice(start, start + length), label);
        if (!/[\u0621-\u064a]{3}/u.test(iconv.decode(bytes, label))) continue;
        const { text, problems } = decode(bytes);
        expect(text).toBe(iconv.decode(bytes, label));
        expect(problems).toMatchObject([{ code: 'guessed-encoding', start: 0, end: 0 }]);
        expect(problems[0].message).toContain(`(${label}`);
      }
});

test('what is marked, declared or UTF-8 is no guess', () => {
  for (const label of ['utf-8', 'utf-16le', 'utf-16be'])
    expect(decode(iconv.encode(SENTENCE, label, { addBOM: true }))).toEqual({ text: SENTENCE, problems: [] });
  for (const label of OLD) {
    const bytes = encoded(SENTENCE, label);
    const decoded = { text: iconv.decode(bytes, label), problems: [] };
    expect(decode(bytes, { declared: [label] })).toEqual(decoded);
    expect(decode(bytes, { encoding: label })).toEqual(decoded);
  }
  expect(decode(Buffer.from(SENTENCE))).toEqual({ text: SENTENCE, problems: [] });
});

test.each([
  ['windows-1252', 'utf-8'],
  ['iso-8859-1', 'utf-8'],
  ['windows-1256', 'utf-8'],
  ['utf-8', 'windows-1256'],
  ['iso-8859-6', 'windows-1256'],
  ['iso-8859-1', 'windows-1256'],
  ['no-such-encoding', 'windows-1256'],
])('a declaration of %s does not hold for %s', (declared, label) => {
  const text = `«${SENTENCE}»`;
  expect(decode(encoded(text, label), { declared: [declared] }).text).toBe(text);
});

test('of several declarations the first that holds counts', () => {
  const bytes = encoded(SENTENCE, 'windows-1256');
  expect(decode(bytes, { declared: [undefined, 'utf-8', 'cp1256'] })).toEqual({
    text: iconv.decode(bytes, 'cp1256'),
    problems: [],
  });
});

test('what a person says is obeyed, and an unknown encoding is refused', () => {
  expect(decode(Buffer.from('é'), { encoding: 'latin1' }).text).toBe('\u00c3\u00a9');
  expect(decode(Buffer.from([0x93, 0x94]), { encoding: 'windows-1252' }).text).toBe('\u201c\u201d');
  for (const encoding of ['klingon', 'base64', 'hex', ''])
    expect(() => decode(Buffer.from('a'), { encoding })).toThrow(InputError);
});

test('texts of other scripts are no Arabic in an old encoding', () => {
  for (const [text, label] of [
    ['Министр заявил, что мост готов к открытию на следующей неделе.', 'windows-1251'],
    ['Le ministre a déclaré que le pont était prêt à être inauguré cette année à Évry.', 'windows-1252'],
    ['橋はもう完成しています。大臣はきのう述べました。', 'utf-8'],
  ])
    expect(decode(encoded(text, label)).text.toWellFormed()).toMatch(/^\P{Script=Arabic}*$/u);
});

test('bytes that say too little are not guessed', () => {
  expect(codes(Buffer.from([0xc7, 0xe1]))).toEqual(['undecodable-bytes']);
  expect(codes(Buffer.from([]))).toEqual([]);
});

test('a file that begins in ASCII is asked anew for each record', () => {
  const encoding = chooseEncoding(Buffer.from('{"id": 1}\n'.repeat(9)), {}, true);
  const bytes = encoded(SENTENCE, 'windows-1256');
  expect(decodeRecord(bytes, encoding).text).toBe(iconv.decode(bytes, 'windows-1256'));
  expect(decodeRecord(Buffer.from(SENTENCE), encoding)).toEqual({ text: SENTENCE, problems: [] });
});
