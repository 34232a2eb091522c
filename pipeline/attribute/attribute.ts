/**
 * Speakers: ordered sieves, precise to loose, each stamping its name. Takes the quotations in text order and the
 * figures of the article; gives each quotation its speaker, or the reason why there is none.
 */
import type { Evidence, Gender, Resolution } from '../document.js';
import type { Layers } from '../layers.js';
import { ANONYMOUS, type Cue, type GrammaticalNumber } from '../lookup/lexicon.js';
import type { CueWord } from '../quote/cues.js';
import type { Draft } from '../quote/drafts.js';
import { SHAPE } from '../recognize/shapes.js';
import { bare, type TitlePhrase } from '../resolve/titles.js';
import { foldedWord } from '../tokenize.js';
import { holderOf, holdersOfDual, organizationByHead } from './holders.js';
import { originOf } from './relay.js';
import { matrixSubject, nearestBefore, subjectBefore } from './sentence.js';
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
  readonly said: Said[];
}

interface Said {
  readonly token: number;
  readonly attribution: Attribution;
  readonly gender?: Gender;
  readonly number: GrammaticalNumber;
  /** The reported words that the cue stands in: outside them its speaker is not taken up again. */
  readonly within?: Draft;
}

/** Speakers of all quotations; `cues` are all cues of the text, for those that report without a clause. */
export function attributeAll(
  layers: Layers,
  drafts: readonly Draft[],
  cues: readonly CueWord[],
): Attribution[] {
  const all: Discourse = { said: [] };
  const byDraft = new Map<Draft, Attribution>();
  const byCueToken = new Map<number, Attribution>();
  const announced = new Set(drafts.map((draft) => draft.cue?.token));
  const open: Draft[] = [];
  let next = 0;
  return drafts.map((draft) => {
    const at = draft.cue?.token ?? draft.first;
    for (; next < cues.length && cues[next].token < at; next++)
      if (!announced.has(cues[next].token))
        rememberTopic(layers, cues[next], enclosing(open, cues[next].token), all);
    const parent = draft.partOf ?? draft.continues;
    const inherited = parent === undefined ? undefined : byDraft.get(parent);
    if (all.said.length > 2 * MEMORY) all.said.splice(0, MEMORY);
    const discourse = { said: all.said.filter(({ within }) => within === undefined || at <= within.last) };
    const sameCue =
      draft.cue === undefined || draft.frame !== undefined ? undefined : byCueToken.get(draft.cue.token);
    const attribution = inherited ?? sameCue ?? attribute(layers, draft, discourse);
    byDraft.set(draft, attribution);
    if (draft.cue !== undefined && draft.frame !== undefined) byCueToken.set(draft.cue.token, attribution);
    if (inherited === undefined) remember(layers, draft, attribution, all, enclosing(open, at));
    open.push(draft);
    return attribution;
  });
}

/** So many speakers back nobody is taken up again by an elided subject. */
const MEMORY = 40;

/** The latest reported words that hold a token; nesting is shallow, so that a few are looked at. */
function enclosing(drafts: readonly Draft[], token: number): Draft | undefined {
  return drafts.slice(-8).findLast(({ first, last }) => first <= token && token <= last);
}

/** `طالب المتضررون بكشف الحقيقة`: no quotation, but whoever it is may be the one who `أوضحوا أن` later. */
function rememberTopic(layers: Layers, cue: CueWord, within: Draft | undefined, discourse: Discourse): void {
  const reading = cue.readings.find(({ form }) => form === 'perfect' || form === 'imperfect');
  if (reading === undefined || cue.object) return;
  const { segments } = layers;
  const { end } = segments.sentences[segments.sentenceOf[cue.token]];
  const { subject } = subjectAfter(
    layers,
    cue.token,
    topicStart(layers, reading, cue.token, Math.min(end, cue.token + 14)),
  );
  if (subject === undefined || !canFollow(layers, reading, subject)) return;
  const attribution = bySubject(layers, subject, 'speaker/subject-behind-cue', cue.token, false);
  const agent =
    subject.figure !== undefined && layers.figures.figures[subject.figure].entity.type !== 'Place';
  if (reading.row.trust === 'weak' && !agent) return;
  if (
    attribution === undefined ||
    (subject.figure === undefined && subject.title === undefined && !isAnonymous(layers, subject.first))
  )
    return;
  const figure =
    attribution.figures.length === 1 ? layers.figures.figures[attribution.figures[0]] : undefined;
  const plural = figure === undefined && isPlural(layers, subject.first);
  discourse.said.push({
    token: cue.token,
    attribution,
    gender: figure?.entity.gender ?? reading.gender,
    number: plural ? 'p' : 's',
    within,
  });
}

