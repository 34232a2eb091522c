/**
 * Mentions to entities of the document: one list row is one entity, a shorter form belongs to the fuller one before it,
 * an acronym in brackets to the name before the brackets. Takes settled candidates in text order; gives entities with
 * their roles. What cannot be told apart stays apart.
 */
import type { Entity, Gender } from '../document.js';
import type { NameRow } from '../knowledge.js';
import { GIVEN } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import { fold } from '../normalize.js';
import type { Candidate } from '../recognize/candidates.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord, NUMBER, type Tokens } from '../tokenize.js';
import { rolesBeside } from './roles.js';
import type { TitlePhrase } from './titles.js';

/** An entity with what attribution needs to know of it. */
export interface Figure {
  readonly entity: Entity;
  readonly row?: NameRow;
  readonly roles: readonly TitlePhrase[];
  /** Its mentions with their tokens, in text order. */
  readonly places: readonly Candidate[];
}

export interface Figures {
  readonly figures: readonly Figure[];
  /** By token: 1 + index of the figure whose mention covers it, else 0. */
  readonly at: Int32Array;
  /** By token: where the mention that begins there starts in the text (its particles left out), else -1. */
  readonly startAt: Int32Array;
}

interface Draft {
  row?: NameRow;
  places: Candidate[];
}

export function resolveEntities(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  mentions: readonly Candidate[],
): Figures {
  const drafts = cluster(tokens, shapes, mentions);
  const figures = drafts.map((draft) => figureOf(tokens, lookups, shapes, draft));
  const at = new Int32Array(tokens.count);
  const startAt = new Int32Array(tokens.count).fill(-1);
  figures.forEach((figure, index) => {
    for (const { first, last, start } of figure.places) {
      at.fill(index + 1, first, last + 1);
      startAt[first] = start;
    }
  });
  return { figures, at, startAt };
}

function cluster(tokens: Tokens, shapes: Int32Array, mentions: readonly Candidate[]): Draft[] {
  const drafts: Draft[] = [];
  const byRow = new Map<NameRow, Draft>();
  const byName = new Map<string, Draft>();
  const byShort = new Map<string, Draft>();
  const byLetters = new Map<string, { word: string; draft: Draft }[]>();
  let previous: { mention: Candidate; draft: Draft } | undefined;
  const full = [...mentions].sort((a, b) => wordCount(b) - wordCount(a));
  for (const mention of full) if (wordCount(mention) > 1 || mention.row !== undefined) place(mention);
  for (const mention of full) if (wordCount(mention) === 1 && mention.row === undefined) place(mention);
  joinAcronyms();
  for (const draft of drafts) draft.places.sort((a, b) => a.start - b.start);
  return drafts
    .filter((draft) => draft.places.length > 0)
    .sort((a, b) => a.places[0].start - b.places[0].start);

  function place(mention: Candidate): void {
    const key = `${mention.type} ${nameKey(tokens, mention)}`;
    const row = mention.row;
    const draft =
      (row === undefined ? undefined : byRow.get(row)) ??
      byName.get(key) ??
      (row === undefined ? (byShort.get(key) ?? typo(mention, key)) : byShortWithoutRow(key)) ??
      newDraft();
    draft.row ??= row;
    if (row !== undefined && !byRow.has(row)) byRow.set(row, draft);
    if (!byName.has(key)) byName.set(key, draft);
    for (const short of shorterKeys(mention.type, key)) if (!byShort.has(short)) byShort.set(short, draft);
    if (!byName.has(key) || byName.get(key) === draft) rememberLetters(key, draft);
    draft.places.push(mention);
    previous = { mention, draft };
  }

  function byShortWithoutRow(key: string): Draft | undefined {
    const draft = byShort.get(key);
    return draft?.row === undefined ? draft : undefined;
  }

  function newDraft(): Draft {
    const draft: Draft = { places: [] };
    drafts.push(draft);
    return draft;
  }

  /** Family names by their letters in any order, where a slip of two letters is found. */
  function rememberLetters(key: string, draft: Draft): void {
    if (!key.startsWith('Person ')) return;
    const letters = lettersOf(key);
    const list = byLetters.get(letters) ?? [];
    if (list.length >= 8 || list.some((one) => one.draft === draft)) return;
    list.push({ word: key.slice(key.lastIndexOf(' ') + 1), draft });
    byLetters.set(letters, list);
  }

  /** `الدليمي` for `علي الديلمي`: two neighbouring letters changed places, and nobody else fits. */
  function typo(mention: Candidate, key: string): Draft | undefined {
    if (mention.type !== 'Person' || wordCount(mention) !== 1) return undefined;
    const near = byLetters.get(lettersOf(key)) ?? [];
    const fits = near.filter(({ word }) => swapped(word, key.slice(7)));
    return fits.length === 1 ? fits[0].draft : undefined;
  }

  /** `حلف شمال الأطلسي (الناتو)`, `منظمة الصحة العالمية (WHO)`: what stands in the brackets is the same. */
  function joinAcronyms(): void {
    const all = drafts.flatMap((draft) => draft.places.map((mention) => ({ mention, draft })));
    all.sort((a, b) => a.mention.start - b.mention.start);
    previous = undefined;
    for (const here of all) {
      const { mention, draft } = here;
      const bracketed =
        mention.first >= 2 &&
        shapes[mention.first - 1] & SHAPE.ParenOpen &&
        shapes[mention.last + 1] & SHAPE.ParenClose;
      const before: { mention: Candidate; draft: Draft } | undefined = previous;
      previous = here;
      if (
        !bracketed ||
        before === undefined ||
        before.draft === draft ||
        before.mention.type !== mention.type
      )
        continue;
      if (mention.type === 'Place' || mention.first - before.mention.last > 3) continue;
      if (draft.row !== undefined && before.draft.row !== undefined) continue;
      before.draft.row ??= draft.row;
      before.draft.places.push(...draft.places);
      draft.places = [];
      previous = { mention, draft: before.draft };
    }
  }
}

