/**
 * The news of agencies: NITF, NewsML-G2 and NewsML 1, which hold NITF, XHTML or text. Takes an element, gives what it says; what
 * the wrapping item says goes before what stands in it.
 */
import {
  attribute,
  charactersOf,
  childAt,
  childrenOf,
  firstLine,
  hasElements,
  lineOf,
  runningTextOf,
  within,
  type XmlElement,
} from './element.js';
import type { Read } from './feeds.js';

export function readNitf(nitf: XmlElement): Read {
  const head = childAt(nitf, 'head');
  const data = childAt(head, 'docdata');
  const body = childAt(nitf, 'body');
  const bodyHead = childAt(body, 'body.head');
  const published = childAt(head, 'pubdata');
  const content = childAt(body, 'body.content');
  return {
    id: attribute(childAt(data, 'doc-id'), 'id-string'),
    title: lineOf(childAt(bodyHead, 'hedline', 'hl1')) ?? lineOf(childAt(head, 'title')),
    body: content === undefined ? '' : runningTextOf(content),
    isPlain: true,
    date:
      attribute(childAt(data, 'date.issue'), 'norm') ??
      attribute(childAt(data, 'date.release'), 'norm') ??
      attribute(published, 'date.publication'),
    url: attribute(published, 'ex-ref'),
    publisher: attribute(published, 'name') ?? lineOf(childAt(bodyHead, 'distributor')),
    author: bylineOf(bodyHead),
    language: attribute(nitf, 'xml:lang') ?? attribute(body, 'xml:lang'),
  };
}

/** `<byline>By <person>…</person><byttl>…</byttl></byline>`: the persons, or the words as they are. */
function bylineOf(bodyHead: XmlElement | undefined): string | undefined {
  const bylines = bodyHead === undefined ? [] : childrenOf(bodyHead, 'byline');
  const persons = bylines.flatMap((byline) =>
    within(byline, 'person').flatMap((person) => lineOf(person) ?? []),
  );
  const names = persons.length > 0 ? persons : bylines.flatMap((byline) => lineOf(byline) ?? []);
  return names.length === 0 ? undefined : names.join(', ');
}

/** An item of NewsML-G2, or of NewsML 1, whose elements have other names for the same. */
export function readNewsItem(item: XmlElement): Read {
  const meta = childAt(item, 'itemmeta');
  const content = childAt(item, 'contentmeta');
  const inner = innerOf(item);
  const first = (...names: readonly string[]) => firstWithin(item, names);
  return {
    id: attribute(item, 'guid') ?? first('publicidentifier', 'newsitemid') ?? inner.id,
    title: first('headline') ?? inner.title ?? firstLine(item, [['itemmeta', 'title']]),
    body: inner.body,
    isPlain: inner.isPlain,
    date:
      lineOf(childAt(content, 'contentcreated')) ??
      lineOf(childAt(meta, 'firstcreated')) ??
      lineOf(childAt(meta, 'versioncreated')) ??
      first('firstcreated', 'thisrevisioncreated', 'dateid') ??
      inner.date,
    url: inner.url,
    publisher:
      nameOf(childAt(meta, 'provider')) ??
      nameOf(childAt(content, 'infosource')) ??
      firstPartyOf(item) ??
      first('providerid') ??
      inner.publisher,
    author: first('by', 'byline') ?? nameOf(childAt(content, 'creator')) ?? inner.author,
    language: languageOf(content) ?? languageOf(item) ?? inner.language,
  };
}

/** All the texts of an item; pictures and sounds have none. */
function innerOf(item: XmlElement): Read {
  const nitf = within(item, 'nitf').map(readNitf);
  if (nitf.length > 0) return { ...nitf[0], body: nitf.map(({ body }) => body).join('\n') };
  const contents = within(item, 'inlinexml', 'inlinedata', 'datacontent');
  const bodies = contents.map((each) => (hasElements(each) ? pageOf(each) : charactersOf(each).trim()));
  return { body: bodies.filter((body) => body !== '').join('\n'), isPlain: contents.every(hasElements) };
}

/** Of a page of XHTML its body. */
function pageOf(content: XmlElement): string {
  const bodies = within(content, 'xhtml:body', 'body');
  return runningTextOf(...(bodies.length > 0 ? bodies : [content]));
}

function firstWithin(item: XmlElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const element of within(item, name)) {
      const line = lineOf(element);
      if (line !== undefined) return line;
    }
  }
  return undefined;
}

function nameOf(party: XmlElement | undefined): string | undefined {
  return party === undefined ? undefined : (firstLine(party, [['name']]) ?? attribute(party, 'literal'));
}

/** `<Provider><Party FormalName="…"/></Provider>` */
function firstPartyOf(item: XmlElement): string | undefined {
  return within(item, 'provider')
    .flatMap((provider) => within(provider, 'party'))
    .map((party) => attribute(party, 'formalname'))
    .find((name) => name !== undefined);
}

function languageOf(element: XmlElement | undefined): string | undefined {
  return element === undefined
    ? undefined
    : within(element, 'language')
        .map((language) => attribute(language, 'tag', 'formalname'))
        .find((tag) => tag !== undefined);
}