/** Where a nominal complement starts: at the preposition that the verb governs. */
function topicStart({ tokens, lookups }: Layers, { governs }: Cue, cue: number, end: number): number {
  for (let token = cue + 1; token < end; token++) {
    if (governs.has(foldedWord(tokens, token))) return token;
    if (
      governs.has('ب') &&
      lookups.words[token]?.[0]?.preposition &&
      foldedWord(tokens, token).startsWith('ب')
    )
      return token;
  }
  return end;
}

function isAnonymous(layers: Layers, token: number): boolean {
  return (layers.lookups.bits[token] & ANONYMOUS) !== 0 || isPlural(layers, token);
}

/** `المتضررون`, `عدد من المواطنين`, `السكان` described in the plural. */
function isPlural({ lookups, tokens }: Layers, token: number): boolean {
  if (
    (lookups.words[token] ?? []).some(
      ({ reading }) => reading.title?.number === 'p' || reading.functions.includes('quantifier'),
    )
  )
    return true;
  return /(ون|ين)$/u.test(foldedWord(tokens, token));
}

function remember(
  { figures }: Layers,
  draft: Draft,
  attribution: Attribution,
  { said }: Discourse,
  within: Draft | undefined,
): void {
  if (attribution.resolution === 'none' && attribution.words === undefined) return;
  if (draft.kind === 'headline' && draft.first < 30) return;
  const figure = attribution.figures.length === 1 ? figures.figures[attribution.figures[0]] : undefined;
  const reading = draft.cue?.reading;
  const gender = figure?.entity.gender ?? (figure?.entity.type === 'Place' ? 'f' : reading?.gender);
  const number = attribution.figures.length > 1 ? 'd' : figure === undefined ? (reading?.number ?? 's') : 's';
  said.push({ token: draft.cue?.token ?? draft.first, attribution, gender, number, within });
}

function attribute(layers: Layers, draft: Draft, discourse: Discourse): Attribution {
  if (draft.label !== undefined)
    return (
      bySubject(
        layers,
        nounPhrase(layers, draft.label.first, draft.label.last + 1, 'before'),
        'speaker/turn-label',
        draft.label.first,
        draft.kind === 'headline',
      ) ?? none('unnamed-label')
    );
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
  if (draft.frame?.cue.object || form === 'masdar' || isRelative(layers, token)) {
    const matrix = ofMatrix(layers, token, discourse);
    if (matrix !== undefined) return matrix;
  }
  const reported = reportedIn(layers, draft, token, end);
  if (reported !== undefined)
    return (
      bySubject(layers, reported, 'speaker/document', token, false, discourse) ?? none('unnamed-document')
    );
  const { subject, addressee } = subjectAfter(layers, token, end);
  const reading = draft.cue?.reading;
  const after =
    subject === undefined || reading === undefined || !canFollow(layers, reading, subject)
      ? undefined
      : bySubject(layers, subject, 'speaker/subject-behind-cue', token, false, discourse);
  if (after !== undefined) return { ...after, addressee };
  const near = nearestBefore(layers, token);
  const told = near === undefined ? undefined : sameSentence(layers, token, discourse);
  if (told !== undefined) return again(told.attribution, 'speaker/subject-of-sentence', 0.88);
  const holder =
    near === undefined ? undefined : bySubject(layers, near, 'speaker/nearest-before-clause', token, false);
  if (holder !== undefined) return { ...holder, words: undefined, resolution: 'elided', addressee };
  const before =
    draft.frame?.cue.conjoined && !isTopicalized(layers, token) ? undefined : subjectBefore(layers, token);
  const ahead =
    before === undefined ? undefined : bySubject(layers, before, 'speaker/subject-before-cue', token, false);
  if (ahead !== undefined) return { ...ahead, addressee };
  const said = elided(layers, draft, discourse);
  return said === undefined ? none('no-antecedent') : { ...said, addressee };
}

/**
 * A verb in the plural or dual never has its subject behind it; behind a verb that takes an object (`وصف الوضع بأنه`)
 * a thing is the object.
 */
function canFollow(
  { lookups }: Layers,
  { number, row, form }: Cue,
  { first, figure, title }: Subject,
): boolean {
  if (number !== 's' && (form === 'perfect' || form === 'imperfect')) return false;
  if (figure !== undefined || title !== undefined || !row.complements.includes('ب')) return true;
  return (lookups.words[first] ?? []).some(
    ({ reading }) => reading.attribution?.kind === 'anonymous' || reading.head !== undefined,
  );
}

