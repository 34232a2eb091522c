/**
 * Documents that speak: `أضاف البيان`, `جاء في التقرير`. Takes the phrase; gives whoever issued it: who is named with
 * it, with an earlier mention of it (`بيان لمكتب الوزير`, `قالت الوزارة في بيان`), or who spoke last.
 */
import type { Layers } from '../layers.js';
import { COMPLEMENTIZER } from '../lookup/lexicon.js';
import { bare } from '../resolve/titles.js';
import { foldedWord, hashWord, WORD } from '../tokenize.js';
import { DOCUMENTS } from './document-nouns.js';
import { endOfFigure } from './figure-tokens.js';
import { anybody, type Discourse } from './memory.js';
import type { Subject } from './noun-phrase.js';
import { matrixSubject, subjectOfVerb } from './sentence.js';

/** Somebody of the article, or only words. */
export interface Issuer {
  readonly figures: readonly number[];
  readonly words?: { readonly first: number; readonly last: number };
}

export function issuerOf(
  layers: Layers,
  { first, last }: Subject,
  discourse: Discourse | undefined,
): Issuer | undefined {
  const { tokens } = layers;
  const word = foldedWord(tokens, first);
  const noun = bare(word);
  if (!DOCUMENTS.has(noun)) return undefined;
  const named = namedWith(layers, first, last);
  if (named !== undefined) return named;
  if (noun === word && last > first) return undefined;
  const earlier = issuedBefore(layers, first, noun, discourse);
  if (earlier !== undefined) return earlier;
  const spoke = discourse?.latest(
    ({ attribution }) => attribution.figures.length === 1 && isIssuer(layers, attribution.figures[0]),
  );
  return spoke === undefined ? undefined : { figures: spoke.attribution.figures };
}

/** So far behind a document's noun its issuer is named, in tokens. */
const FARTHEST_NAME = 7;

function namedWith(layers: Layers, first: number, last: number): Issuer | undefined {
  const { tokens, figures } = layers;
  const end = Math.min(tokens.count, last + 1 + FARTHEST_NAME);
  for (let token = first + 1; token < end && tokens.kind[token] === WORD; token++) {
    if (layers.lookups.bits[token] & COMPLEMENTIZER) return undefined;
    const index = figures.at[token] - 1;
    if (index < 0 || !isIssuer(layers, index)) continue;
    const isOffice = token > first + 1 && OFFICES.test(foldedWord(tokens, token - 1));
    return isOffice
      ? { figures: [], words: { first: token - 1, last: endOfFigure(layers, token) } }
      : { figures: [index] };
  }
  return undefined;
}

/** `بيان لمكتب فلان`: the office has issued it. */
const OFFICES = /^(ل|من|عن)?(مكتب|حكومه|اداره|حمله|اسره|عايله)$/u;

/** How far back a document was first spoken of, in tokens. */
const FARTHEST_BEFORE = 300;

function issuedBefore(
  layers: Layers,
  at: number,
  noun: string,
  discourse: Discourse | undefined,
): Issuer | undefined {
  const { tokens, marks, segments } = layers;
  const hashes = [hashWord(noun), hashWord(`${noun}ا`), hashWord(`ال${noun}`)];
  for (let token = at - 1; token >= Math.max(0, at - FARTHEST_BEFORE); token--) {
    if (!hashes.includes(tokens.hash[token]) || marks.inside[token] !== marks.inside[at]) continue;
    const named = namedWith(layers, token, token);
    if (named !== undefined) return named;
    const sentence = segments.sentenceOf[token];
    const said = discourse?.latest(anybody, (there) => segments.sentenceOf[there] === sentence)?.attribution;
    if (said !== undefined)
      return { figures: said.figures, words: said.figures.length === 0 ? said.words : undefined };
    const subject = matrixSubject(layers, token) ?? subjectOfVerb(layers, token);
    if (subject === undefined) continue;
    const { figure, first, last } = subject;
    if (figure === undefined) return { figures: [], words: { first, last } };
    if (isIssuer(layers, figure)) return { figures: [figure] };
  }
  return undefined;
}

/** A person or a body, no place; a company has only carried the words, as a website does. */
function isIssuer({ figures }: Layers, index: number): boolean {
  const { entity, row } = figures.figures[index];
  return entity.type === 'Person' || (entity.type === 'Organization' && row?.kind !== 'company');
}
