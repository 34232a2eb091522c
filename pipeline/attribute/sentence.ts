/**
 * The subject of a sentence or clause that has no subject at its cue: the noun phrase that stands before the verb
 * (`X، صفته، سجل أن`, `وكان X أكد أن`), or behind the sentence's first verb (`تحدث X عن …، معتبرا أن`).
 */
import type { Gender } from '../document.js';
import type { Layers } from '../layers.js';
import { ANONYMOUS, COMPLEMENTIZER, FINITE_CUE, PREPOSITION, QUANTIFIER } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { prepositionAt, takesTheRest } from './adverbials.js';
import { DOCUMENTS } from './document-nouns.js';
import { organizationByHead } from './holders.js';
import { nounPhrase, type Subject } from './noun-phrase.js';
import { subjectAfter } from './subject.js';

/** The phrase before a verb that is its subject; nothing when a particle or another verb stands between. */
export function subjectBefore(layers: Layers, cue: number): Subject | undefined {
  const { segments, tokens, shapes } = layers;
  const sentence = segments.sentences[segments.sentenceOf[cue]];
  if (cue > sentence.first && PRONOUN_SUBJECT.has(tokens, cue - 1)) return undefined;
  const from = clauseStart(layers, sentence.first, cue);
  const end = cue > from && ALREADY.has(tokens, cue - 1) ? cue - 1 : cue;
  for (let token = from; token < cue; token++) {
    if (layers.marks.inside[token] !== layers.marks.inside[cue] || layers.marks.opened[token] > 0) continue;
    if (tokens.kind[token] !== WORD && layers.figures.at[token] === 0) continue;
    if (isOpener(layers, token)) continue;
    if (prepositionAt(layers, token) !== '') {
      token = adverbialEnd(layers, token, cue);
      continue;
    }
    if (shapes[token] & SHAPE.Time) continue;
    const subject = nounPhrase(layers, token, end, 'before');
    return subject === undefined || isVerbal(layers, token) || !canStandFirst(layers, subject, end)
      ? undefined
      : subject;
  }
  return undefined;
}

/** `تغريدة للمسؤول القطري حيث قال`, `بيان قالت فيه`, `سعيد حين أكد`: in such a clause the nearest person before it speaks. */
export function nearestBefore(layers: Layers, cue: number): Subject | undefined {
  const { segments, tokens, shapes, figures } = layers;
  const { first } = segments.sentences[segments.sentenceOf[cue]];
  const inDocument = cue + 1 < tokens.count && IN_IT.has(tokens, cue + 1);
  if (cue - 1 < first || !(inDocument || WHEN.has(tokens, cue - 1))) return undefined;
  const issuer = inDocument ? matrixSubject(layers, cue) : undefined;
  if (issuer !== undefined && (issuer.figure !== undefined || issuer.title !== undefined)) return issuer;
  const opening = inDocument ? subjectOfVerb(layers, cue) : undefined;
  if (opening !== undefined) return opening;
  for (let token = cue - 2; token >= Math.max(first, cue - 30); token--) {
    const figure = figures.at[token];
    if (figure !== 0 && figures.figures[figure - 1].entity.type === 'Person') {
      let start = token;
      while (start > first && figures.at[start - 1] === figure) start--;
      return nounPhrase(layers, start, cue, 'before');
    }
    if (shapes[token] & SHAPE.Title && !(shapes[token - 1] & SHAPE.Title)) {
      const subject = nounPhrase(layers, token, cue, 'before');
      if (subject?.title?.definite || subject?.figure !== undefined) return subject;
    }
  }
  return undefined;
}

/** `بيان قالت فيه`, `تقرير ذكرت به`. */
const IN_IT = wordSet('فيه فيها به خلاله خلالها');
const WHEN = wordSet('حيث حين عندما حينما اذ وحيث');