/** `أما X، عضو اللجنة، فيرى أن`: the ف answers أما. */
function isTopicalized({ tokens, segments }: Layers, token: number): boolean {
  const { first } = segments.sentences[segments.sentenceOf[token]];
  return /^و?اما$/u.test(foldedWord(tokens, first));
}

/** `جاء في البيان`, `ورد في التقرير`: the document is the subject. */
function reportedIn(layers: Layers, draft: Draft, token: number, end: number): Subject | undefined {
  const lemma = draft.cue?.reading?.row.lemma;
  if ((lemma !== 'جاء' && lemma !== 'ورد') || foldedWord(layers.tokens, token + 1) !== 'في') return undefined;
  return nounPhrase(layers, token + 2, end, 'after');
}

/** `ما وصفه بـ`, `ما قال إنه`: the verb stands in a relative clause of the sentence's own subject. */
function isRelative({ tokens }: Layers, token: number): boolean {
  return token > 0 && /^(ما|مما|بما|لما)$/u.test(foldedWord(tokens, token - 1));
}

function sameSentence({ segments }: Layers, token: number, { said }: Discourse): Said | undefined {
  return said.findLast(
    (one) => one.token < token && segments.sentenceOf[one.token] === segments.sentenceOf[token],
  );
}

function ofMatrix(layers: Layers, token: number, discourse: Discourse): Attribution | undefined {
  const last = sameSentence(layers, token, discourse);
  if (last !== undefined) return again(last.attribution, 'speaker/subject-of-sentence', 0.88);
  return bySubject(layers, matrixSubject(layers, token), 'speaker/subject-of-sentence', token, false);
}

function clauseLimit({ marks, segments }: Layers, token: number, first: number): number {
  if (first < token) return Math.min(segments.sentences[segments.sentenceOf[token]].end, token + 16);
  const pair = marks.inside[first] - 1;
  return pair >= 0 && marks.pairs[pair].open > token ? marks.pairs[pair].open : Math.max(first, token + 1);
}

/** `مؤكدا أن …`: who speaks is the subject of the verb that the participle leans on. */
function byParticiple(
  layers: Layers,
  draft: Draft,
  token: number,
  end: number,
  discourse: Discourse,
): Attribution {
  const { segments } = layers;
  const sentence = segments.sentenceOf[token];
  const last = discourse.said.at(-1);
  if (last !== undefined && segments.sentenceOf[last.token] === sentence && last.token < token)
    return again(last.attribution, 'speaker/participle-of-cue', 0.93);
  const own = subjectAfter(layers, token, Math.min(end, token + 6)).subject;
  const subject = matrixSubject(layers, token);
  const matrix =
    subject === undefined
      ? undefined
      : bySubject(layers, subject, 'speaker/participle-of-sentence', token, false);
  if (matrix !== undefined) return matrix;
  const named =
    own?.figure === undefined
      ? undefined
      : bySubject(layers, own, 'speaker/subject-behind-cue', token, false);
  return named ?? elided(layers, draft, discourse) ?? none('no-antecedent');
}

/** Turns a noun phrase into a speaker: by name, by title, by description. */
function bySubject(
  layers: Layers,
  subject: Subject | undefined,
  sieve: string,
  at: number,
  headline: boolean,
  discourse?: Discourse,
): Attribution | undefined {
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
    if (both.length === 2)
      return {
        figures: both,
        words,
        resolution: 'title',
        evidence: { rule: 'speaker/dual-title', spans },
        confidence: 0.85,
      };
  }
  const whole = title === undefined ? undefined : withAllWords(layers, title, words);
  const holder =
    whole !== undefined && (whole.definite || whole.words.size > 1)
      ? (holderOf(layers, whole, at) ?? holderOf(layers, title as TitlePhrase, at))
      : undefined;
  if (holder !== undefined)
    return {
      figures: [holder.figure],
      words,
      resolution: headline ? 'headline' : 'title',
      onBehalfOf: spokesman,
      evidence: {
        rule: 'speaker/title-of-entity',
        spans,
        because: [layers.figures.figures[holder.figure].places[0].evidence],
      },
      confidence: 0.9,
    };
  const organization = organizationByHead(layers, subject.first) ?? issuerOf(layers, subject, discourse);
  if (organization !== undefined)
    return {
      figures: [organization],
      words,
      resolution: 'description',
      evidence: { rule: 'speaker/class-noun-of-entity', spans },
      confidence: 0.85,
    };
  const earlier = sameDescription(layers, words, discourse);
  if (earlier !== undefined)
    return {
      ...earlier.attribution,
      resolution: 'description',
      evidence: { rule: 'speaker/same-description', spans, because: [earlier.attribution.evidence] },
    };
  return {
    figures: [],
    words,
    resolution: 'description',
    onBehalfOf: spokesman,
    evidence: { rule: 'speaker/description', spans },
    confidence: 0.8,
  };
}

