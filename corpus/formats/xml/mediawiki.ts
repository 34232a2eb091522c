/**
 * Dumps of MediaWiki, always as a stream: each page of the articles' own space is a record, with the text of its last revision. Pages that
 * lead elsewhere and pages about the wiki take a number and give nothing.
 */
import type { Problem } from '../../../index.js';
import type { ReadOptions } from '../../record.js';
import { decodedTexts } from '../decoded.js';
import { type Entry, LARGEST_RECORD, type RawRecord, type Reading } from '../format.js';
import { tooLarge, withoutText } from '../refusals.js';
import { plainOfWikitext } from '../wikitext.js';
import { type Collected, type Context, RecordCollector } from './collector.js';
import { attribute, charactersOf, childAt, childrenOf, firstLine, type XmlElement } from './element.js';
import { type Found, streamedRecords, told, withProblems } from './xml.js';

export async function* mediawikiRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const largest = options.largestRecord ?? LARGEST_RECORD;
  const { texts, problems } = decodedTexts(entry, told(entry, options));
  for await (const found of streamedRecords(texts, new RecordCollector(largest), largest))
    yield rawRecord(found, problems, largest);
}

function rawRecord(found: Found, problems: readonly Problem[], largest: number): RawRecord {
  if ('refused' in found) return { bytes: 0, read: () => found };
  const { element, bytes } = found;
  return {
    bytes,
    isAbsent: !isArticle(element),
    read: () => withProblems(readPage(found, largest), problems),
  };
}

function isArticle(page: XmlElement): boolean {
  const space = firstLine(page, [['ns']]) ?? '0';
  const text = charactersOf(textOf(page)).slice(0, LONGEST_REDIRECT);
  return space === '0' && childrenOf(page, 'redirect').length === 0 && !REDIRECT.test(text);
}

const LONGEST_REDIRECT = 200;
const REDIRECT = /^\s*#\s*(?:redirect|\u062a\u062d\u0648\u064a\u0644)\s*:?\s*\[\[/iu;

function textOf(page: XmlElement): XmlElement | undefined {
  return childAt(childrenOf(page, 'revision').at(-1), 'text');
}

function readPage({ element, context, language, bytes, isTooLarge }: Collected, largest: number): Reading {
  if (isTooLarge) return tooLarge('the page', bytes, largest);
  const revision = childrenOf(element, 'revision').at(-1);
  const title = firstLine(element, [['title']]);
  const text = textOf(element);
  const body = plainOfWikitext(charactersOf(text));
  if (body === '') return withoutText([]);
  return {
    id: firstLine(element, [['id']]),
    title,
    body,
    isPlain: true,
    date: revision === undefined ? undefined : firstLine(revision, [['timestamp']]),
    url: urlOf(title, context),
    publisher: context.get('siteinfo sitename'),
    language: attribute(text, 'xml:lang') ?? language,
  };
}

/** Beside the main page, whose address the dump gives. */
function urlOf(title: string | undefined, context: Context): string | undefined {
  const base = context.get('siteinfo base');
  const folder = base === undefined ? undefined : /^https?:\/\/[^\s]+\//u.exec(base)?.[0];
  if (title === undefined || folder === undefined || !title.isWellFormed()) return undefined;
  return `${folder}${encodeURI(title.replaceAll(' ', '_')).replace(/[?#]/gu, encodeURIComponent)}`;
}
