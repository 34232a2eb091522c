/**
 * Mentions to entities of the document: one list row is one entity, a shorter form belongs to the fuller one before it,
 * an acronym in brackets to the name before the brackets. Takes settled candidates in text order; gives entities with
 * their roles. What cannot be told apart stays apart.
 */
import type { Entity, EntityType, Gender } from '../document.js';
import type { NameRow } from '../knowledge.js';
import { FAMILY, GIVEN } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import type { Candidate } from '../recognize/candidates.js';
import { SHAPE } from '../recognize/shapes.js';
import type { Tokens } from '../tokenize.js';
import {
  foldedName,
  lastWord,
  lettersOf,
  namesAround,
  SHORTEST_SLIP,
  shorterNames,
  swapped,
  writtenNames,
} from './names.js';
import { isJoined, rolesBeside } from './roles.js';
import { readingWith, type TitlePhrase } from './titles.js';

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
  const drafts = cluster(tokens, lookups, shapes, mentions);
  const figures = drafts.map((draft) => figureOf(tokens, lookups, shapes, draft));
  const at = new Int32Array(tokens.count);
  const startAt = new Int32Array(tokens.count).fill(-1);
  for (let index = 0; index < figures.length; index++)
    for (const { first, last, start } of figures[index].places) {
      for (let token = first; token <= last; token++) at[token] = index + 1;
      startAt[first] = start;
    }
  return { figures, at, startAt };
}

