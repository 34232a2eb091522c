/**
 * Speakers: ordered sieves, precise to loose, each stamping its name. Takes the quotations in text order and the
 * figures of the article; gives each quotation its speaker, or the reason why there is none.
 */
import type { Layers } from '../layers.js';
import { ANONYMOUS } from '../lookup/lexicon.js';

import type { CueWord } from '../quote/cues.js';
import type { Draft } from '../quote/drafts.js';
import { needsSpeaker } from '../quote/weak.js';
import { SHAPE } from '../recognize/shapes.js';
import { wordSet } from '../word-set.js';
import { type Attribution, again, none, spokenTo, unnamedHere } from './attribution.js';
import {
  agrees,
  canFollow,
  enclosing,
  remember,
  sameSentence,
  takesObject,
  topicOf,
  topicStart,
} from './discourse.js';
import { elided, fits, meantBy } from './elided.js';
import { byMatrix } from './matrix.js';
import { anybody, Discourse, Memory } from './memory.js';
import { nounPhrase, type Subject } from './noun-phrase.js';
import { originOf, pronounOfOrigin } from './relay.js';
import {
  adjacentBefore,
  antecedentOf,
  matrixSubject,
  nearestBefore,
  subjectBefore,
  subjectOfVerb,
} from './sentence.js';
import { bySubject } from './speaker.js';
import { subjectAfter } from './subject.js';
import { lineStart, teasersFrom } from './teasers.js';
import { weighAttribution, weighSubject } from './weigh.js';

/** Quotations with their speakers, one for one. */
export interface Attributed {
  readonly drafts: readonly Draft[];
  readonly attributions: readonly Attribution[];
}

/**
 * Speakers of all quotations, without those that are none unless somebody says them; `cues` are all cues of the text, for
 * those that report without a clause.
 */
export function attributeAll(layers: Layers, drafts: readonly Draft[], cues: readonly CueWord[]): Attributed {
  const memory = new Memory();
  const byDraft = new Map<Draft, Attribution>();
  const byCueToken = new Map<number, Attribution>();
  if (drafts.length === 0) return { drafts, attributions: [] };
  const announced = new Set<number>();
  for (const { cue } of drafts) if (cue !== undefined) announced.add(cue.token);
  const open: Draft[] = [];
  const kept: Draft[] = [];
  const all: Attribution[] = [];
  const teasers = teasersFrom(layers);
  let next = 0;
  for (const draft of drafts) {
    layers.weighing?.begin(all.length);
    const at = draft.cue?.token ?? draft.first;
    for (; next < cues.length && cues[next].token < at; next++)
      if (!announced.has(cues[next].token)) awaitTopic(layers, cues[next], open, memory);
    if (layers.weighing !== undefined) memory.readAll();
    memory.forget();
    const parent = draft.partOf ?? draft.continues;
    const inherited = parent === undefined ? undefined : byDraft.get(parent);
    const sameCue =
      draft.cue === undefined || draft.frame !== undefined ? undefined : byCueToken.get(draft.cue.token);
    const around = enclosing(open, at);
    const own = around === undefined || !isFirstPerson(layers, draft) ? undefined : byDraft.get(around);
    const attribution =
      inherited ??
      sameCue ??
      (own === undefined ? undefined : again(own, 'speaker/first-person')) ??
      attribute(layers, draft, discourseAt(layers, memory, teasers, at));
    weighAttribution(layers, attribution.evidence.rule, attribution);
    byDraft.set(draft, attribution);
    if (attribution.abstention !== undefined && needsSpeaker(draft)) continue;
    if (draft.cue !== undefined && draft.frame !== undefined) byCueToken.set(draft.cue.token, attribution);
    if (inherited === undefined) remember(layers, draft, attribution, memory, around);
    open.push(draft);
    kept.push(draft);
    all.push(attribution);
  }
  return { drafts: kept, attributions: all };
}

/** Keeps in mind that somebody may be named at a cue that announces nothing. */
function awaitTopic(layers: Layers, cue: CueWord, open: readonly Draft[], memory: Memory): void {
  const within = enclosing(open, cue.token);
  memory.await(cue.token, within, () => topicOf(layers, cue, within));
}

/** What is remembered at a quotation; each line of the teasers is a story of its own. */
function discourseAt(layers: Layers, memory: Memory, teasers: number, at: number): Discourse {
  const { tokens } = layers;
  if (at < teasers) return new Discourse(memory, tokens, at, -1, 0);
  return new Discourse(memory, tokens, at, tokens.line[at], lineStart(layers, at));
}

