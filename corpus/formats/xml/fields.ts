/**
 * What a record of XML says, whatever its vocabulary: takes its element, gives the fields of an article. Elements that options name, by
 * paths within the record (`body.p`, `@id`), go before what the vocabulary says; a record of no known vocabulary is read by usual names.
 */
import type { ReadOptions } from '../../record.js';
import type { Reading } from '../format.js';
import { fieldsOfJson } from '../json-fields.js';
import { tooLarge, withoutText } from '../refusals.js';
import type { Collected } from './collector.js';
import { childrenOf, localName, runningTextOf, type XmlElement } from './element.js';
import { type Read, readEntry, readItem } from './feeds.js';
import { readNewsItem, readNitf } from './newswire.js';
import { readDivision, readTei } from './tei.js';

export function fieldsOfElement(collected: Collected, options: ReadOptions, largest: number): Reading {
  const { element, context, language, bytes, isTooLarge } = collected;
  if (isTooLarge) return tooLarge('the record', bytes, largest);
  const read = READERS[element.name]?.(element, context);
  if (read === undefined) {
    const reading = fieldsOfJson(flat(element), { ...options, fields: inLowerCase(options.fields) });
    return 'refused' in reading ? reading : { ...reading, language: reading.language ?? language };
  }
  const asked = options.fields === undefined ? {} : askedOf(element, options.fields);
  const fields = { ...read, language: read.language ?? language, ...asked };
  return fields.body.trim() === '' ? withoutText(childrenOf(element).map(({ name }) => name)) : fields;
}

type Reader = (element: XmlElement, context: Collected['context']) => Read;

const READERS: Readonly<Record<string, Reader | undefined>> = Object.assign(Object.create(null), {
  item: readItem,
  'atom:entry': readEntry,
  nitf: readNitf,
  newsitem: readNewsItem,
  tei: readTei,
  'tei.2': readTei,
  div: readDivision,
} satisfies Record<string, Reader>);

function askedOf(element: XmlElement, fields: NonNullable<ReadOptions['fields']>): Partial<Read> {
  const all = flat(element);
  const asked = Object.entries(inLowerCase(fields)).map(([field, path]) => {
    const value = Object.hasOwn(all, path) ? all[path] : undefined;
    return field === 'text' ? ['body', value ?? ''] : [field, value];
  });
  return Object.fromEntries(asked);
}

/** Names of elements are compared in lower case. */
function inLowerCase(fields: ReadOptions['fields'] = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, path]) =>
      path === undefined ? [] : [[field, path.toLowerCase()]],
    ),
  );
}

const DEEPEST_PATH = 4;

/** Its attributes as `@name`, its elements by their paths; of several with one path the text of all. */
function flat(element: XmlElement): Readonly<Record<string, string>> {
  const found = new Map<string, XmlElement[]>();
  const values = new Map<string, string>();
  const add = (parent: XmlElement, path: string, depth: number): void => {
    for (const [name, value] of parent.attributes) values.set(`${path}@${name}`, value);
    for (const child of depth >= DEEPEST_PATH ? [] : childrenOf(parent)) {
      for (const name of new Set([child.name, localName(child.name)])) {
        const own = `${path}${name}`;
        const before = found.get(own);
        if (before === undefined) found.set(own, [child]);
        else before.push(child);
      }
      add(child, `${path}${localName(child.name)}.`, depth + 1);
    }
  };
  add(element, '', 0);
  for (const [path, elements] of found) values.set(path, runningTextOf(...elements));
  return Object.fromEntries(values);
}
