/**
 * A page as an article's fields: its main text, and headline, date, publisher, author, language and address as JSON-LD, `meta` tags and
 * the page itself say them, the most exact first. Takes decoded markup. Nothing is run or fetched.
 */
import type { Fields, Reading } from '../formats/format.js';
import { htmlToText } from '../formats/html-text.js';
import { describedArticle } from './json-ld.js';
import { mainTextOf } from './main-text.js';
import { type Outline, outlineOf, TooDeep } from './outline.js';

/** Bytes of the largest page that is read unless an option says otherwise; its tree takes ten times as many. */
export const LARGEST_PAGE = 16 * 2 ** 20;

/** The fields of a page; a refusal where it has no text. */
export function readPage(html: string): Reading {
  const outline = shallow(html);
  if (outline === undefined) return withText({ body: htmlToText(html) });
  const described = describedArticle(outline.blocks);
  const said = (...names: readonly string[]) => names.flatMap((name) => outline.said.get(name) ?? [])[0];
  const publisher =
    described.publisher ??
    said('og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name');
  const written =
    described.headline ?? headingOf(outline) ?? said('og:title', 'twitter:title', 'headline', 'dc.title');
  const title = withoutSite(written ?? outline.title, publisher);
  return withText({
    title: title === '' ? undefined : title,
    body: bodyOf(outline, described.body, title),
    date: described.date ?? said(...DATES) ?? outline.times[0],
    author: described.author ?? withoutAddresses(outline, AUTHORS),
    publisher,
    language: languageOf(outline, described.language, said),
    url: [outline.canonical, said('og:url', 'twitter:url'), described.url].find((url) => isAddress(url)),
  });
}

const DATES = [
  ...[
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'pubdate',
    'publishdate',
    'publish_date',
  ],
  ...[
    'publish-date',
    'published_time',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.issued',
  ],
  ...[
    'dc.date',
    'dcterms.created',
    'dc.date.created',
    'dcterms.date',
    'cxenseparse:recs:publishtime',
    'date',
    'datecreated',
  ],
];
const AUTHORS = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'rel:author',
];

/** Facebook's locale for Arabic of no country names Argentina. */
function languageOf(
  { language }: Outline,
  described: string | undefined,
  said: (...names: readonly string[]) => string | undefined,
): string | undefined {
  const named =
    language ?? described ?? said('og:locale', 'content-language', 'inlanguage', 'dc.language', 'language');
  return named?.replace(/^ar[_-]AR$/u, 'ar').replaceAll('_', '-');
}

function shallow(html: string): Outline | undefined {
  try {
    return outlineOf(html);
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** The one heading of a page is its headline; of several none is. */
function headingOf({ headings }: Outline): string | undefined {
  const own = [...new Set(headings.map(oneLine))].filter((heading) => heading !== '');
  return own.length === 1 ? own[0] : undefined;
}

/** Some authors are addresses of their profiles. */
function withoutAddresses({ said }: Outline, names: readonly string[]): string | undefined {
  const values = names.map((name) => (said.get(name) ?? []).filter((value) => !isAddress(value.trim())));
  const [first] = values.filter((found) => found.length > 0);
  return first && [...new Set(first.map(oneLine))].join(', ');
}

const LEAST_SHARE = 0.5;

/** The main text, unless the page itself says a much longer one; else all its text. */
function bodyOf({ markup }: Outline, said: string | undefined, title: string): string {
  const found = withoutTitle(mainTextOf(markup) ?? '', title);
  const told = said === undefined ? '' : asLines(said);
  if (found.length > 0 && found.length >= told.length * LEAST_SHARE) return found;
  return told || withoutTitle(htmlToText(markup), title);
}

/** Some bodies in JSON-LD are markup, others text with line ends. */
function asLines(body: string): string {
  const text = /<\/?[a-z][^<>]*>/iu.test(body) ? htmlToText(body) : body;
  return text
    .split(/[\r\n]+/u)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** The headline is put before the body later, and must not stand there twice; what short lines stand above it are menus. */
function withoutTitle(text: string, title: string): string {
  const lines = text.split('\n');
  const at = lines.slice(0, MOST_ABOVE).findIndex((line) => title !== '' && oneLine(line) === title);
  const isBelowMenus = lines.slice(0, Math.max(0, at)).every((line) => line.length < SHORT_LINE);
  return at >= 0 && isBelowMenus ? lines.slice(at + 1).join('\n') : text;
}

const MOST_ABOVE = 40;
const SHORT_LINE = 60;

/** `Headline | Site`, `Headline - Site` */
function withoutSite(title: string, publisher: string | undefined): string {
  const line = oneLine(title);
  const site = oneLine(publisher ?? '');
  const parts = line.split(/\s+[|\-\u2013\u2014\u00bb\u00ab:]+\s+/u);
  if (site === '' || parts.length < 2) return line;
  const last = parts[parts.length - 1];
  if (last === site)
    return line.slice(0, line.lastIndexOf(last)).replace(/\s+[|\-\u2013\u2014\u00bb\u00ab:]+\s*$/u, '');
  return parts[0] === site
    ? line.slice(site.length).replace(/^\s*[|\-\u2013\u2014\u00bb\u00ab:]+\s+/u, '')
    : line;
}

function withText(fields: Fields): Reading {
  if (/[\p{L}\p{N}]/u.test(fields.body)) return { ...fields, isPlain: true };
  return { refused: 'no-text', because: 'the page has no text; check whether it is filled by scripts only' };
}

function isAddress(value: string | undefined): value is string {
  return value !== undefined && /^https?:\/\/\S+$/iu.test(value);
}

function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}