/** `«أعتقد أن …»`: the perfect of such a verb is written without hamza, so that this is the first person. */
function isFirstPerson({ tokens }: Layers, { cue }: Draft): boolean {
  if (cue?.reading?.form !== 'perfect' || !cue.reading.row.lemma.startsWith('ا')) return false;
  return tokens.text.charCodeAt(tokens.start[cue.token]) === ALEF_HAMZA;
}

const ALEF_HAMZA = 0x623;

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
  if (isFirstPerson(layers, draft)) return none('first-person');
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
  const pronoun = form === 'masdar' ? pronounOfOrigin(layers, token) : -1;
  const meant = pronoun < 0 ? undefined : meantBy(layers, pronoun, discourse);
  if (meant !== undefined) return meant;
  if (form === 'passive') return none('impersonal');
  if (form === 'participle') return byParticiple(layers, draft, token, end, discourse);
  const matrix = byMatrix(layers, draft, token, end, discourse);
  if (matrix !== undefined) return matrix;
  const reported = reportedIn(layers, draft, token, end);
  if (reported !== undefined)
    return (
      bySubject(layers, reported, 'speaker/document', token, false, discourse) ?? none('unnamed-document')
    );
  if (isOnThing(layers, draft, token) && draft.frame?.complement === token + 2) return none('impersonal');
  const { subject, addressee } = subjectAfter(layers, token, complementOf(layers, draft, token, end));
  const reading = draft.cue?.reading;
  const follows = subject !== undefined && reading !== undefined && canFollow(layers, reading, subject);
  if (!follows) weighSubject(layers, 'speaker/subject-behind-cue', subject, 'no subject of this verb');
  const after = !follows
    ? undefined
    : bySubject(layers, subject, 'speaker/subject-behind-cue', token, false, discourse, reading);
  const first = after === undefined ? undefined : subjectFirst(layers, draft, token, subject?.figure);
  if (first !== undefined) return spokenTo(first, addressee);
  if (after !== undefined) return spokenTo(after, addressee);
  const antecedent = bySubject(layers, antecedentOf(layers, token), 'speaker/antecedent', token, false);
  if (antecedent !== undefined && antecedent.figures.length > 0)
    return spokenTo(unnamedHere(antecedent), addressee);
  const near = nearestBefore(layers, token);
  const told = near === undefined ? undefined : sameSentence(layers, token, discourse);
  if (told !== undefined) return again(told.attribution, 'speaker/subject-of-sentence');
  const holder =
    near === undefined ? undefined : bySubject(layers, near, 'speaker/nearest-before-clause', token, false);
  if (holder !== undefined && fits(layers, reading, holder))
    return spokenTo(holder.figures.length === 0 ? holder : unnamedHere(holder), addressee);
  const adjacent = bySubject(
    layers,
    end <= token + 2 ? adjacentBefore(layers, token, form === 'imperfect') : undefined,
    'speaker/subject-before-cue',
    token,
    false,
    discourse,
  );
  if (adjacent !== undefined) return spokenTo(adjacent, addressee);
  const opensClause = draft.frame?.cue.conjoined === true && !isTopicalized(layers, token);
  if (opensClause && layers.weighing !== undefined)
    weighSubject(
      layers,
      'speaker/subject-before-cue',
      subjectBefore(layers, token),
      'the verb opens a clause of its own',
    );
  const before = opensClause ? undefined : subjectBefore(layers, token);
  const ahead =
    before === undefined ? undefined : bySubject(layers, before, 'speaker/subject-before-cue', token, false);
  if (ahead !== undefined) return spokenTo(ahead, addressee);
  const said = elided(layers, draft, discourse);
  return said === undefined ? none('no-antecedent') : spokenTo(said, addressee);
}

/**
 * `فلان يهدد أوروبا: …`, `فلانة توضح الموقف: …`: before a colon a verb that takes an object, or one right behind a name,
 * has its subject before it. `behind` is the figure behind the verb.
 */
function subjectFirst(
  layers: Layers,
  { frame, cue }: Draft,
  token: number,
  behind: number | undefined,
): Attribution | undefined {
  const reading = cue?.reading;
  if (frame === undefined || reading?.form !== 'imperfect' || frame.cue.conjoined) return undefined;
  if (!(layers.shapes[frame.complement] & SHAPE.Colon)) return undefined;
  const subject = subjectBefore(layers, token);
  const beside = subject?.figure !== undefined && layers.figures.at[token - 1] === subject.figure + 1;
  const object = takesObject(reading.row) || reading.row.complements.includes('object');
  if (!takesObject(reading.row) && !(beside && (object || behind === undefined))) return undefined;
  const before = bySubject(layers, subject, 'speaker/subject-before-cue', token, false);
  return before !== undefined && before.figures.length > 0 ? before : undefined;
}