/** The subject of the sentence that a token stands in: the first person or body behind its first words. */
export function matrixSubject(layers: Layers, token: number): Subject | undefined {
  const { segments, tokens, shapes, figures } = layers;
  const sentence = segments.sentences[segments.sentenceOf[token]];
  for (let at = sentence.first; at < Math.min(token, sentence.first + 24); at++) {
    if (layers.marks.inside[at] !== layers.marks.inside[token] && !isShortPair(layers, at)) continue;
    if (tokens.kind[at] !== WORD && figures.at[at] === 0) continue;
    if (takesTheRest(layers, at)) return undefined;
    const outlet = markedBehindParticle(layers, at);
    if (outlet >= 0) {
      at = outlet;
      continue;
    }
    if (at <= sentence.first + 1 && isKnownBody(layers, at)) return nounPhrase(layers, at, token, 'after');
    const title = (shapes[at] & SHAPE.Title) !== 0;
    if (prepositionAt(layers, at) !== '') {
      at = adverbialEnd(layers, at, token);
      continue;
    }
    if (figures.at[at] === 0 && !title) continue;
    const subject = nounPhrase(layers, at, token, 'after');
    if (subject === undefined) continue;
    const figure = subject.figure === undefined ? undefined : figures.figures[subject.figure];
    if (figure?.entity.type === 'Place' && at > sentence.first + 2) continue;
    if (
      figure === undefined &&
      (at > sentence.first + 6 || !(subject.title?.definite || (subject.title?.words.size ?? 0) > 1))
    )
      continue;
    return subject;
  }
  return undefined;
}

/** `مغردون بـ«تويتر»`: the mark that closes a name behind a particle of one letter; -1 when there is none. */
function markedBehindParticle({ tokens, marks }: Layers, token: number): number {
  if (tokens.kind[token] !== WORD || tokens.foldLength[token] !== 1) return -1;
  const pair = marks.opened[token + 1] - 1;
  return pair < 0 ? -1 : marks.pairs[pair].close;
}

/** `وجدد الحزب اليساري تضامنه`: the class noun of a body that the article has named. */
function isKnownBody(layers: Layers, token: number): boolean {
  const shape = layers.shapes[token];
  if ((shape & (SHAPE.OrgHeadGeneral | SHAPE.Def)) !== (SHAPE.OrgHeadGeneral | SHAPE.Def)) return false;
  return organizationByHead(layers, token) !== undefined;
}

/** `وردت اللجنة على المنتقدين قائلة`, `أصدرت الشركة بيانا`: the noun phrase behind the verb that opens the sentence. */
export function subjectOfVerb(layers: Layers, token: number): Subject | undefined {
  const { segments, tokens, lookups, shapes } = layers;
  const { first } = segments.sentences[segments.sentenceOf[token]];
  if (tokens.kind[first] !== WORD || token <= first + 1) return undefined;
  if (lookups.bits[first] & FINITE_CUE) return subjectAfter(layers, first, token).subject;
  const definite = shapes[first + 1] & (SHAPE.OrgHead | SHAPE.OrgHeadOut) && shapes[first] & ~SHAPE.Def;
  return definite ? nounPhrase(layers, first + 1, token, 'after') : undefined;
}

/** `أن فلانا يؤكد أن`, `سمعت المدير يقول`: the noun phrase that ends right before the verb, behind a complementizer or verb. */
export function adjacentBefore(layers: Layers, cue: number, imperfect: boolean): Subject | undefined {
  const { segments, tokens, lookups, shapes, figures } = layers;
  const sentence = segments.sentences[segments.sentenceOf[cue]];
  let start = cue - 1;
  if (start <= sentence.first || tokens.kind[start] !== WORD) return undefined;
  if (imperfect && isDocument(layers, start)) return nounPhrase(layers, start, cue, 'before');
  if (figures.at[start] === 0 && !(shapes[start] & (SHAPE.Def | SHAPE.Nisba))) return undefined;
  const named = personBehindComplementizer(layers, sentence.first, cue);
  if (named !== undefined) return named;
  const isPhrase = (token: number): boolean =>
    figures.at[token] !== 0 ||
    (shapes[token] & (SHAPE.Title | SHAPE.DefMore | SHAPE.Nisba | SHAPE.Def)) !== 0;
  while (start - 1 > sentence.first && cue - start < LONGEST_PHRASE && isPhrase(start - 1)) start--;
  if (figures.at[start] === 0 && shapes[start] & SHAPE.Nisba && !(shapes[start] & SHAPE.Title))
    return undefined;
  if (figures.at[start] === 0 && isConstruct(layers, start - 1, sentence.first)) start--;
  const before = start - 1;
  const opened = (lookups.bits[before] & COMPLEMENTIZER) !== 0;
  const behindVerb =
    imperfect &&
    tokens.kind[before] === WORD &&
    (lookups.bits[before] & PREPOSITION) === 0 &&
    cue - start <= 2;
  return opened || behindVerb ? nounPhrase(layers, start, cue, 'before') : undefined;
}

