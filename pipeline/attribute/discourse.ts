/**
 * What a text leaves in mind: who has spoken, and who has done something that a verb of speech names without a clause
 * (`طالب المتضررون بكشف الحقيقة`), so that an elided subject later finds them.
 */

import type { Entity, Gender } from '../document.js';
import type { Layers } from '../layers.js';
import { BEH, firstLetter } from '../letters.js';
import { ANONYMOUS, type Cue, type GrammaticalNumber } from '../lookup/lexicon.js';
import type { CueWord } from '../quote/cues.js';
import type { Draft } from '../quote/drafts.js';
import { foldedWord } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import type { Attribution, Said } from './attribution.js';
import { anybody, type Discourse, type Memory } from './memory.js';
import type { Subject } from './noun-phrase.js';
import { subjectBefore } from './sentence.js';
import { bySubject } from './speaker.js';
import { subjectAfter } from './subject.js';

export function remember(
  layers: Layers,
  draft: Draft,
  attribution: Attribution,
  memory: Memory,
  within: Draft | undefined,
): void {
  if (attribution.resolution === 'none' && attribution.words === undefined) return;
  if (draft.kind === 'headline' && draft.first < 30) return;
  const { figures } = layers.figures;
  const figure = attribution.figures.length === 1 ? figures[attribution.figures[0]] : undefined;
  const reading = draft.cue?.reading;
  const gender = grammaticalGender(figure?.entity, reading);
  const number = attribution.figures.length > 1 ? 'd' : numberOf(figure?.entity, reading?.number ?? 's');
  const described = attribution.figures.length === 0 ? attribution.words?.first : undefined;
  const several =
    described !== undefined && !ONE_OF.has(layers.tokens, described) && isPlural(layers, described);
  memory.add({ token: draft.cue?.token ?? draft.first, attribution, gender, number, several, within });
}

/** `الحوثيون`, `الإخوان المسلمون`: a body whose name is a plural; another one that is named is one. */
function numberOf(entity: Entity | undefined, described: GrammaticalNumber): GrammaticalNumber {
  if (entity === undefined) return described;
  return entity.type === 'Organization' && PLURAL_NAME.test(entity.name) ? 'p' : 's';
}

/** An adjective in the plural, with its article. */
const PLURAL_NAME = /^ال\S+ي(ون|ين)$|^الإخوان/u;

/** Two of a kind, of whom an article has spoken before. */
function isPair({ tokens }: Layers, token: number): boolean {
  return PAIRS.test(foldedWord(tokens, token));
}

const PAIRS = /^ال(جانب|طرف|بلد|دولت|زعيم|باحث|مسوول)ان$/u;

/** A person's own; a body's or document's is that of the verb (`قال التقرير`), and a country is feminine. */
function grammaticalGender(entity: Entity | undefined, reading: Cue | undefined): Gender | undefined {
  if (entity?.type === 'Person') return entity.gender ?? reading?.gender;
  const verb = reading?.form === 'perfect' || reading?.form === 'imperfect' ? reading.gender : undefined;
  return entity?.type === 'Place' ? 'f' : (verb ?? entity?.gender ?? reading?.gender);
}

/** `طالب المتضررون بكشف الحقيقة`: no quotation, but whoever it is may be the one who `أوضحوا أن` later. */
export function topicOf(layers: Layers, cue: CueWord, within: Draft | undefined): Said | undefined {
  const reading = cue.readings.find(({ form }) => form === 'perfect' || form === 'imperfect');
  if (reading === undefined || cue.object) return undefined;
  const { segments } = layers;
  const { end } = segments.sentences[segments.sentenceOf[cue.token]];
  const complement = topicStart(layers, reading, cue.token, Math.min(end, cue.token + 14));
  const before = pluperfectSubject(layers, cue.token);
  const subject = before ?? subjectAfter(layers, cue.token, complement).subject;
  if (subject === undefined || (before === undefined && !canFollow(layers, reading, subject)))
    return undefined;
  const attribution = bySubject(layers, subject, 'speaker/subject-behind-cue', cue.token, false);
  const agent =
    subject.figure !== undefined && layers.figures.figures[subject.figure].entity.type !== 'Place';
  if (reading.row.trust === 'weak' && !agent) return undefined;
  if (
    attribution === undefined ||
    (subject.figure === undefined && subject.title === undefined && !isAnonymous(layers, subject.first))
  )
    return undefined;
  const figure =
    attribution.figures.length === 1 ? layers.figures.figures[attribution.figures[0]] : undefined;
  const described = isPlural(layers, subject.first) ? 'p' : isPair(layers, subject.first) ? 'd' : 's';
  return {
    token: cue.token,
    attribution,
    gender: figure?.entity.gender ?? reading.gender,
    number: numberOf(figure?.entity, described),
    within,
  };
}

