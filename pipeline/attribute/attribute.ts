/**
 * Speakers: ordered sieves, precise to loose, each stamping its name. Takes the quotations in text order and the
 * figures of the article; gives each quotation its speaker, or the reason why there is none.
 */
import type { Evidence, Gender, Resolution } from '../document.js';
import type { Layers } from '../layers.js';
import type { GrammaticalNumber } from '../lookup/lexicon.js';
import type { Draft } from '../quote/drafts.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord } from '../tokenize.js';
import { holderOf, holdersOfDual, organizationByHead } from './holders.js';
import { originOf } from './relay.js';
import { matrixSubject, subjectBefore } from './sentence.js';
import { type Addressee, nounPhrase, type Subject, subjectAfter } from './subject.js';

/** Who says a quotation. */
export interface Attribution {
  readonly figures: readonly number[];
  /** Tokens of the words that stand for the speaker here. */
  readonly words?: { readonly first: number; readonly last: number };
  readonly resolution: Resolution;
  readonly abstention?: string;
  readonly addressee?: Addressee;
  readonly relay?: { readonly first: number; readonly last: number; readonly figure?: number };
  readonly onBehalfOf?: { readonly first: number; readonly last: number; readonly figure?: number };
  readonly evidence: Evidence;
  readonly confidence: number;
}

/** What is remembered of the speakers so far. */
interface Discourse {
  /** Attributions with a speaker or a description, latest last. */
  readonly said: { readonly token: number; readonly attribution: Attribution; readonly gender?: Gender; readonly number: GrammaticalNumber }[];
}

export function attributeAll(layers: Layers, drafts: readonly Draft[]): Attribution[] {
  const discourse: Discourse = { said: [] };
  const byDraft = new Map<Draft, Attribution>();
  return drafts.map((draft) => {
    const parent = draft.partOf ?? draft.continues;
    const inherited = parent === undefined ? undefined : byDraft.get(parent);
    const attribution = inherited ?? attribute(layers, draft, discourse);
    byDraft.set(draft, attribution);
    remember(layers, draft, attribution, discourse);
    return attribution;
  });
}

function remember({ figures }: Layers, draft: Draft, attribution: Attribution, { said }: Discourse): void {
  if (attribution.resolution === 'none' && attribution.words === undefined) return;
  if (draft.kind === 'headline' && draft.first < 30) return;
  const figure = attribution.figures.length === 1 ? figures.figures[attribution.figures[0]] : undefined;
  const reading = draft.cue?.reading;
  const gender = figure?.entity.gender ?? (figure?.entity.type === 'Place' ? 'f' : reading?.gender);
  const number = attribution.figures.length > 1 ? 'd' : figure === undefined ? (reading?.number ?? 's') : 's';
  said.push({ token: draft.cue?.token ?? draft.first, attribution, gender, number });
}

function attribute(layers: Layers, draft: Draft, discourse: Discourse): Attribution {
  if (draft.label !== undefined) return bySubject(layers, nounPhrase(layers, draft.label.first, draft.label.last + 1, 'before'), 'speaker/turn-label', draft.label.first, draft.kind === 'headline') ?? none('unnamed-label');
  const token = draft.cue?.token;
  if (draft.attribution !== undefined) {
    const behind = byAttributionBehind(layers, draft, discourse);
    if (behind !== undefined) return behind;
  }
  if (token === undefined) return elided(layers, draft, discourse) ?? none('no-cue');
  return byCue(layers, draft, token, discourse);
}

function byCue(layers: Layers, draft: Draft, token: number, discourse: Discourse): Attribution {
  const form = draft.cue?.reading?.form;
  const end = draft.frame?.complement ?? clauseLimit(layers, token, draft.first);
  const relay = originOf(layers, token, end, form);
  if (relay !== undefined) {
    const origin = bySubject(layers, relay.origin, 'speaker/origin-of-relay', token, false);
    if (origin !== undefined) return { ...origin, relay: relay.relay };
  }
  if (form === 'passive') return none('impersonal');
  if (form === 'participle') return byParticiple(layers, draft, token, end, discourse);
  if (draft.frame?.cue.object || isRelative(layers, token)) {
    const matrix = ofMatrix(layers, token, discourse);
    if (matrix !== undefined) return matrix;
  }
  const { subject, addressee } = subjectAfter(layers, token, end);
  const after = subject === undefined ? undefined : bySubject(layers, subject, 'speaker/subject-behind-cue', token, false);
  if (after !== undefined) return { ...after, addressee };
  const before = draft.frame?.cue.conjoined && form !== 'masdar' ? undefined : subjectBefore(layers, token);
  const ahead = before === undefined ? undefined : bySubject(layers, before, 'speaker/subject-before-cue', token, false);
  if (ahead !== undefined) return { ...ahead, addressee };
  const said = elided(layers, draft, discourse);
  return said === undefined ? none('no-antecedent') : { ...said, addressee };
}

