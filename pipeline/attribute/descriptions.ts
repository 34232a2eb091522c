/**
 * Descriptions that no title settles: `المتحدث ذاته`, `الكاتبة` for the only woman who has spoken, `نظيره` for whom the
 * text called so before. Each gives a person or what was said before, or nothing.
 */
import type { Layers } from '../layers.js';
import { ANONYMOUS, type Cue, HEAD } from '../lookup/lexicon.js';
import { bare, type TitlePhrase } from '../resolve/titles.js';
import { foldedWord, hashWord } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import type { Said } from './attribution.js';
import { ANAPHORIC } from './holders.js';
import { anybody, type Discourse } from './memory.js';
import type { Subject } from './noun-phrase.js';

/** `المتحدث ذاته`: whoever spoke last. */
export function pointedBack(
  { tokens }: Layers,
  { first, last }: Subject,
  discourse: Discourse | undefined,
): Said | undefined {
  for (let token = first + 1; token <= Math.min(last + 1, tokens.count - 1); token++)
    if (POINTING_BACK.has(tokens, token)) return discourse?.latest(anybody);
  return undefined;
}

const POINTING_BACK = wordSet([...ANAPHORIC].join(' '));

/** How far back a description is looked for, and how far from it the name may stand, in tokens. */
const DESCRIBED_BEFORE = 400;
const BESIDE = 8;

/**
 * `الكاتبة`, `نظيره`: the person beside whose name the same noun stood before, outside marks (`الكاتبة هدى …`,
 * `فلان، كاتب الرواية`).
 */
export function describedBefore(layers: Layers, { first: token, last, title }: Subject): number | undefined {
  const { tokens, figures, marks } = layers;
  const word = foldedWord(tokens, token);
  const noun = bare(word);
  if (marks.opened[token + 1] > 0) return makerOf(layers, token);
  if (noun === word && !word.startsWith('نظير')) return undefined;
  if (noun !== word && !isOnePerson(layers, token, last, title)) return undefined;
  const gender = title?.gender;
  const [definite, indefinite] = [hashWord(word), hashWord(noun)];
  for (let at = token - 1; at >= Math.max(0, token - DESCRIBED_BEFORE); at--) {
    if (tokens.hash[at] !== definite && tokens.hash[at] !== indefinite) continue;
    if (marks.inside[at] !== marks.inside[token]) continue;
    const person = personBeside(figures, tokens, at, title === undefined && noun !== word ? 1 : BESIDE);
    if (person === undefined) continue;
    const had = figures.figures[person].entity.gender;
    if (gender === undefined || had === undefined || had === gender) return person;
  }
  return undefined;
}

/** `صاحبة «بيت الرمل»`: the person beside whose name the same noun stood before the same words in marks. */
function makerOf({ tokens, figures, marks }: Layers, token: number): number | undefined {
  const work = marks.pairs[marks.opened[token + 1] - 1];
  const length = work.last - token;
  for (let at = token - 1; at >= Math.max(1, token - DESCRIBED_BEFORE); at--) {
    if (tokens.hash[at] !== tokens.hash[token] || marks.opened[at + 1] === 0) continue;
    let same = 2;
    while (same <= length && tokens.hash[at + same] === tokens.hash[token + same]) same++;
    if (same <= length || marks.pairs[marks.opened[at + 1] - 1].last !== at + length) continue;
    const named = figures.at[at - 1] || figures.at[at - 2];
    if (named > 0 && figures.figures[named - 1].entity.type === 'Person') return named - 1;
  }
  return undefined;
}

/**
 * `الكاتبة`; not `السلطة القضائية`, `المصدر`, `الناشطات`, `المهرجان`: a body, a source, many or a thing. A title with a
 * country of its own (`السفير الكيني`) that fits nobody is somebody new.
 */
function isOnePerson(
  { lookups, tokens }: Layers,
  first: number,
  last: number,
  title: TitlePhrase | undefined,
): boolean {
  if (lookups.bits[first] & (HEAD | ANONYMOUS)) return false;
  if (title !== undefined) return title.number === 's' && title.nationalities.length === 0;
  return last === first && !/(ون|ين|ان|ات)$/u.test(foldedWord(tokens, first));
}

/** The person named within a few words behind a noun, or right before it; a noun that is no title stands right beside. */
function personBeside(
  { at, figures }: Layers['figures'],
  { line }: Layers['tokens'],
  noun: number,
  farthest: number,
): number | undefined {
  const isPerson = (token: number): boolean =>
    at[token] > 0 && line[token] === line[noun] && figures[at[token] - 1].entity.type === 'Person';
  for (let token = noun + 1; token <= noun + farthest; token++) if (isPerson(token)) return at[token] - 1;
  for (let token = noun - 1; token >= noun - Math.min(3, farthest); token--)
    if (isPerson(token)) return at[token] - 1;
  return undefined;
}

/**
 * `وأضاف الفاعل الجمعوي`, `قالت الكاتبة`: writers vary what they call a speaker. A verb that goes on with what was said
 * leaves the last speaker of that gender; otherwise a bare noun may stand for the only one who has spoken.
 */
export function variedName(
  { figures }: Layers,
  title: TitlePhrase,
  discourse: Discourse,
  reading: Cue | undefined,
): Said | undefined {
  if (title.number !== 's' || !title.definite) return undefined;
  const ofCountry = title.nationalities.length > 0;
  if (title.kind === 'office' && (title.gender === 'm' || ofCountry)) return undefined;
  const continues = reading?.row.continues === true && !ofCountry;
  if (!continues && title.words.size - title.nationalityWords.size > 1) return undefined;
  let last: Said | undefined;
  const another = discourse.latest(
    (said) => {
      const { attribution, gender } = said;
      const [index] = attribution.figures;
      if (attribution.figures.length !== 1 || figures.figures[index].entity.type !== 'Person') return false;
      if ((gender ?? title.gender) !== title.gender) return false;
      last ??= said;
      return continues || index !== last.attribution.figures[0];
    },
    undefined,
    SPOKEN,
  );
  return continues ? another : another === undefined ? last : undefined;
}

/** `وأضاف الفاعل الجمعوي`: a definite noun that no list knows, behind a verb that goes on with the last speaker's words. */
export function goesOnAs(
  { tokens, lookups, figures }: Layers,
  { first }: Subject,
  discourse: Discourse,
  { row, gender }: Cue,
): Said | undefined {
  if (!row.continues || !/^ال...*(?<!ون|ين|ات)$/u.test(foldedWord(tokens, first))) return undefined;
  if (lookups.bits[first] & (HEAD | ANONYMOUS)) return undefined;
  const last = discourse.latest(anybody);
  const index = last?.attribution.figures.length === 1 ? last.attribution.figures[0] : -1;
  const person = index >= 0 && figures.figures[index].entity.type === 'Person';
  return person && (last?.gender ?? gender) === gender ? last : undefined;
}

/** So many speakers back. */
const SPOKEN = 12;
