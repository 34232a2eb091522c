/**
 * Ways of reporting speech, one invented sentence each, in `../shared`: a sentence counts only when every quotation in
 * it has its words, its kind and its speaker, and a sentence that reports nothing must give nothing.
 * Where that folder is absent, the test is skipped, and says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createExtractor, type Document, type Quotation } from '../../index.js';

const FILE = '../shared/linguistics/constructions.jsonl';
/** Of the 66 sentences so many must be whole. */
const FLOOR = 58;
const present = existsSync(FILE);
const whenPresent = present ? test : test.skip;
if (!present) console.warn(`${FILE} is absent: the tests of the ways of reporting are skipped`);

interface Expected {
  readonly content: string;
  readonly kind: string;
  /** The words for the speaker; absent where nobody is named. */
  readonly speaker?: string;
  /** The name behind those words; `null` leaves open who it is. */
  readonly resolved?: string | null;
  /** Nobody at all may be given. */
  readonly unsourced?: boolean;
  readonly verbatim?: readonly string[];
}

interface Construction {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly quotes: readonly Expected[];
}

const rows: readonly Construction[] = present
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Construction)
  : [];

/** What is wrong with the reading of a sentence, one line a quotation; nothing when it is whole. */
function wrongIn({ id, title, text, quotes }: Construction): string[] {
  const document = createExtractor().extract({ identifier: `construction-${id}`, text });
  const { quotations } = document;
  const place = `${id} (${title})`;
  if (quotes.length === 0) return quotations.map((row) => `${place}: fires on ${wordsOf(document, row)}`);
  return quotes.flatMap((expected) => {
    const found = quotations.find((row) => likeness(expected.content, wordsOf(document, row)) >= 0.8);
    if (found === undefined) return [`${place}: misses ${expected.content}`];
    if (!kindsOf(found).includes(expected.kind)) return [`${place}: ${found.kind}, not ${expected.kind}`];
    return isSpeaker(document, found, expected) ? [] : [`${place}: wrong speaker`];
  });
}

/** The sentences call a clause with marked words in it mixed; for us it is indirect, with its verbatim parts. */
function kindsOf({ kind, verbatim = [] }: Quotation): readonly string[] {
  return verbatim.length > 0 ? [kind, 'mixed'] : [kind];
}

function isSpeaker(document: Document, found: Quotation, expected: Expected): boolean {
  const { speaker, resolved, unsourced } = expected;
  const said = found.speakerSpan === undefined ? '' : wordsOf(document, found.speakerSpan);
  if (unsourced) return found.speakers.length === 0 && said === '';
  const wanted = resolved ?? speaker;
  if (wanted === undefined || (resolved === null && speaker === undefined)) return true;
  const names = found.speakers.flatMap(({ name, alternateNames }) => [name, ...alternateNames]);
  return [...names, said].some((name) => folded(name) === folded(wanted));
}

function wordsOf({ article }: Document, { start, end }: { start: number; end: number }): string {
  return article.text.slice(start, end);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .trim();
}

/** Jaccard of the words of two contents; a complementizer at their beginning counts for nothing. */
function likeness(one: string, other: string): number {
  const a = contentWords(one);
  const b = contentWords(other);
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

function contentWords(text: string): ReadonlySet<string> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word, index) => index > 0 || !/^[بو]?[أإا]ن$/u.test(word)));
}

const wrong = rows.map(wrongIn);

whenPresent(`of the ways of reporting at least ${FLOOR} are read whole`, () => {
  expect(rows.length).toBe(66);
  const whole = wrong.filter((lines) => lines.length === 0).length;
  if (whole < FLOOR) throw new Error(`${whole} of ${rows.length} are whole:\n${wrong.flat().join('\n')}`);
});

whenPresent('a sentence that reports nothing gives nothing', () => {
  expect(wrong.flat().filter((line) => line.includes(': fires on '))).toEqual([]);
});
