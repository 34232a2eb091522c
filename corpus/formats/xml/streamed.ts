/**
 * Reads XML of any size with saxes, piece by piece: tells the collector what is in it and gives the records as they become whole.
 * Holds one record. Entities that the document declares are not expanded, and nothing outside of it is ever fetched.
 */
import { SaxesParser } from 'saxes';
import { decodeReferences } from '../html-text.js';
import type { Collected, RecordCollector } from './collector.js';
import { withSoundReferences } from './references.js';

/** So much between two tags is no document. */
export class XmlTooLong extends Error {}
/** More faults than any document has that is XML at all. */
export class XmlUnsound extends Error {}

const MOST_FAULTS = 1000;

/** @throws XmlTooLong, XmlUnsound or XmlTooDeep, behind all records before that place */
export async function* readStreamed(
  texts: AsyncIterable<string>,
  collector: RecordCollector,
  largest: number,
): AsyncGenerator<readonly Collected[]> {
  let sinceEvent = 0;
  let faults = 0;
  const parser = new SaxesParser({ fragment: false });
  parser.ENTITIES = HTML_ENTITIES;
  parser.on('error', () => {
    faults++;
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    collector.enter(name, Object.entries(attributes));
  });
  parser.on('closetag', () => {
    sinceEvent = 0;
    collector.leave();
  });
  parser.on('text', (text) => collector.characters(text));
  parser.on('cdata', (text) => collector.characters(text));
  for await (const text of withSoundReferences(texts)) {
    for (let at = 0; at < text.length; at += STEP) {
      const piece = text.slice(at, at + STEP);
      sinceEvent += piece.length;
      parser.write(piece);
      if (sinceEvent > largest) throw new XmlTooLong();
      if (faults > MOST_FAULTS) throw new XmlUnsound();
    }
    const records = collector.take();
    if (records.length > 0) yield records;
  }
  if (collector.isOpen) return;
  parser.close();
  yield collector.take();
}

const STEP = 1 << 16;

/** The references of HTML, which feeds use without declaring them; each is looked up when it is met. */
const HTML_ENTITIES = new Proxy<Record<string, string>>(Object.create(null), {
  get: (_, name) => {
    const reference = `&${String(name)};`;
    const characters = decodeReferences(reference);
    return characters === reference ? undefined : characters;
  },
});