/** `أما X، عضو اللجنة، فيرى أن`: the ف answers أما. */
function isTopicalized({ tokens, segments }: Layers, token: number): boolean {
  const { first } = segments.sentences[segments.sentenceOf[token]];
  return AS_FOR.has(tokens, first);
}

const AS_FOR = wordSet('اما', 'و');

/** `جاء في البيان`, `ورد في التقرير`: the document is the subject. */
function reportedIn(layers: Layers, draft: Draft, token: number, end: number): Subject | undefined {
  const lemma = draft.cue?.reading?.row.lemma;
  if ((lemma !== 'جاء' && lemma !== 'ورد') || !IN.has(layers.tokens, token + 1)) return undefined;
  return nounPhrase(layers, token + 2, end, 'after');
}

const IN = wordSet('في');

/** `لافتة كتب عليها: «…»`: nobody is named who wrote it. */
function isOnThing({ tokens }: Layers, { cue }: Draft, token: number): boolean {
  return cue?.reading?.row.lemma === 'كتب' && ON_THING.has(tokens, token + 1);
}

const ON_THING = wordSet('عليه عليها عليهم عليهما');

/** `لفت إلى وجود تحديات، منها «…»`: whoever does it is named before what the verb governs. */
function complementOf(layers: Layers, { cue, frame, first }: Draft, token: number, end: number): number {
  const reading = cue?.reading;
  if (reading === undefined || frame !== undefined || reading.form === 'masdar' || first < token) return end;
  return Math.max(token + 1, topicStart(layers, reading, token, end, true));
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
  const reading = draft.cue?.reading;
  const last = discourse.latest(
    (one) =>
      segments.sentenceOf[one.token] !== sentence ||
      (one.token < token && agrees(reading, one.gender, one.number, one.several)),
  );
  if (last !== undefined && segments.sentenceOf[last.token] === sentence)
    return again(last.attribution, 'speaker/participle-of-cue');
  const own = subjectAfter(layers, token, Math.min(end, token + 6)).subject;
  const subject = matrixSubject(layers, token);
  const { title } = subject ?? {};
  const disagrees = title?.number === 's' && !agrees(reading, title.gender, title.number);
  const matrix =
    subject === undefined || disagrees
      ? undefined
      : bySubject(layers, subject, 'speaker/participle-of-sentence', token, false);
  if (matrix !== undefined && fits(layers, reading, matrix)) return matrix;
  const named =
    own?.figure === undefined
      ? undefined
      : bySubject(layers, own, 'speaker/subject-behind-cue', token, false);
  if (named !== undefined) return named;
  const opening = bySubject(
    layers,
    subjectOfVerb(layers, token),
    'speaker/participle-of-sentence',
    token,
    false,
    discourse,
  );
  return opening ?? elided(layers, draft, discourse) ?? none('no-antecedent');
}

/** `"…"، وفق قوله` goes to who was speaking; `"…"، بحسب الوزارة` to who is named behind. */
function byAttributionBehind(layers: Layers, draft: Draft, discourse: Discourse): Attribution | undefined {
  const { attribution } = draft;
  if (attribution === undefined) return undefined;
  if (attribution.kind === 'according') {
    const limit = Math.min(layers.tokens.count, attribution.last + 12);
    const start = attribution.last + 1;
    const verb = start < limit && (layers.shapes[start] & SHAPE.Cue) !== 0;
    const origin = verb ? originOf(layers, start, limit, 'perfect')?.origin : undefined;
    const unnamed = (layers.lookups.bits[attribution.last] & ANONYMOUS) !== 0;
    const from = unnamed ? attribution.last : verb ? start + 1 : start;
    const subject = origin ?? (from < limit ? nounPhrase(layers, from, limit, 'after') : undefined);
    return bySubject(layers, subject, 'speaker/according-to', attribution.first, false);
  }
  const matrix = matrixSubject(layers, attribution.first);
  const last = discourse.latest(anybody);
  const { segments } = layers;
  if (last !== undefined && segments.sentenceOf[last.token] === segments.sentenceOf[attribution.first])
    return again(last.attribution, 'speaker/own-words');
  return bySubject(layers, matrix, 'speaker/own-words', attribution.first, false);
}
