/**
 * A name as a source writes it, made fit for a list: without marks of vowels, invisible signs and what tells namesakes apart
 * (`علي حسن (لاعب)`). Gives the name, or the reason why no list can hold it.
 */
import { characterFault } from '../packs/text.js';
import type { EntityType } from '../pipeline/document.js';
import { fold } from '../pipeline/normalize.js';

export type CleanName = { readonly name: string } | { readonly unfit: string };

/** Cleans a name. */
export function cleanName(text: string, type: EntityType): CleanName {
  const whole = withoutUnseen(text.replace(/["\u00ab\u00bb\u201c-\u201f]/gu, ' ')).replace(
    / ?[([][^)\]]*[)\]] ?$/u,
    '',
  );
  // `سبرينغفيلد، إلينوي`: the text of an article has the first part alone.
  const name = (type === 'Place' ? whole.split(/[،,]/u, 1)[0] : whole).trim();
  const unfit = unfitness(name);
  return unfit === undefined ? { name } : { unfit };
}

/** Ordinary letters without tatweel, marks of vowels and what nobody sees, with single blanks. */
export function withoutUnseen(text: string): string {
  return text
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/gu, (forms) => forms.normalize('NFKC'))
    .replace(/[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u0652\u0670]/gu, '')
    .replace(/[\s\xa0\u2000-\u200a\u202f\u205f\u3000]+/gu, ' ')
    .trim();
}

/** Whether a cell of a list can hold the text. */
export function isPlain(text: string): boolean {
  return (
    text !== '' && !/[|\ud800-\udfff\u{10000}-\u{10ffff}]/u.test(text) && characterFault(text) === undefined
  );
}

const MOST_WORDS = 12;

function unfitness(name: string): string | undefined {
  if (!/[\u0621-\u064a]/u.test(name)) return 'it has no Arabic letter';
  if (!isPlain(name)) return 'it holds signs that no name has';
  const folded = fold(name);
  if (folded.length < 2) return 'it is a single letter';
  if (folded.split(' ').length > MOST_WORDS) return `it has more than ${MOST_WORDS} words`;
  return undefined;
}
