/** TEI: a document with its header, or one article of a newspaper in it. Takes an element, gives what it says. */
import {
  attribute,
  childAt,
  childrenOf,
  firstLine,
  lineOf,
  runningTextOf,
  within,
  type XmlElement,
} from './element.js';
import type { Read } from './feeds.js';

export function readTei(tei: XmlElement): Read {
  const description = childAt(tei, 'teiheader', 'filedesc');
  const publication = childAt(description, 'publicationstmt');
  const date = childAt(publication, 'date') ?? (description && within(description, 'date')[0]);
  const authors = within(childAt(description, 'titlestmt') ?? tei, 'author').flatMap(
    (author) => lineOf(author) ?? [],
  );
  const text = childAt(tei, 'text');
  const body = childAt(text, 'body') ?? text;
  return {
    id: attribute(tei, 'xml:id') ?? lineOf(childAt(publication, 'idno')),
    title: lineOf(childAt(description, 'titlestmt', 'title')),
    body: body === undefined ? '' : runningTextOf(body),
    isPlain: true,
    date: attribute(date, 'when', 'when-iso') ?? lineOf(date),
    url: lineOf(childrenOf(publication ?? tei, 'ref')[0]),
    publisher: lineOf(childAt(publication, 'publisher')) ?? lineOf(childAt(publication, 'distributor')),
    author: authors.length === 0 ? undefined : authors.join(', '),
  };
}

/** `<div type="article">`: its first heading is its title. */
export function readDivision(division: XmlElement): Read {
  const [head, ...others] = childrenOf(division, 'head');
  const rest = { ...division, children: division.children.filter((child) => child !== head) };
  return {
    id: attribute(division, 'xml:id', 'n'),
    title: lineOf(head),
    body: runningTextOf(others.length === 0 ? rest : division),
    isPlain: true,
    date: attribute(within(division, 'date')[0], 'when'),
    author: firstLine(division, [['byline'], ['byline', 'persname']]),
  };
}
