/**
 * Documents that speak: `أضاف البيان`, `جاء في التقرير`. Takes the phrase; gives whoever issued it: who is named with
 * it, with an earlier mention of it (`بيان لمكتب الوزير`, `قالت الوزارة في بيان`), or who spoke last.
 */
import type { Layers } from '../layers.js';
import { bare } from '../resolve/titles.js';
import { foldedWord, hashWord } from '../tokenize.js';
import type { Discourse } from './attribution.js';
import { matrixSubject } from './sentence.js';
import type { Subject } from './subject.js';

export function issuerOf(
  layers: Layers,
  { first, last }: Subject,
  discourse: Discourse | undefined,
): number | undefined {
  const { tokens } = layers;
  const word = foldedWord(tokens, first);
  const noun = bare(word);
  if (!DOCUMENTS.has(noun)) return undefined;
  const named = namedWith(layers, first, last);
  if (named !== undefined) return named;
  if (noun === word && last > first) return undefined;
  const earlier = issuedBefore(layers, first, noun, discourse);
  if (earlier !== undefined) return earlier;
  const spoke = discourse?.said.findLast(
    ({ attribution }) => attribution.figures.length === 1 && isIssuer(layers, attribution.figures[0]),
  );
  return spoke?.attribution.figures[0];
}

export const DOCUMENTS: ReadonlySet<string> = new Set([
  'بيان',
  'بيانها',
  'بيانه',
  'تقرير',
  'دراسه',
  'تغريده',
  'منشور',
  'رساله',
  'وثيقه',
  'افصاح',
]);

/** So far behind a document's noun its issuer is named, in tokens. */
const FARTHEST_NAME = 7;

function namedWith(layers: Layers, first: number, last: number): number | undefined {
  const { tokens, figures, marks } = layers;
  const end = Math.min(tokens.count, last + 1 + FARTHEST_NAME);
  for (let token = first + 1; token < end && tokens.line[token] === tokens.line[first]; token++) {
    if (marks.inside[token] !== marks.inside[first]) return undefined;
    const index = figures.at[token] - 1;
    if (index >= 0 && isIssuer(layers, index)) return index;
  }
  return undefined;
}

/** How far back a document was first spoken of, in tokens. */
const FARTHEST_BEFORE = 300;

function issuedBefore(
  layers: Layers,
  at: number,
  noun: string,
  discourse: Discourse | undefined,
): number | undefined {
  const { tokens, marks, segments } = layers;
  const hash = hashWord(noun);
  for (let token = at - 1; token >= Math.max(0, at - FARTHEST_BEFORE); token--) {
    if (tokens.hash[token] !== hash || marks.inside[token] !== marks.inside[at]) continue;
    const named = namedWith(layers, token, token);
    if (named !== undefined) return named;
    const sentence = segments.sentenceOf[token];
    const said = discourse?.said.findLast((one) => segments.sentenceOf[one.token] === sentence);
    if (said?.attribution.figures.length === 1) return said.attribution.figures[0];
    const subject = matrixSubject(layers, token)?.figure;
    if (subject !== undefined && isIssuer(layers, subject)) return subject;
  }
  return undefined;
}

/** A person or a body, no place; a company has only carried the words, as a website does. */
function isIssuer({ figures }: Layers, index: number): boolean {
  const { entity, row } = figures.figures[index];
  return entity.type === 'Person' || (entity.type === 'Organization' && row?.kind !== 'company');
}
