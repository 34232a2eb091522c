/**
 * The ids of everything in an article's output: by type and first offset, never by ordinal, so that a difference
 * between two outputs stays local. All offsets are Unicode code points. Every id is an absolute IRI.
 */
import { createHash } from 'node:crypto';
import type { Article, Entity, Problem, Quotation } from '../pipeline/document.js';
import type { ToCodePoints } from './code-points.js';

/** Article, entities and rows by their ids. */
export interface Identifiers {
  readonly article: string;
  readonly entities: ReadonlyMap<Entity, string>;
  readonly quotations: readonly string[];
  readonly problems: readonly string[];
}

/** Names everything in a document. */
export function nameAll(
  document: {
    readonly article: Article;
    readonly entities: readonly Entity[];
    readonly quotations: readonly Quotation[];
    readonly problems: readonly Problem[];
  },
  at: ToCodePoints,
): Identifiers {
  const article = articleId(document.article);
  const name = namer(article);
  return {
    article,
    entities: new Map(
      document.entities.map((entity) => {
        const { start, end } = entity.mentions[0];
        return [entity, name([`${entity.type.toLowerCase()}-${at(start)}`, `${at(end)}`])];
      }),
    ),
    quotations: document.quotations.map(({ start, end, kind }) =>
      name([`quotation-${at(start)}`, `${at(end)}`, kind]),
    ),
    problems: document.problems.map(({ start, end, code }) =>
      name([`problem-${at(start)}`, code, `${at(end)}`]),
    ),
  };
}

/** The id of an article: `urn:isnad:article:` and a hash of where it came from and what it is called. */
export function articleId({ source, record, identifier }: Article): string {
  const origin = JSON.stringify([source ?? null, record ?? null, identifier]);
  return `urn:isnad:article:${createHash('sha256').update(origin).digest('hex').slice(0, 32)}`;
}

/** The id of a stretch of an article's text. */
export function spanId(article: string, start: number, end: number): string {
  return `${article}#char=${start},${end}`;
}

/** Gives the shortest name that is still free: two rows may start at one offset, and then the later is told apart by its end. */
function namer(article: string): (parts: readonly string[]) => string {
  const taken = new Set<string>();
  return (parts) => {
    let name = '';
    for (const part of parts) {
      name = name === '' ? part : `${name}-${part}`;
      if (!taken.has(name)) break;
    }
    const longest = name;
    for (let copy = 2; taken.has(name); copy++) name = `${longest}-${copy}`;
    taken.add(name);
    return `${article}#${name}`;
  };
}