/** `أن منتقدي القرار يقولون`, `إن مصادر الوزارة أكدت`: the noun between the complementizer and what belongs to it. */
function isConstruct({ tokens, lookups, shapes }: Layers, token: number, first: number): boolean {
  if (token <= first || tokens.kind[token] !== WORD || !(lookups.bits[token - 1] & COMPLEMENTIZER))
    return false;
  return (shapes[token] & (SHAPE.Function | SHAPE.Cue)) === 0 && (lookups.bits[token] & PREPOSITION) === 0;
}

const LONGEST_PHRASE = 9;

/** `أجرى علماء دراسة تقول إن`: a document without article and the verb that describes it. */
function isDocument({ tokens }: Layers, token: number): boolean {
  return DOCUMENT_WORDS.has(tokens, token);
}

const DOCUMENT_WORDS = wordSet([...DOCUMENTS].join(' '));

/** `ذكرت الوكالة أن وزيرة الدولة لشؤون المرأة ليلى منصور أعلنت`: the name before the verb ends the phrase behind أن. */
function personBehindComplementizer(layers: Layers, first: number, cue: number): Subject | undefined {
  const { tokens, lookups, figures } = layers;
  const figure = figures.at[cue - 1];
  if (figure === 0 || figures.figures[figure - 1].entity.type !== 'Person') return undefined;
  for (let token = cue - 1; token > Math.max(first, cue - LONGEST_OFFICE); token--) {
    if (lookups.bits[token] & COMPLEMENTIZER) {
      const subject = nounPhrase(layers, token + 1, cue, 'before');
      return subject?.figure === figure - 1 && subject.title !== undefined ? subject : undefined;
    }
    if (tokens.kind[token] !== WORD || lookups.bits[token] & FINITE_CUE) return undefined;
    if (figures.at[token] !== 0 && figures.at[token] !== figure) return undefined;
  }
  return undefined;
}

/** In tokens, office and name together. */
const LONGEST_OFFICE = 14;

/** `الوزيرة ليلى منصور التي أكدت`, `المدير، الذي قال`: the noun phrase right before the relative pronoun of a verb. */
export function antecedentOf(layers: Layers, cue: number): Subject | undefined {
  const { segments, shapes, figures, marks } = layers;
  const { first } = segments.sentences[segments.sentenceOf[cue]];
  const pronoun = cue - 1;
  const gender = pronoun > first ? relativeGender(layers, pronoun) : undefined;
  if (gender === undefined) return undefined;
  const last = shapes[pronoun - 1] & SHAPE.Comma ? pronoun - 2 : pronoun - 1;
  const figure = figures.at[last];
  const isPhrase = (token: number): boolean =>
    marks.inside[token] === marks.inside[cue] &&
    figures.at[token] === figure &&
    (figure !== 0 || (shapes[token] & (SHAPE.Title | SHAPE.DefMore | SHAPE.Nisba)) !== 0);
  let start = last + 1;
  while (start > first && last - start < LONGEST_PHRASE && isPhrase(start - 1)) start--;
  while (start <= last && figure === 0 && !(shapes[start] & SHAPE.Title)) start++;
  if (start > last) return undefined;
  const subject = nounPhrase(layers, start, last + 1, 'before');
  const named = subject?.figure === undefined ? undefined : figures.figures[subject.figure].entity;
  if (subject === undefined || (named === undefined && subject.title?.number !== 's')) return undefined;
  if (named !== undefined && named.type !== 'Person') return undefined;
  return (named?.gender ?? subject.title?.gender ?? gender) === gender ? subject : undefined;
}

function relativeGender({ tokens }: Layers, token: number): Gender | undefined {
  return WHO_MASCULINE.has(tokens, token) ? 'm' : WHO_FEMININE.has(tokens, token) ? 'f' : undefined;
}

const WHO_MASCULINE = wordSet('الذي');
const WHO_FEMININE = wordSet('التي');