/** `ما وصفه بـ`, `ما قال إنه`: the verb stands in a relative clause of the sentence's own subject. */
function isRelative({ tokens }: Layers, token: number): boolean {
  return token > 0 && /^(ما|مما|بما|لما)$/u.test(foldedWord(tokens, token - 1));
}

function ofMatrix(layers: Layers, token: number, { said }: Discourse): Attribution | undefined {
  const { segments } = layers;
  const last = said.findLast((one) => one.token < token && segments.sentenceOf[one.token] === segments.sentenceOf[token]);
  if (last !== undefined) return again(last.attribution, 'speaker/subject-of-sentence', 0.88);
  return bySubject(layers, matrixSubject(layers, token), 'speaker/subject-of-sentence', token, false);
}

function clauseLimit({ marks }: Layers, token: number, first: number): number {
  const pair = marks.inside[first] - 1;
  return pair >= 0 && marks.pairs[pair].open > token ? marks.pairs[pair].open : Math.max(first, token + 1);
}

/** `مؤكدا أن …`: who speaks is the subject of the verb that the participle leans on. */
function byParticiple(layers: Layers, draft: Draft, token: number, end: number, discourse: Discourse): Attribution {
  const { segments } = layers;
  const sentence = segments.sentenceOf[token];
  const last = discourse.said.at(-1);
  if (last !== undefined && segments.sentenceOf[last.token] === sentence && last.token < token)
    return again(last.attribution, 'speaker/participle-of-cue', 0.93);
  const own = subjectAfter(layers, token, Math.min(end, token + 6)).subject;
  const subject = matrixSubject(layers, token);
  const matrix = subject === undefined ? undefined : bySubject(layers, subject, 'speaker/participle-of-sentence', token, false);
  if (matrix !== undefined) return matrix;
  const named = own?.figure === undefined ? undefined : bySubject(layers, own, 'speaker/subject-behind-cue', token, false);
  return named ?? elided(layers, draft, discourse) ?? none('no-antecedent');
}

/** Turns a noun phrase into a speaker: by name, by title, by description. */
function bySubject(layers: Layers, subject: Subject | undefined, sieve: string, at: number, headline: boolean): Attribution | undefined {
  if (subject === undefined) return undefined;
  const { tokens } = layers;
  const words = { first: subject.first, last: subject.last };
  const spans = { speaker: { start: tokens.start[words.first], end: tokens.end[words.last] } };
  const spokesman = onBehalf(layers, subject);
  if (subject.figure !== undefined) {
    const figures = [subject.figure, ...subject.others];
    const because = figures.map((index) => layers.figures.figures[index].places[0].evidence);
    return {
      figures,
      words,
      resolution: headline ? 'headline' : 'name',
      onBehalfOf: spokesman,
      evidence: { rule: sieve, spans, because },
      confidence: subject.position === 'after' ? 0.97 : 0.92,
    };
  }
  const { title } = subject;
  if (title?.number === 'd') {
    const both = holdersOfDual(layers, title, at);
    if (both.length === 2) return { figures: both, words, resolution: 'title', evidence: { rule: 'speaker/dual-title', spans }, confidence: 0.85 };
  }
  const holder = title?.definite || (title?.nationalities.length ?? 0) > 0 || (title?.words.size ?? 0) > 1 ? holderOf(layers, title as NonNullable<typeof title>, at) : undefined;
  if (holder !== undefined)
    return {
      figures: [holder.figure],
      words,
      resolution: headline ? 'headline' : 'title',
      onBehalfOf: spokesman,
      evidence: { rule: 'speaker/title-of-entity', spans, because: [layers.figures.figures[holder.figure].places[0].evidence] },
      confidence: 0.9,
    };
  const organization = organizationByHead(layers, subject.first) ?? issuerOf(layers, subject.first);
  if (organization !== undefined)
    return { figures: [organization], words, resolution: 'description', evidence: { rule: 'speaker/class-noun-of-entity', spans }, confidence: 0.85 };
  return { figures: [], words, resolution: 'description', onBehalfOf: spokesman, evidence: { rule: 'speaker/description', spans }, confidence: 0.8 };
}

/** `البيان`, `التقرير`: a document speaks for the organization that was speaking or named before it. */
function issuerOf({ tokens, figures, segments }: Layers, token: number): number | undefined {
  if (!DOCUMENTS.has(foldedWord(tokens, token))) return undefined;
  const sentence = segments.sentenceOf[token];
  let found: number | undefined;
  let at = -1;
  figures.figures.forEach((figure, index) => {
    if (figure.entity.type !== 'Organization') return;
    for (const { first } of figure.places)
      if (first < token + 12 && first > at && segments.sentenceOf[first] <= sentence && figure.row?.kind !== 'media' && figure.row?.kind !== 'company') {
        at = first;
        found = index;
      }
  });
  return found;
}

