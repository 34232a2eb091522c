/**
 * Files of several documents in SGML, as TREC and the Linguistic Data Consortium publish them: `<DOC>` with its number, headline and
 * text, paragraphs that nobody closes, attributes without quotation marks. Each document is parsed by itself.
 */
import type { Encoding } from '../encoding/choose.js';
import { decodeRecord } from '../encoding/decode.js';
import { inSingleBytes } from '../encoding/transcode.js';
import type { ReadOptions } from '../record.js';
import { type Entry, LARGEST_RECORD, type RawRecord, type Reading } from './format.js';
import { malformed, tooLarge, withoutText } from './refusals.js';
import { type SgmlDocument, sgmlDocuments } from './sgml-documents.js';
import { parseSgml, type SgmlParts } from './sgml-parts.js';

export async function* sgmlRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const { largestRecord = LARGEST_RECORD } = options;
  const { pieces, encoding } = inSingleBytes(entry, options);
  let count = 0;
  for await (const document of sgmlDocuments(pieces, largestRecord)) {
    count++;
    yield { bytes: document.length, read: () => readDocument(document, encoding, options, largestRecord) };
  }
  if (count === 0) yield { bytes: 0, read: () => malformed('holds no <DOC>; check what it is') };
}

function readDocument(
  { bytes, length, isCut }: SgmlDocument,
  encoding: Encoding,
  options: ReadOptions,
  largest: number,
): Reading {
  if (bytes === undefined) return tooLarge('the document', length, largest);
  const { text, problems } = decodeRecord(bytes, encoding);
  const parts = parseSgml(text);
  if (parts === undefined) return malformed('nests elements more deeply than any document does');
  if (isCut && !parts.hasEndedText)
    return { refused: 'truncated', because: 'ends in the middle of a document; fetch the file again' };
  // Without elements the document itself is the text: `<doc id="12" url="…" title="…">`.
  const own = parts.elements.size === 1 ? ['doc'] : [];
  const body = asked(parts, options, 'text') ?? firstOf(parts, [...TEXT, ...own]);
  if (body === undefined) return withoutText([...parts.elements.keys()].filter((name) => name !== 'doc'));
  return {
    id:
      asked(parts, options, 'id') ??
      parts.attributes.get('id') ??
      parts.attributes.get('docid') ??
      firstOf(parts, ID),
    title: asked(parts, options, 'title') ?? firstOf(parts, TITLE) ?? parts.attributes.get('title'),
    body,
    isPlain: true,
    date: asked(parts, options, 'date') ?? firstOf(parts, DATE) ?? parts.attributes.get('date'),
    url: asked(parts, options, 'url') ?? firstOf(parts, ['url', 'link']) ?? parts.attributes.get('url'),
    publisher: asked(parts, options, 'publisher') ?? firstOf(parts, PUBLISHER),
    author: asked(parts, options, 'author') ?? firstOf(parts, ['author', 'byline', 'poster']),
    language:
      asked(parts, options, 'language') ??
      firstOf(parts, ['language', 'lang']) ??
      parts.attributes.get('lang'),
    problems,
  };
}

const TEXT = ['text', 'body', 'content', 'story', 'leadpara'];
const ID = ['docno', 'docid', 'id'];
const TITLE = ['headline', 'title', 'head', 'hl', 'hline', 'ti', 'h3'];
const DATE = ['date_time', 'datetime', 'date', 'pubdate', 'date1'];
const PUBLISHER = ['publisher', 'source', 'newspaper', 'pub'];

function firstOf(parts: SgmlParts, names: readonly string[]): string | undefined {
  return names
    .map((name) => parts.elements.get(name)?.trim())
    .find((text) => text !== undefined && text !== '');
}

function asked(
  parts: SgmlParts,
  { fields }: ReadOptions,
  field: keyof NonNullable<ReadOptions['fields']>,
): string | undefined {
  const name = fields?.[field]?.toLowerCase();
  return name === undefined ? undefined : (firstOf(parts, [name]) ?? parts.attributes.get(name));
}