function wordCount(mention: Candidate): number {
  return mention.last - mention.first + 1;
}

function nameKey(tokens: Tokens, mention: Candidate): string {
  const words: string[] = [];
  for (let token = mention.first; token <= mention.last; token++)
    if (tokens.kind[token] <= NUMBER) words.push(foldedWord(tokens, token));
  const particles =
    mention.start > tokens.start[mention.first]
      ? fold(tokens.text.slice(tokens.start[mention.first], mention.start)).length
      : 0;
  const first = words[0].slice(particles);
  words[0] =
    particles > 0 && first.startsWith('ل') && words[0].charAt(particles - 1) === 'ل' ? `ا${first}` : first;
  return words.join(' ');
}

/** Forms under which a person or organization is taken up again. */
function shorterKeys(type: string, key: string): string[] {
  const words = key.slice(type.length + 1).split(' ');
  if (type === 'Person') return words.slice(1).map((_, i) => `${type} ${words.slice(i + 1).join(' ')}`);
  if (type === 'Organization' && words.length > 2) return [`${type} ${words.slice(0, -1).join(' ')}`];
  return [];
}

function lettersOf(key: string): string {
  return [...key.slice(key.lastIndexOf(' ') + 1)].sort().join('');
}

function swapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 5 || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** `لكرملين` in `للكرملين` is the name `الكرملين`. */
export function restoreArticle(text: string, { start, end }: { start: number; end: number }): string {
  const slice = text.slice(start, end);
  const written = UNEVEN.test(slice)
    ? slice.replace(/[#_\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]+/gu, ' ').trim()
    : slice;
  const preposition = text.charCodeAt(start - 1) === LAM && text.charCodeAt(start) === LAM;
  return preposition ? `ا${written}` : written;
}

const LAM = 0x644;
const UNEVEN = /[#_\t\n\r\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069]| {2}/u;

function figureOf(tokens: Tokens, lookups: Lookups, shapes: Int32Array, draft: Draft): Figure {
  const { places, row } = draft;
  const type = places[0].type;
  const names = places.map((mention) => restoreArticle(tokens.text, mention));
  const forms = [...new Set(names)];
  const name = forms.reduce((best, form) => (form.split(' ').length > best.split(' ').length ? form : best));
  const wordsOf = ({ first, last }: TitlePhrase) => tokens.text.slice(tokens.start[first], tokens.end[last]);
  const roles =
    type === 'Person'
      ? different(
          places.flatMap(({ first, last }) => rolesBeside(tokens, lookups, shapes, first, last)),
          wordsOf,
        )
      : [];
  const entity: Entity = {
    type,
    name,
    alternateNames: forms.filter((form) => form !== name),
    canonicalName: row?.name,
    wikidata: row?.wikidata,
    gender: row?.gender ?? genderOf(lookups, places[0], roles),
    jobTitles: [...new Set(roles.map(wordsOf))],
    mentions: places.map(({ type: kind, start, end, confidence, evidence }, i) => ({
      type: kind,
      start,
      end,
      name: names[i],
      evidence: [evidence],
      confidence,
    })),
  };
  return { entity, row, roles, places };
}

/** Nobody has more offices than this; a text that says so must not make every title ask all of them. */
const MOST_ROLES = 40;

/** The first of each role: a counterpart (`نظيره`) has another office each time, whatever its words. */
function different(roles: readonly TitlePhrase[], wordsOf: (role: TitlePhrase) => string): TitlePhrase[] {
  const found = new Map<string, TitlePhrase>();
  for (const role of roles) {
    const key = `${wordsOf(role)}\t${role.title}`;
    if (!found.has(key)) found.set(key, role);
  }
  return [...found.values()].slice(0, MOST_ROLES);
}

function genderOf(lookups: Lookups, mention: Candidate, roles: readonly TitlePhrase[]): Gender | undefined {
  if (mention.type === 'Organization') return headGender(lookups, mention.first);
  const given = lookups.words[mention.first]?.find(({ bits }) => bits & GIVEN)?.reading.given?.gender;
  if (given === 'm' || given === 'f') return given;
  return roles.find((role) => role.kind !== 'other')?.gender;
}

function headGender(lookups: Lookups, token: number): Gender | undefined {
  return lookups.words[token]?.find(({ reading }) => reading.head !== undefined)?.reading.head?.gender;
}
