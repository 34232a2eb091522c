/** Quotation marks: which belong together, what stands in them, and what is reported of those that are astray. */
import { pairMarks } from '../../pipeline/quote/marks.js';
import { tokenize } from '../../pipeline/tokenize.js';
import { written } from './layers.js';

/** What stands in each pair as written; `>` for each pair around it, `…` behind what was never closed. */
function paired(text: string): string[] {
  const tokens = tokenize(text);
  return pairMarks(tokens).pairs.map(({ first, last, close, depth }) => {
    const words = written(tokens, first, last);
    return `${'>'.repeat(depth)}${words}${close < 0 ? '…' : ''}`;
  });
}

/** Codes of problems, each with the mark that it points at. */
function reported(text: string): string[] {
  return pairMarks(tokenize(text)).problems.map(
    ({ code, start, end }) => `${code} ${text.slice(start, end)}`,
  );
}

const SOUND: readonly (readonly [string, string, readonly string[]])[] = [
  ['no mark', 'قال نعم', []],
  ['straight marks', 'قال: "نعم" ثم ذهب.', ['نعم']],
  ['guillemets', 'قال: «نعم» ثم ذهب.', ['نعم']],
  ['curly marks', 'قال: “نعم” ثم ذهب.', ['نعم']],
  ['low and high marks', 'قال: „نعم” ثم ذهب.', ['نعم']],
  ['single guillemets', 'قال: ‹نعم› ثم ذهب.', ['نعم']],
  ['two apostrophes', "قال: ''نعم'' ثم ذهب.", ['نعم']],
  ['ornaments', 'قال: ❝نعم❞ ثم ذهب.', ['نعم']],
  ['several', 'بين "أبيض" و"أسود" و«رمادي».', ['أبيض', 'أسود', 'رمادي']],
  ['glued to a word before', 'قناة الروسية"موسكو" قالت', ['موسكو']],
  ['glued to a particle', 'رحب و"الجميع" بذلك', ['الجميع']],
  ['behind tatweel', 'وصفه بـ«الكبير» أمس', ['الكبير']],
  ['glued to a colon', 'قال:«نعم».', ['نعم']],
  ['in brackets', '(«نعم») ثم', ['نعم']],
  ['with the end mark inside', 'قال: «نعم. ثم لا.» وذهب', ['نعم. ثم لا.']],
  ['with white space inside', 'قال: " نعم " وذهب', ['نعم']],
  ['one style in another', 'قال: «إن "نعم" تكفي».', ['إن "نعم" تكفي', '>نعم']],
  ['one style in itself', 'قال: «إن «نعم» تكفي».', ['إن «نعم» تكفي', '>نعم']],
  ['three deep', 'قال: «أ “ب "ج" د” ه».', ['أ “ب "ج" د” ه', '>ب "ج" د', '>>ج']],
  ['empty', 'قال: «» ثم', ['']],
  ['the apostrophe of a foreign word', "قالت Moody's إن", []],
  ['over a paragraph’s end', 'قال: «نعم.\nثم لا».\nوذهب', ['نعم.\nثم لا']],
  ['a pair a paragraph', '«نعم» قال\n«لا» قال', ['نعم', 'لا']],
  ['among numbers', 'طولها 5 و"نعم" 6', ['نعم']],
];

describe.each(SOUND)('%s', (_, text, expected) => {
  test('is paired', () => {
    expect(paired(text)).toEqual(expected);
  });
  test('gives no problem', () => {
    expect(reported(text)).toEqual([]);
  });
});

/** Why, the text, its pairs, its problems. */
const REPAIRED: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['guillemets turned round', 'قال: »نعم« ثم', ['نعم'], ['reversed-quotation-mark »']],
  ['curly marks turned round', 'قال: ”نعم“ ثم', ['نعم'], ['reversed-quotation-mark ”']],
  ['never closed', 'قال: «نعم ثم ذهب', ['نعم ثم ذهب…'], ['unbalanced-quotation-mark «']],
  ['never opened', 'قال نعم» ثم ذهب', [], ['unbalanced-quotation-mark »']],
  ['never opened, straight', 'قال نعم" ثم ذهب', [], ['unbalanced-quotation-mark "']],
  [
    'open at the paragraph’s end',
    'قال: «نعم\nوذهب إلى «بيت»',
    ['نعم…', 'بيت'],
    ['unbalanced-quotation-mark «'],
  ],
  ['opened twice', 'قال "نعم ثم "لا" هنا', ['نعم ثم "لا" هنا…', '>لا'], ['unbalanced-quotation-mark "']],
];

describe.each(REPAIRED)('%s', (_, text, expected, problems) => {
  test('is repaired', () => {
    expect(paired(text)).toEqual(expected);
  });
  test('is reported at the mark', () => {
    expect(reported(text)).toEqual(problems);
  });
});

test('a closing mark of another style closes too', () => {
  expect(paired('قال: «نعم" ثم ذهب.')).toEqual(['نعم']);
});

test('every token knows the innermost pair that it stands in', () => {
  const tokens = tokenize('قال: «إن "نعم" تكفي» ثم');
  const { inside, opened, pairs } = pairMarks(tokens);
  const at = (word: string) =>
    Array.from({ length: tokens.count }).findIndex((_, i) => written(tokens, i, i) === word);
  expect(inside[at('قال')]).toBe(0);
  expect(pairs[inside[at('إن')] - 1].depth).toBe(0);
  expect(pairs[inside[at('نعم')] - 1].depth).toBe(1);
  expect(pairs[inside[at('تكفي')] - 1].depth).toBe(0);
  expect(inside[at('ثم')]).toBe(0);
  expect(pairs[opened[at('«')] - 1].open).toBe(at('«'));
  expect(opened[at('»')]).toBe(0);
});

test('pairs come in order of their opening marks and follow or enclose each other', () => {
  const tokens = tokenize('«أ "ب" ج» د "ه «و» ز" ح «ط');
  const { pairs } = pairMarks(tokens);
  expect(pairs.map(({ open }) => open)).toEqual(pairs.map(({ open }) => open).sort((a, b) => a - b));
  for (const a of pairs)
    for (const b of pairs) if (a.open < b.open) expect(b.last <= a.last || b.open > a.last).toBe(true);
});

test('nesting beyond all writing stays shallow', () => {
  const { pairs } = pairMarks(tokenize(`${'«نعم '.repeat(200)}${'»'.repeat(200)}`));
  expect(Math.max(...pairs.map(({ depth }) => depth))).toBeLessThanOrEqual(3);
});