function cluster(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  mentions: readonly Candidate[],
): Draft[] {
  const drafts: Draft[] = [];
  const byRow = new Map<NameRow, Draft>();
  const byName = forEachType<Draft>();
  const byShort = forEachType<Draft>();
  const byAround = new Map<string, Draft | undefined>();
  const byLetters = new Map<number, { word: string; draft: Draft }[]>();
  /** New names of persons that are not yet among `byLetters`. */
  const persons: { readonly name: string; readonly draft: Draft }[] = [];
  let longest = 1;
  for (const mention of mentions) longest = Math.max(longest, wordCount(mention));
  for (let words = longest; words > 0; words--)
    for (const mention of mentions)
      if (wordCount(mention) === words && (words > 1 || mention.row !== undefined)) place(mention);
  for (const mention of mentions) if (wordCount(mention) === 1 && mention.row === undefined) place(mention);
  if (mentions.some((mention) => isBracketed(shapes, mention))) joinAcronyms();
  for (const { places } of drafts) if (places.length > 1) places.sort((a, b) => a.start - b.start);
  return drafts
    .filter((draft) => draft.places.length > 0)
    .sort((a, b) => a.places[0].start - b.places[0].start);

  function place(mention: Candidate): void {
    const { row, type } = mention;
    const name = foldedName(tokens, mention);
    const known = byName[type].get(name);
    const draft = (row && byRow.get(row)) ?? known ?? shortened(mention, name) ?? newDraft();
    draft.row ??= row;
    if (row !== undefined && !byRow.has(row)) byRow.set(row, draft);
    draft.places.push(mention);
    if (known !== undefined) return;
    byName[type].set(name, draft);
    for (const short of shorterNames(type, name))
      if (!byShort[type].has(short)) byShort[type].set(short, draft);
    if (type !== 'Person') return;
    persons.push({ name, draft });
    for (const around of namesAround(name))
      byAround.set(around, byAround.has(around) && byAround.get(around) !== draft ? undefined : draft);
  }

  /** What a name that is new is the shorter form of; a row belongs to no other row. */
  function shortened(mention: Candidate, name: string): Draft | undefined {
    const draft = byShort[mention.type].get(name) ?? (opensName(mention) ? byAround.get(name) : undefined);
    if (mention.row === undefined) return draft ?? typo(mention, name);
    return draft?.row === undefined ? draft : undefined;
  }

  /** `أوباما` alone is a family name, whoever else is called so first. */
  function opensName({ type, first, last }: Candidate): boolean {
    return type === 'Person' && (last > first || (lookups.bits[first] & (GIVEN | FAMILY)) !== FAMILY);
  }

  function newDraft(): Draft {
    const draft: Draft = { places: [] };
    drafts.push(draft);
    return draft;
  }

  /** Family names by their letters in any order, where a slip of two letters is found; made when one is looked for. */
  function familyNames(): typeof byLetters {
    for (const { name, draft } of persons.splice(0)) {
      const word = lastWord(name);
      const letters = lettersOf(word);
      const list = byLetters.get(letters) ?? [];
      if (list.length >= 8 || list.some((one) => one.draft === draft)) continue;
      list.push({ word, draft });
      byLetters.set(letters, list);
    }
    return byLetters;
  }

  /** `الدليمي` for `علي الديلمي`: two neighbouring letters changed places, and nobody else fits. */
  function typo(mention: Candidate, name: string): Draft | undefined {
    if (mention.type !== 'Person' || wordCount(mention) !== 1 || name.length < SHORTEST_SLIP)
      return undefined;
    const near = familyNames().get(lettersOf(lastWord(name))) ?? [];
    const fits = near.filter(({ word }) => swapped(word, name));
    return fits.length === 1 ? fits[0].draft : undefined;
  }

  /** `حلف شمال الأطلسي (الناتو)`, `منظمة الصحة العالمية (WHO)`: what stands in the brackets is the same. */
  function joinAcronyms(): void {
    const all = drafts.flatMap((draft) => draft.places.map((mention) => ({ mention, draft })));
    all.sort((a, b) => a.mention.start - b.mention.start);
    let previous: { mention: Candidate; draft: Draft } | undefined;
    for (const here of all) {
      const { mention, draft } = here;
      const before: { mention: Candidate; draft: Draft } | undefined = previous;
      previous = here;
      if (
        !isBracketed(shapes, mention) ||
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

function isBracketed(shapes: Int32Array, { first, last }: Candidate): boolean {
  return (
    first >= 2 && (shapes[first - 1] & SHAPE.ParenOpen) !== 0 && (shapes[last + 1] & SHAPE.ParenClose) !== 0
  );
}

function wordCount(mention: Candidate): number {
  return mention.last - mention.first + 1;
}

function forEachType<Value>(): Readonly<Record<EntityType, Map<string, Value>>> {
  return { Person: new Map(), Organization: new Map(), Place: new Map() };
}

function figureOf(tokens: Tokens, lookups: Lookups, shapes: Int32Array, draft: Draft): Figure {
  const { places, row } = draft;
  const type = places[0].type;
  const names = writtenNames(tokens.text, places, row);
  const forms = names.length === 1 ? names : [...new Set(names)];
  const name = fullest(forms);
  const roles = type === 'Person' ? rolesOf(tokens, lookups, shapes, places) : [];
  const entity: Entity = {
    type,
    name,
    alternateNames: forms.length === 1 ? [] : forms.filter((form) => form !== name),
    canonicalName: row?.name,
    wikidata: row?.wikidata,
    gender: row?.gender ?? genderOf(lookups, places[0], roles),
    jobTitles: roles.length === 0 ? [] : [...new Set(roles.map((role) => wordsOf(tokens, lookups, role)))],
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

/** The first form of those with most words. */
function fullest(forms: readonly string[]): string {
  if (forms.length === 1) return forms[0];
  return forms.reduce((best, form) => (form.split(' ').length > best.split(' ').length ? form : best));
}

/** The words of a title as written, without the و that joins it to another. */
function wordsOf(tokens: Tokens, lookups: Lookups, { first, last }: TitlePhrase): string {
  const start = tokens.start[first] + (isJoined(tokens, lookups, first) ? 1 : 0);
  return tokens.text.slice(start, tokens.end[last]);
}

/** Nobody has more offices than this; a text that says so must not make every title ask all of them. */
const MOST_ROLES = 40;

/** The first of each role: a counterpart (`نظيره`) has another office each time, whatever its words. */
function rolesOf(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  places: readonly Candidate[],
): readonly TitlePhrase[] {
  const roles = rolesBeside(tokens, lookups, shapes, places);
  if (roles.length < 2) return roles;
  const found = new Map<string, TitlePhrase>();
  for (const role of roles) {
    const key = `${wordsOf(tokens, lookups, role)}\t${role.title}`;
    if (!found.has(key)) found.set(key, role);
  }
  return [...found.values()].slice(0, MOST_ROLES);
}

function genderOf(lookups: Lookups, mention: Candidate, roles: readonly TitlePhrase[]): Gender | undefined {
  if (mention.type === 'Organization') return headGender(lookups, mention.first);
  const given = readingWith(lookups, mention.first, GIVEN)?.reading.given?.gender;
  if (given === 'm' || given === 'f') return given;
  return roles.find((role) => role.kind !== 'other')?.gender;
}

function headGender(lookups: Lookups, token: number): Gender | undefined {
  return lookups.words[token]?.find(({ reading }) => reading.head !== undefined)?.reading.head?.gender;
}
