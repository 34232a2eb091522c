/**
 * What the JSON-LD blocks of a page say of its article (https://schema.org/NewsArticle). Takes the blocks as they are written, broken
 * ones too; looks only at what a block itself has, so that a key may be called `__proto__`, and never deeper than a few levels.
 */
import { decodeReferences } from '../formats/html-text.js';

/** An article as a block describes it. */
export interface Described {
  readonly headline?: string;
  readonly body?: string;
  readonly date?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly url?: string;
}

/** The first article of the blocks; nothing where they describe none. */
export function describedArticle(blocks: readonly string[]): Described {
  for (const block of blocks) {
    const value = parsed(block);
    const article = value === undefined ? undefined : articleIn(value, 0);
    if (article !== undefined) return describe(article);
  }
  return {};
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Blocks hold raw line ends in their strings, comments around them, and semicolons behind them. */
function parsed(block: string): unknown {
  const bare = block
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/gu, '')
    .trim();
  for (const attempt of [
    bare,
    bare.replace(/;\s*$/u, '').replaceAll(/\p{Cc}+/gu, ' '),
    withoutLastCommas(bare),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends more.
    }
  }
  return undefined;
}

function withoutLastCommas(block: string): string {
  return block.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/,\s*([}\]])/gu, '$1');
}

const DEEPEST = 6;
const MOST_VALUES = 200;
const ARTICLE =
  /(?:^|[/:])(?:[A-Za-z]*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting|OpinionNewsArticle)$/u;

/** Articles stand alone, in lists, in a graph, or as what a page is about. */
function articleIn(value: unknown, depth: number): JsonObject | undefined {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, MOST_VALUES)) {
      const found = articleIn(each, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const object = value as JsonObject;
  if (texts(own(object, '@type')).some((type) => ARTICLE.test(type))) return object;
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item']) {
    const found = articleIn(own(object, key), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function describe(article: JsonObject): Described {
  const first = (...keys: readonly string[]) =>
    keys.flatMap((key) => texts(own(article, key))).find((text) => text !== '');
  return {
    headline: first('headline', 'name', 'alternativeHeadline'),
    body: first('articleBody', 'text'),
    date: first('datePublished', 'dateCreated', 'uploadDate'),
    author: texts(own(article, 'author')).join(', ') || first('creator'),
    publisher: first('publisher', 'sourceOrganization', 'provider'),
    language: first('inLanguage'),
    url: first('url', 'mainEntityOfPage', '@id'),
  };
}

/** A value's texts: of an object its name or address, of a list those of each. */
function texts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [decodeReferences(value.trim())];
  if (depth > 2 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, MOST_VALUES).flatMap((each) => texts(each, depth + 1));
  for (const key of ['name', '@value', 'alternateName', 'url', '@id']) {
    const found = texts(own(value as JsonObject, key), depth + 1);
    if (found.length > 0) return found.slice(0, 1);
  }
  return [];
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
