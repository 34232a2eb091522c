/**
 * The records in a JSON object that is none itself: a result page, a feed, an export. Takes the object, gives the reader of
 * each object in the array that holds the records, found by its usual name or as the first array of objects within.
 */
import type { ReadOptions } from '../record.js';
import type { Fields, Reading } from './format.js';
import { at, fieldsOfJson, hasText, isObject, textOf } from './json-fields.js';

/** Nothing for an object that is a record. */
export function recordsWithin(value: unknown, options: ReadOptions): readonly (() => Reading)[] | undefined {
  if (!isObject(value) || isRecord(value, options)) return undefined;
  const found = arrayWithin(value, options);
  if (found === undefined) return undefined;
  const shared = sharedFields(value);
  return found.map((each) => () => {
    const reading = fieldsOfJson(each, options);
    return 'refused' in reading ? reading : { ...shared, ...defined(reading) };
  });
}

function isRecord(value: Readonly<Record<string, unknown>>, { fields }: ReadOptions): boolean {
  return fields?.text === undefined ? hasText(value) : at(value, fields.text) !== undefined;
}

const USUAL = [
  ...[
    'articles',
    'items',
    'records',
    'results',
    'documents',
    'docs',
    'hits',
    'news',
    'entries',
    'posts',
    'stories',
    'rows',
  ],
  ...['data', 'response', '@graph', 'feed', 'channel', 'rss', 'content', 'collection', 'value'],
];
const DEEPEST = 4;

function arrayWithin(value: object, options: ReadOptions, depth = 0): readonly unknown[] | undefined {
  if (depth >= DEEPEST) return undefined;
  const own = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(own);
  const ordered = [
    ...USUAL.filter((name) => keys.includes(name)),
    ...keys.filter((key) => !USUAL.includes(key)),
  ];
  for (const key of ordered) {
    const inner = own[key];
    if (!Array.isArray(inner)) continue;
    const objects = inner.filter(isObject);
    // A graph also holds the outlet, the page and the writer.
    const articles = objects.filter((each) => isRecord(each, options));
    if (articles.length > 0) return key === '@graph' ? articles : inner;
    if (
      objects.length > 0 &&
      objects.length === inner.length &&
      objects.some((each) => isWrapped(each, options))
    )
      return inner;
  }
  for (const key of ordered) {
    const inner = own[key];
    const found = isObject(inner) ? arrayWithin(inner, options, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWrapped(value: unknown, options: ReadOptions): boolean {
  return !('refused' in fieldsOfJson(value, options));
}

/** What a feed says of all its items. */
function sharedFields(value: Readonly<Record<string, unknown>>): Partial<Fields> {
  const isFeed = typeof value.version === 'string' && value.version.includes('jsonfeed');
  if (!isFeed) return {};
  return defined({
    publisher: textOf(value.title, 'publisher'),
    language: textOf(value.language, 'language'),
  });
}

function defined<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}
