/** Items of feeds: RSS of all versions with their usual extensions, RDF, and Atom. Takes an element, gives what it says. */
import type { Fields } from '../format.js';
import { FEED_BODIES } from './bodies.js';
import type { Context } from './collector.js';
import {
  attribute,
  charactersOf,
  childrenOf,
  firstLine,
  hasElements,
  lineOf,
  runningTextOf,
  type XmlElement,
} from './element.js';

/** What is given of a record; a body that is empty means that there is none. */
export type Read = Omit<Fields, 'problems'>;

export function readItem(item: XmlElement, context: Context): Read {
  const link = firstLine(item, [['link']]) ?? linkOf(item) ?? attribute(item, 'rdf:about');
  return {
    id: firstLine(item, [['guid'], ['dc:identifier'], ['dcterms:identifier']]) ?? link,
    title: firstLine(item, [['title'], ['media:title'], ['dc:title']]),
    body: bodyOf(item),
    date: firstLine(item, DATES),
    url: link,
    publisher:
      firstLine(item, [['dc:publisher'], ['source']]) ??
      context.get('channel dc:publisher') ??
      context.get('channel title'),
    author: authorOf(item, 'dc:creator', 'author'),
    language:
      firstLine(item, [['dc:language']]) ??
      context.get('channel language') ??
      context.get('channel dc:language'),
  };
}

export function readEntry(entry: XmlElement, context: Context): Read {
  return {
    id: firstLine(entry, [['atom:id']]) ?? linkOf(entry),
    title: firstLine(entry, [['atom:title']]),
    body: bodyOf(entry),
    date: firstLine(entry, DATES),
    url: linkOf(entry),
    publisher:
      firstLine(entry, [['dc:publisher'], ['atom:source', 'atom:title']]) ??
      context.get('atom:feed atom:title'),
    author: authorOf(entry, 'atom:author', 'dc:creator'),
    language: firstLine(entry, [['dc:language']]),
  };
}

const DATES = [
  ...[['pubdate'], ['atom:published'], ['dc:date'], ['dcterms:issued'], ['dcterms:created'], ['atom:issued']],
  ...[['atom:updated'], ['atom:modified'], ['prism:publicationdate'], ['date']],
];

/** The fullest body that is there; one with elements of its own is marked up already. */
function bodyOf(element: XmlElement): string {
  for (const name of FEED_BODIES) {
    for (const child of childrenOf(element, name)) {
      const body = hasElements(child) ? runningTextOf(child) : charactersOf(child);
      if (body.trim() !== '') return body;
    }
  }
  return '';
}

/** The page itself, not its feed, its comments or its sound. */
function linkOf(element: XmlElement): string | undefined {
  const links = childrenOf(element, 'atom:link', 'link');
  const own = links.find((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate');
  return attribute(own ?? links[0], 'href');
}

function authorOf(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const authors = childrenOf(element, name).flatMap(
      (each) => firstLine(each, [['atom:name'], ['name']]) ?? lineOf(each) ?? [],
    );
    if (authors.length > 0) return authors.join(', ');
  }
  return undefined;
}
