/** The table `articles`: a row an article, with what its source says of it. */
import type { Document } from '../../pipeline/document.js';
import { digestOf, wellFormed } from '../code-points.js';
import type { Writing } from '../writing.js';
import { dayOf } from './day.js';
import { always, type Column, count, date, documentTable, type Table, text } from './table.js';

interface Row {
  readonly document: Document;
  readonly writing: Writing;
}

type Description = 'headline' | 'inLanguage' | 'datePublished' | 'url' | 'publisher' | 'author';

/** What a record says of its article; an empty text says nothing. */
export function said(document: Document, key: Description): string | undefined {
  const value = document.article[key];
  return value ? wellFormed(value) : undefined;
}

const described = (name: string, key: Description, meaning: string): Column<Row> =>
  text(name, meaning, ({ document }) => said(document, key));

const ARTICLES: Table<Row> = {
  name: 'articles',
  meaning: 'one article',
  columns: [
    always(
      text(
        'article_id',
        'the id of the article, `id` in the JSON-LD; key of this table',
        ({ writing }) => writing.ids.article,
      ),
    ),
    always(
      text('identifier', "the record's own id, or the file's name without its extension", ({ document }) =>
        wellFormed(document.article.identifier),
      ),
    ),
    text(
      'source',
      'the file it came from, relative to what was named',
      ({ document }) => document.article.source && wellFormed(document.article.source),
    ),
    count('record', 'number of the record in its file, from 0', ({ document }) => document.article.record),
    described('headline', 'headline', 'the headline that the source gives'),
    described('language', 'inLanguage', 'the language that the source gives'),
    described(
      'date_published',
      'datePublished',
      'the date, in ISO 8601 where there is one way to read it, else as the source writes it',
    ),
    date('day', 'the day in `date_published`, where that begins like `2021-05-04`', ({ document }) =>
      dayOf(document.article.datePublished),
    ),
    described('url', 'url', 'the address that the source gives'),
    described('publisher', 'publisher', 'the outlet'),
    described('author', 'author', 'the author'),
    always(
      text('text_digest', "`sha256:` and the digest of the text's UTF-8", ({ writing }) =>
        digestOf(writing.text),
      ),
    ),
    always(
      count('text_codepoints', 'length of the text in code points', ({ writing }) =>
        writing.at(writing.text.length),
      ),
    ),
    always(count('text_utf16', 'length of the text in UTF-16 units', ({ writing }) => writing.text.length)),
    always(count('entities', 'number of its rows in `entities`', ({ document }) => document.entities.length)),
    always(
      count('quotations', 'number of its rows in `quotations`', ({ document }) => document.quotations.length),
    ),
    text('text', 'the text that all offsets point into; with `--with-text` only', ({ writing }) =>
      writing.options.withText ? writing.text : undefined,
    ),
  ],
};

export const articles = documentTable(ARTICLES, (document, writing) => [{ document, writing }]);
