/**
 * The ids of everything in an article's output: by type and first offset, never by ordinal, so that a difference
 * between two outputs stays local. All offsets are Unicode code points. Every id is an absolute IRI.
 */
import { hash } from 'node:crypto';
import type { Article, Document, Entity, EntityType, Problem, Quotation } from '../pipeline/document.js';
import type { ToCodePoints } from './code-points.js';

/** Article, entities and rows by their ids. */
export interface Identifiers {
  readonly article: string;
  readonly entities: ReadonlyMap<Entity, string>;
  readonly quotations: readonly string[];
  readonly problems: readonly string[];
}

/** Names everything in a document. */
export function nameAll(document: Document, at: ToCodePoints): Identifiers {
  const article = articleId(document.article);
  const entities = new Map<Entity, string>();
  const names = nameEach(document.entities, ENTITY, article, at);
  for (let index = 0; index < names.length; index++) entities.set(document.entities[index], names[index]);
  return {
    article,
    entities,
    quotations: nameEach(document.quotations, QUOTATION, article, at),
    problems: nameEach(document.problems, PROBLEM, article, at),
  };
}

/** The id of an article: `urn:isnad:article:` and a hash of where it came from and what it is called. */
export function articleId({ source, record, identifier }: Article): string {
  const origin = JSON.stringify([source ?? null, record ?? null, identifier]);
  return `urn:isnad:article:${hash('sha256', origin).slice(0, 32)}`;
}

/** The id of a stretch of an article's text. */
export function spanId(article: string, start: number, end: number): string {
  return `${article}#char=${start},${end}`;
}

/** How things of one sort are named. */
interface Naming<Item> {
  kind(item: Item): string;
  start(item: Item): number;
  /** What tells it from others of its kind that start where it does. */
  more(item: Item, at: ToCodePoints): readonly (string | number)[];
}

const TYPES: Readonly<Record<EntityType, string>> = {
  Person: 'person',
  Organization: 'organization',
  Place: 'place',
};

const ENTITY: Naming<Entity> = {
  kind: ({ type }) => TYPES[type],
  start: ({ mentions }) => mentions[0].start,
  more: ({ mentions }, at) => [at(mentions[0].end)],
};

const QUOTATION: Naming<Quotation> = {
  kind: () => 'quotation',
  start: ({ start }) => start,
  more: ({ end, kind }, at) => [at(end), kind],
};

const PROBLEM: Naming<Problem> = {
  kind: () => 'problem',
  start: ({ start }) => start,
  more: ({ end, code }, at) => [code, at(end)],
};

/** Kind and first offset are enough for things that start one after the other, as nearly all do. */
function nameEach<Item>(
  items: readonly Item[],
  naming: Naming<Item>,
  article: string,
  at: ToCodePoints,
): readonly string[] {
  const names: string[] = [];
  let last = -1;
  for (const item of items) {
    const start = at(naming.start(item));
    if (start <= last) return nameWithCare(items, naming, article, at);
    names.push(`${article}#${naming.kind(item)}-${start}`);
    last = start;
  }
  return names;
}

/** Each takes the shortest name that is still free. */
function nameWithCare<Item>(
  items: readonly Item[],
  { kind, start, more }: Naming<Item>,
  article: string,
  at: ToCodePoints,
): readonly string[] {
  const taken = new Map<string, number>();
  return items.map((item) => {
    let name = `${kind(item)}-${at(start(item))}`;
    for (const part of more(item, at)) if (taken.has(name)) name += `-${part}`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return `${article}#${name}${times === 1 ? '' : `-${times}`}`;
  });
}