const DOCUMENTS = new Set(['البيان', 'بيانها', 'بيانه']);

/** `المتحدث باسم الكرملين`: for whom a spokesperson speaks. */
function onBehalf({ tokens, figures }: Layers, { first, last, figure }: Subject): Attribution['onBehalfOf'] {
  for (let token = first; token < last; token++) {
    if (foldedWord(tokens, token) !== 'باسم') continue;
    const named = figures.at[token + 1];
    if (named === 0 || named - 1 === figure) return undefined;
    let end = token + 1;
    while (end + 1 < tokens.count && figures.at[end + 1] === named) end++;
    return { first: token + 1, last: end, figure: named - 1 };
  }
  return undefined;
}

/** `"…"، وفق قوله` goes to who was speaking; `"…"، بحسب الوزارة` to who is named behind. */
function byAttributionBehind(layers: Layers, draft: Draft, discourse: Discourse): Attribution | undefined {
  const { attribution } = draft;
  if (attribution === undefined) return undefined;
  if (attribution.kind === 'according') {
    const limit = Math.min(layers.tokens.count, attribution.last + 12);
    const start = attribution.last + 1;
    const cue = layers.shapes[start] & SHAPE.Cue ? start + 1 : start;
    const subject = cue < limit ? nounPhrase(layers, cue, limit, 'after') : undefined;
    return bySubject(layers, subject, 'speaker/according-to', attribution.first, false);
  }
  const matrix = matrixSubject(layers, attribution.first);
  const last = discourse.said.at(-1);
  const { segments } = layers;
  if (last !== undefined && segments.sentenceOf[last.token] === segments.sentenceOf[attribution.first]) return again(last.attribution, 'speaker/own-words', 0.9);
  return bySubject(layers, matrix, 'speaker/own-words', attribution.first, false);
}

/** Nobody is named at the cue: the subject of the sentence, else the last speaker that agrees with the verb. */
function elided(layers: Layers, draft: Draft, { said }: Discourse): Attribution | undefined {
  const reading = draft.cue?.reading;
  const at = draft.cue?.token ?? draft.first;
  const { segments, tokens } = layers;
  const here = segments.sentenceOf[at];
  const spoken = said.filter(({ token }) => token < at);
  const lastHere = spoken.findLast(({ token }) => segments.sentenceOf[token] === here);
  if (lastHere === undefined) {
    const subject = draft.frame?.cue.conjoined || draft.cue === undefined ? matrixSubject(layers, at) : undefined;
    const matrix = subject?.figure === undefined ? undefined : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (matrix !== undefined) return { ...matrix, words: undefined, resolution: 'elided', confidence: 0.82 };
  }
  for (const { attribution, gender, number } of spoken.slice(-6).reverse()) {
    if (reading !== undefined && reading.form !== 'masdar') {
      if (reading.number !== number && !(number === 's' && reading.number === 's')) continue;
      if (gender !== undefined && reading.gender !== undefined && gender !== reading.gender && number === 's') continue;
    }
    return again(attribution, 'speaker/last-speaker', 0.86);
  }
  const span = { start: tokens.start[at], end: tokens.end[at] };
  const earlier = matrixSubjectBefore(layers, at);
  return earlier === undefined ? undefined : { ...earlier, evidence: { rule: 'speaker/last-subject', spans: { cue: span }, because: [earlier.evidence] } };
}

/** The subject of one of the two sentences before, when nobody has spoken yet. */
function matrixSubjectBefore(layers: Layers, at: number): Attribution | undefined {
  const { segments } = layers;
  for (let back = 1; back <= 2; back++) {
    const sentence = segments.sentences[segments.sentenceOf[at] - back];
    if (sentence === undefined) return undefined;
    const subject = matrixSubject(layers, sentence.end - 1);
    const found = subject === undefined || (subject.figure === undefined && subject.title === undefined) ? undefined : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (found !== undefined && found.figures.length > 0) return { ...found, words: undefined, resolution: 'elided', confidence: 0.7 };
  }
  return undefined;
}

/** The same speaker once more, named by nothing here. */
function again(attribution: Attribution, rule: string, confidence: number): Attribution {
  return {
    figures: attribution.figures,
    words: attribution.figures.length === 0 ? attribution.words : undefined,
    resolution: attribution.figures.length === 0 && attribution.resolution === 'none' ? 'none' : 'elided',
    abstention: attribution.abstention,
    evidence: { rule, because: [attribution.evidence] },
    confidence: Math.min(confidence, attribution.confidence + 0.02),
  };
}

function none(abstention: string): Attribution {
  return { figures: [], resolution: 'none', abstention, evidence: { rule: `speaker/none` }, confidence: 0.5 };
}