/** A name in marks (`منظمة "…"`) is the subject as any other; what is longer is speech. */
function isShortPair({ figures, marks }: Layers, token: number): boolean {
  if (figures.at[token] === 0) return false;
  const { first, last } = marks.pairs[marks.inside[token] - 1] ?? { first: 0, last: -1 };
  return last >= first && last - first < 5;
}

/** A name, a title, a definite noun or an unnamed source; a verb that no list knows is none of them. */
function canStandFirst(layers: Layers, { first, last, figure, title }: Subject, cue: number): boolean {
  const { lookups, shapes, tokens } = layers;
  if (
    figure !== undefined ||
    title !== undefined ||
    shapes[first] & (SHAPE.Def | SHAPE.OrgHead | SHAPE.OrgHeadOut)
  )
    return true;
  if (lookups.bits[first] & (ANONYMOUS | QUANTIFIER) || isDocument(layers, first)) return true;
  // `لكن منتقدين يقولون`, `ولكن وسائل الإعلام أكدت`
  return BUT.has(tokens, first - 1) && last === cue - 1;
}

/** `وكان التقرير قد أوضح` */
const ALREADY = wordSet('قد');
const BUT = wordSet('لكن ولكن بينما فيما');

/** A clause starts at the sentence, or behind `في حين`, `بينما`, `لكن`, a semicolon. */
function clauseStart({ tokens, shapes }: Layers, first: number, cue: number): number {
  const farthest = Math.max(first, cue - LONGEST_CLAUSE);
  for (let token = cue - 1; token > farthest; token--) {
    if (CLAUSE_OPENERS.has(tokens, token)) return token + 1;
    if (shapes[token] & SHAPE.Colon || tokens.hash[token] === 0x61b) return token + 1;
  }
  return farthest;
}

/** A subject stands no further before its verb, in tokens. */
const LONGEST_CLAUSE = 60;

/** `لكنها أعلنت`, `وهو قال`: the subject is the pronoun. */
const PRONOUN_SUBJECT = wordSet(
  'لكنه لكنها لكنهم لكنهما انه انها انهم انهما لانه لانها لانهم لانهما كانه كانها كانهم كانهما هو هي هم',
  'وف',
);
const CLAUSE_OPENERS = wordSet('حين بينما فيما لكن ولكن غير وكان وكانت كان كانت');
const OPENERS = wordSet(
  'وكان وكانت كان كانت و اما واما كما لكن ولكن هذا ايضا قد وقد لقد بدوره بدورها الي ذلك',
);

function isOpener({ tokens }: Layers, token: number): boolean {
  return OPENERS.has(tokens, token);
}

/** The first word of the clause is a verb: then what follows is its subject, not the cue's. */
function isVerbal({ lookups }: Layers, token: number): boolean {
  return (
    (lookups.bits[token] & FINITE_CUE) !== 0 &&
    (lookups.words[token]?.every(({ reading }) => reading.title === undefined) ?? true)
  );
}

/** `في هذا الشأن`, `من جهة أخرى وفي ذات السياق` */
const POINTING = wordSet('هذا هذه ذلك تلك ذات نفس');

/** The last token of the adverbial that starts at `from`; a name in marks is its end as any other (`على منصة "إكس"`). */
function adverbialEnd(layers: Layers, from: number, end: number): number {
  const { tokens, shapes, figures, marks } = layers;
  let token = from;
  if (from + 1 < end && POINTING.has(tokens, from + 1)) token++;
  while (token + 1 < end && token - from < 8) {
    const next = token + 1;
    if (takesTheRest(layers, next)) return token;
    if (shapes[next] & SHAPE.Comma) return next;
    if (marks.opened[next] !== 0 && isShortPair(layers, next + 1)) {
      const { close } = marks.pairs[marks.opened[next] - 1];
      return close < 0 ? next : Math.min(close, end - 1);
    }
    if (figures.at[next] !== 0 && token > from) return token;
    if (figures.at[next] !== 0) {
      token = next;
      while (token + 1 < end && figures.at[token + 1] === figures.at[next]) token++;
      return token;
    }
    if (
      tokens.kind[next] !== WORD ||
      !(shapes[next] & (SHAPE.DefMore | SHAPE.Nisba | SHAPE.Bare | SHAPE.Time))
    )
      return token;
    if (shapes[next] & SHAPE.Title && token > from) return token;
    token = next;
  }
  return token;
}