/** `الرئيس سامر العبدلات كان أعلن عدم معارضته`, `وكان الوزير قد طالب`: behind كان the name stands before the verb. */
function pluperfectSubject(layers: Layers, cue: number): Subject | undefined {
  if (cue === 0 || !PLUPERFECT.has(layers.tokens, cue - 1)) return undefined;
  const subject = subjectBefore(layers, cue - 1);
  return subject?.figure === undefined ? undefined : subject;
}

const PLUPERFECT = wordSet('كان كانت قد');

/**
 * A verb in the plural or dual never has its subject behind it; behind a verb that takes an object (`وصف الوضع بأنه`)
 * a thing is the object.
 */
export function canFollow(
  { lookups }: Layers,
  { number, row, form }: Cue,
  { first, figure, title }: Subject,
): boolean {
  if (number !== 's' && (form === 'perfect' || form === 'imperfect')) return false;
  if (figure !== undefined || title !== undefined || !takesObject(row)) return true;
  if (lookups.phrases.get(first)?.reading.attribution?.kind === 'anonymous') return true;
  return (lookups.words[first] ?? []).some(
    ({ reading }) => reading.attribution?.kind === 'anonymous' || reading.head !== undefined,
  );
}

/** `وصف الوضع بأنه`, `أبلغ النواب بأن`; not `أفاد سكان بأن`. */
export function takesObject({ complements, lemma }: Cue['row']): boolean {
  return complements.includes('ب') && (complements.includes('object') || ADDRESSING.has(lemma));
}

const ADDRESSING = new Set([
  'أبلغ',
  'أخبر',
  'أخطر',
  'أعلم',
  'ألزم',
  'أنذر',
  'اتهم',
  'بشر',
  'خاطب',
  'ذكر',
  'ذكّر ب',
  'شبه',
  'طالب',
  'طمأن',
  'قارن',
  'نصح',
  'نعت',
  'هدد',
  'وعد',
]);

/** Where a nominal complement starts: at the preposition that the verb governs. */
export function topicStart(
  { tokens, lookups }: Layers,
  { governs }: Cue,
  cue: number,
  end: number,
  pastMarks = false,
): number {
  const withB = governs.includes('ب');
  // `:` and `«` among the complements fold to nothing, and so does every mark.
  const atMarks = !pastMarks && governs.includes('');
  for (let token = cue + 1; token < end; token++) {
    if (tokens.foldLength[token] === 0 ? atMarks : governs.has(tokens, token)) return token;
    if (withB && firstLetter(tokens, token) === BEH && lookups.words[token]?.[0]?.preposition) return token;
  }
  return end;
}

function isAnonymous(layers: Layers, token: number): boolean {
  return (layers.lookups.bits[token] & ANONYMOUS) !== 0 || isPlural(layers, token) || isPair(layers, token);
}

/** `المتضررون`, `عدد من المواطنين`, `السكان` described in the plural. */
function isPlural({ lookups, tokens }: Layers, token: number): boolean {
  if (
    (lookups.words[token] ?? []).some(
      ({ reading }) => reading.title?.number === 'p' || reading.functions.includes('quantifier'),
    )
  )
    return true;
  return MANY.has(tokens, token) || /(ون|ين)$/u.test(foldedWord(tokens, token));
}

const ONE_OF = wordSet('احد احدي احدهم احداهن');

const MANY = wordSet(
  'خبراء شهود سكان نشطاء علماء اطباء عمال طلاب نواب زعماء وزراء قاده اعضاء افراد اهالي نقاد نساء رجال شباب خصوم ' +
    'الخبراء السكان النشطاء العلماء الاطباء العمال الطلاب النواب الزعماء الوزراء القاده الاعضاء الاهالي النقاد النساء',
);

/** The latest reported words that hold a token; nesting is shallow, so that a few are looked at. */
export function enclosing(drafts: readonly Draft[], token: number): Draft | undefined {
  for (let index = drafts.length - 1; index >= Math.max(0, drafts.length - DEEPEST); index--) {
    const draft = drafts[index];
    if (draft.first <= token && token <= draft.last) return draft;
  }
  return undefined;
}

const DEEPEST = 8;

/** Whether somebody can be the elided subject of a verb or participle; a noun of speech says nothing of number and gender. */
export function agrees(
  reading: Cue | undefined,
  gender: Gender | undefined,
  number: GrammaticalNumber,
  several = false,
): boolean {
  if (reading === undefined || reading.form === 'masdar') return true;
  if (several && reading.number === 'p') return true;
  if (reading.number !== number) return false;
  return number !== 's' || gender === undefined || reading.gender === undefined || gender === reading.gender;
}

export function sameSentence(
  { segments: { sentenceOf } }: Layers,
  token: number,
  discourse: Discourse,
): Said | undefined {
  return discourse.latest(anybody, (there) => there < token && sentenceOf[there] === sentenceOf[token]);
}
