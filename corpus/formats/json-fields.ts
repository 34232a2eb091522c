/**
 * One JSON value as an article's fields: those that options name by dotted paths (`a.b.0.c`), the others by their usual names. Looks
 * only at what the value itself has, never at what objects inherit, so that a key may be called `__proto__`.
 */
import type { ReadOptions, RecordField } from '../record.js';
import { FIELD_NAMES, plainName } from './field-names.js';
import type { Reading } from './format.js';
import { ninjsRecord } from './ninjs.js';
import { malformed, withoutText } from './refusals.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export function fieldsOfJson(value: unknown, { fields = {} }: ReadOptions): Reading {
  if (!isObject(value))
    return malformed('is JSON, but no object; put each article into an object of its own');
  const record = unwrapped(value, fields.text);
  const find = finder(record);
  const field = (name: RecordField): string | undefined => {
    const path = fields[name];
    return path === undefined ? find(name) : textOf(at(value, path), name);
  };
  const body = field('text');
  if (body === undefined) return withoutText(Object.keys(value));
  return {
    id: field('id') ?? (record === value ? undefined : finder(value)('id')),
    title: field('title'),
    body,
    date: field('date'),
    url: field('url'),
    publisher: field('publisher'),
    author: field('author'),
    language: field('language'),
  };
}

/** Whether an object has a text under one of the usual names. */
export function hasText(value: JsonObject): boolean {
  return finder(value)('text') !== undefined;
}

/** What stands at a dotted path; a key that itself has dots goes before. */
export function at(value: unknown, path: string): unknown {
  if (isObject(value) && Object.hasOwn(value, path)) return value[path];
  let found = value;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as JsonObject)[step];
  }
  return found;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where search engines and services put the record itself. */
const WRAPPERS = [
  '_source',
  'source',
  'fields',
  'attributes',
  'article',
  'data',
  'doc',
  'document',
  'node',
  'item',
];

function unwrapped(value: JsonObject, textPath: string | undefined): JsonObject {
  if (textPath !== undefined || hasText(value)) return value;
  for (const name of WRAPPERS) {
    const inner = Object.hasOwn(value, name) ? value[name] : undefined;
    if (isObject(inner) && hasText(inner)) return inner;
  }
  return value;
}

/** Finds fields by their usual names; what is empty is not there. */
function finder(object: JsonObject): (field: RecordField) => string | undefined {
  const record = ninjsRecord(object) ?? object;
  const keys = new Map<string, string>();
  for (const key of Object.keys(record)) {
    const name = plainName(key);
    if (!keys.has(name)) keys.set(name, key);
  }
  return (field) => {
    for (const name of FIELD_NAMES[field]) {
      const key = keys.get(name);
      const text = key === undefined ? undefined : textOf(record[key], field);
      if (text !== undefined) return text;
    }
    return undefined;
  };
}

/** What an object that stands for a value calls it. */
const INNER_TEXT = [
  'rendered',
  'text',
  'value',
  'plain',
  'html',
  'content',
  'body',
  '#text',
  '$t',
  '@value',
  '_',
];
const INNER = [
  ...['name', 'value', 'rendered', 'text', 'title', 'label', '#text', '$t', '@value', '_'],
  ...['$oid', '$date', '$numberLong', 'href', 'url', 'id', '@id'],
];
const DEEPEST = 4;

/** A value as text; several are joined as their field reads best. */
export function textOf(value: unknown, field: RecordField, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'bigint')
    return field === 'text' ? undefined : String(value);
  if (depth >= DEEPEST || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const texts = value.flatMap((one) => textOf(one, field, depth + 1) ?? []);
    return texts.length === 0 ? undefined : texts.join(field === 'text' ? '\n' : ', ');
  }
  for (const name of field === 'text' ? INNER_TEXT : INNER) {
    const text = Object.hasOwn(value, name)
      ? textOf((value as JsonObject)[name], field, depth + 1)
      : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}
