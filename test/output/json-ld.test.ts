/**
 * The output object itself: that every slice is its text, what the ids are, the order of keys, equal bytes.
 */

import { serialize, toJsonLd } from '../../output/json-ld.js';
import type { JsonLdArticle } from '../../output/json-ld-types.js';
import { DOCUMENTS } from './documents.js';

const CASES = Object.entries(DOCUMENTS);

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly id: string;
}

/** Every object in the output that has a place, at any depth. */
function placed(value: unknown): readonly Placed[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(placed);
  return 'start' in value ? [value as Placed, ...below] : below;
}

describe.each(CASES)('%s', (_, document) => {
  const output = toJsonLd(document, { withText: true, context: 'file' });
  const points = Array.from(output.articleBody ?? '');

  test('every slice by code points is its text', () => {
    const rows = placed(output);
    expect(rows.length).toBeGreaterThan(0);
    for (const { start, end, text, id } of rows) {
      if (text !== undefined) expect([id, points.slice(start, end).join('')]).toEqual([id, text]);
      if (id.includes('#char=')) expect(id).toBe(`${output.id}#char=${start},${end}`);
    }
    expect(output.textLength).toBe(points.length);
  });

  test('nothing is null or empty, and ids are unique', () => {
    const line = serialize(document);
    expect(line).not.toMatch(/null|\[\]|\n|[\u0085\u2028\u2029]/u);
    const ids = [...(output.mentions ?? []), ...(output.quotations ?? []), ...(output.problems ?? [])].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the same input gives the same bytes', () => {
    const again = structuredClone(document);
    expect(serialize(again, { generatedBy: 'urn:x:1' })).toBe(
      serialize(document, { generatedBy: 'urn:x:1' }),
    );
    expect(JSON.parse(serialize(document))).toEqual(toJsonLd(document));
  });
});

const PLAIN = toJsonLd(DOCUMENTS.plain, {
  context: 'file',
  withText: true,
  generatedBy: 'urn:isnad:extractor:sha256:00',
});

test('keys stand in the order of the contract', () => {
  const quotation = PLAIN.quotations![1];
  expect(Object.keys(PLAIN).join(' ')).toBe(
    '@context type id identifier contract headline inLanguage datePublished url textDigest textLength articleBody mentions quotations problems generatedBy',
  );
  expect(Object.keys(PLAIN.mentions![0]).join(' ')).toBe(
    'type id name alternateName canonicalName sameAs jobTitle occurrences',
  );
  expect(Object.keys(PLAIN.mentions![0].occurrences[0]).join(' ')).toBe(
    'type id start end text evidence confidence',
  );
  expect(Object.keys(quotation).join(' ')).toBe(
    'type id kind text start end speaker spokenByCharacter speakerText speakerSpan resolution cue addressee addresseeEntity verbatim polarity stance evidence confidence',
  );
  expect(Object.keys(PLAIN.problems![0]).join(' ')).toBe('id code start end message');
});

test('ids say type and first offset; rows at one offset are told apart by their end', () => {
  const { id, mentions, quotations, problems } = PLAIN;
  const start = PLAIN.quotations![1].start;
  expect(mentions![0].id).toBe(`${id}#person-${mentions![0].occurrences[0].start}`);
  expect(quotations![1].id).toBe(`${id}#quotation-${start}`);
  expect(quotations![2].id).toBe(`${id}#quotation-${start}-${quotations![2].end}`);
  expect(problems![1].id).toBe(`${problems![0].id}-control-character`);
});

test('links are ids of rows and entities, and words where there is no entity', () => {
  const [person, channel, , agency, capital] = PLAIN.mentions!.map((entity) => entity.id);
  const rows = PLAIN.quotations!;
  expect([rows[3].partOf, rows[5].continues]).toEqual([rows[1].id, rows[4].id]);
  expect([rows[1].speaker, rows[1].addressee, rows[1].addresseeEntity]).toEqual([[person], channel, channel]);
  expect([rows[6].relay, rows[6].onBehalfOf, rows[6].onBehalfOfEntity]).toEqual([agency, 'الجسر', undefined]);
  expect([rows[6].speaker, rows[6].speakerText, rows[6].abstention]).toEqual([
    undefined,
    'مصدر أمني',
    'no-entity',
  ]);
  expect([rows[7].speaker, rows[7].spokenByCharacter]).toEqual([[capital, agency], [agency]]);
});

test('verbatim stands on indirect rows only, decimals are strings, other names are other', () => {
  const rows = PLAIN.quotations!;
  expect([rows[1].verbatim?.[0].text, rows[3].verbatim]).toEqual(['آمن تماما ولا خوف عليه', undefined]);
  expect([rows[0], rows[2], rows[5]].map((row) => row.confidence)).toEqual(['0.9', '1.0', '0.877']);
  expect(PLAIN.mentions![0].alternateName).toEqual(['سويلم']);
  expect(rows[0].evidence).toEqual(['quote/clause', 'speaker/title']);
});

test('the id of an article depends on source, record and identifier', () => {
  const { article } = DOCUMENTS.plain;
  const idOf = (change: object): JsonLdArticle['id'] =>
    toJsonLd({ ...DOCUMENTS.plain, article: { ...article, ...change } }).id;
  const ids = [{}, { source: 'b/1.txt' }, { record: 4 }, { identifier: 'other' }, { source: undefined }].map(
    idOf,
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(idOf({ headline: 'another' })).toBe(ids[0]);
});

test('a speaker who is not in the document is refused', () => {
  const { plain } = DOCUMENTS;
  expect(() => toJsonLd({ ...plain, entities: plain.entities.slice(1) })).toThrow(/add it/u);
});