/** `المصدر` is the `مصدر في المؤسسة` of before. */
function sameDescription(
  { tokens }: Layers,
  { first, last }: { first: number; last: number },
  discourse: Discourse | undefined,
): Said | undefined {
  const word = foldedWord(tokens, first);
  if (last > first + 1 || !word.startsWith('ال')) return undefined;
  return discourse?.said.findLast(
    ({ attribution }) =>
      attribution.figures.length === 0 &&
      attribution.words !== undefined &&
      bare(foldedWord(tokens, attribution.words.first)) === bare(word),
  );
}

/** `محامي إلياس المنكبي`: the words of the whole phrase tell which lawyer. */
function withAllWords(
  { tokens }: Layers,
  title: TitlePhrase,
  { first, last }: { first: number; last: number },
): TitlePhrase {
  if (last <= title.last) return title;
  const words = new Set(title.words);
  for (let token = first; token <= Math.min(last, first + 8); token++)
    words.add(bare(foldedWord(tokens, token)));
  return { ...title, words };
}

/**
 * `البيان`, `التقرير`: a document speaks for the body that is named with it (`تقرير لوكالة …`), that spoke last,
 * or that was named last.
 */
function issuerOf(
  { tokens, figures }: Layers,
  { first, last }: Subject,
  discourse: Discourse | undefined,
): number | undefined {
  if (!DOCUMENTS.has(bare(foldedWord(tokens, first)))) return undefined;
  const isBody = (index: number): boolean =>
    index >= 0 &&
    figures.figures[index].entity.type === 'Organization' &&
    figures.figures[index].row?.kind !== 'company';
  for (let token = first + 1; token < Math.min(tokens.count, last + 8); token++)
    if (isBody(figures.at[token] - 1)) return figures.at[token] - 1;
  if (!foldedWord(tokens, first).startsWith('ال') && last > first) return undefined;
  const spoke = discourse?.said.findLast(
    ({ attribution }) => attribution.figures.length === 1 && isBody(attribution.figures[0]),
  );
  if (spoke !== undefined) return spoke.attribution.figures[0];
  for (let token = first - 1; token >= Math.max(0, first - 120); token--)
    if (isBody(figures.at[token] - 1)) return figures.at[token] - 1;
  return undefined;
}

const DOCUMENTS = new Set(['بيان', 'بيانها', 'بيانه', 'تقرير', 'دراسه', 'تغريده', 'منشور', 'رساله', 'وثيقه']);

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
  if (last !== undefined && segments.sentenceOf[last.token] === segments.sentenceOf[attribution.first])
    return again(last.attribution, 'speaker/own-words', 0.9);
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
    const subject = matrixSubject(layers, at);
    const matrix =
      subject?.figure === undefined
        ? undefined
        : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (matrix !== undefined) return { ...matrix, words: undefined, resolution: 'elided', confidence: 0.82 };
  }
  for (const { attribution, gender, number } of spoken.slice(-6).reverse()) {
    if (reading !== undefined && reading.form !== 'masdar') {
      if (reading.number !== number && !(number === 's' && reading.number === 's')) continue;
      if (gender !== undefined && reading.gender !== undefined && gender !== reading.gender && number === 's')
        continue;
    }
    return again(attribution, 'speaker/last-speaker', 0.86);
  }
  const span = { start: tokens.start[at], end: tokens.end[at] };
  const earlier = matrixSubjectBefore(layers, at);
  return earlier === undefined
    ? undefined
    : {
        ...earlier,
        evidence: { rule: 'speaker/last-subject', spans: { cue: span }, because: [earlier.evidence] },
      };
}

/** The subject of one of the two sentences before, when nobody has spoken yet. */
function matrixSubjectBefore(layers: Layers, at: number): Attribution | undefined {
  const { segments } = layers;
  for (let back = 1; back <= 2; back++) {
    const sentence = segments.sentences[segments.sentenceOf[at] - back];
    if (sentence === undefined) return undefined;
    const subject = matrixSubject(layers, sentence.end - 1);
    const found =
      subject === undefined || (subject.figure === undefined && subject.title === undefined)
        ? undefined
        : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (found !== undefined && found.figures.length > 0)
      return { ...found, words: undefined, resolution: 'elided', confidence: 0.7 };
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
