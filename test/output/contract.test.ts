/**
 * Context, JSON Schema and SHACL shapes, tested against each other on the same documents: the schema accepts
 * what is written, the graph survives two readers, the shapes conform, and each refuses what is broken.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { DataFactory, Parser, Writer } from 'n3';
import { contextFile } from '../../output/context.js';
import { toJsonLd } from '../../output/json-ld.js';
import { DOCUMENTS } from './documents.js';
import { canonical, canonicalQuads, contractFile, faults, storeOf, throughJsonLd } from './graph.js';

const CASES = Object.entries(DOCUMENTS);
const isValid = new Ajv2020({ strict: false, allErrors: true }).compile(
  JSON.parse(contractFile('schema.json')),
);
const { namedNode } = DataFactory;
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** JSON that a test may break. */
// biome-ignore lint/suspicious/noExplicitAny: the tests break objects in ways that no type allows.
type Loose = any;

function loose(name = 'plain'): Loose {
  return JSON.parse(JSON.stringify(toJsonLd(DOCUMENTS[name], { context: 'file' })));
}

test('the context file is the context of the code', () => {
  expect(contractFile('context.jsonld')).toBe(contextFile());
});

describe.each(CASES)('%s', (name, document) => {
  test('the schema accepts it', () => {
    for (const context of ['inline', 'file'] as const) {
      isValid(toJsonLd(document, { context, withText: true, generatedBy: 'urn:isnad:extractor:sha256:00' }));
      expect(isValid.errors).toBeNull();
    }
  });

  test('its graph survives N3 and jsonld.js, and both contexts give the same one', async () => {
    const quads = await canonical(toJsonLd(document, { withText: true }));
    expect(await canonical(toJsonLd(document, { withText: true, context: 'file' }))).toBe(quads);
    expect(await canonicalQuads(await throughJsonLd(quads))).toBe(quads);
    const store = storeOf(quads);
    expect(store.size).toBe(quads.trim().split('\n').length);
    expect(await canonicalQuads(throughN3(quads))).toBe(quads);
  });

  test('the shapes conform, over as many nodes as there are objects', async () => {
    const output = loose(name);
    const quads = await canonical(output);
    expect(await faults(quads)).toEqual([]);
    const count = (iri: string) => storeOf(quads).countQuads(null, namedNode(TYPE), namedNode(iri), null);
    const spans = new Set(JSON.stringify(output).match(/#char=\d+,\d+/gu));
    expect(count('http://schema.org/NewsArticle')).toBe(1);
    expect(count('http://schema.org/Quotation')).toBe(output.quotations?.length ?? 0);
    expect(count('http://www.w3.org/ns/oa#TextPositionSelector')).toBe(spans.size);
    expect(count('http://www.w3.org/ns/oa#TextQuoteSelector')).toBe(spans.size);
    const entities = ['Person', 'Organization', 'Place'].map((type) => count(`http://schema.org/${type}`));
    expect(entities.reduce((sum, one) => sum + one)).toBe(output.mentions?.length ?? 0);
  });
});

function throughN3(quads: string): string {
  return new Writer({ format: 'N-Quads' }).quadsToString(new Parser({ format: 'N-Quads' }).parse(quads));
}

test('every key of the output is a term of the graph', async () => {
  const output = loose();
  output.quotations[0].unknownKey = 'x';
  await expect(canonical(output)).rejects.toThrow(/safe mode/iu);
});

test('positions, decimals and characters are those of the vocabularies', async () => {
  const output = loose();
  const quads = await canonical(output);
  const [person] = output.mentions;
  const { id, start } = person.occurrences[0];
  expect(quads).toContain(
    `<${id}> <http://www.w3.org/ns/oa#start> "${start}"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> .`,
  );
  expect(quads).toContain('"0.98"^^<http://www.w3.org/2001/XMLSchema#decimal> .');
  expect(quads).toContain(
    `<${output.quotations[1].id}> <http://schema.org/spokenByCharacter> <${person.id}> .`,
  );
});

/** What is broken, where, the value put there (none: the key is removed), and which constraint must object. */
const BROKEN: readonly (readonly [string, string, unknown, RegExp])[] = [
  ['no article', 'type', 'Person', /MinCount/u],
  ['a wrong digest', 'textDigest', 'md5:0', /Pattern/u],
  ['an unknown type of entity', 'mentions.2.type', 'Quotation', /Xone|Node/u],
  ['an entity without a name', 'mentions.0.name', undefined, /MinCount/u],
  ['an entity without an occurrence', 'mentions.2.occurrences', undefined, /MinCount/u],
  ['an occurrence that ends before it starts', 'mentions.2.occurrences.0.end', 1, /LessThan/u],
  ['an occurrence without its words', 'mentions.2.occurrences.0.text', undefined, /MinCount/u],
  ['an occurrence without types', 'mentions.2.occurrences.0.type', undefined, /Class/u],
  ['an unknown kind', 'quotations.0.kind', 'spoken', /In/u],
  ['a quotation without a kind', 'quotations.0.kind', undefined, /MinCount/u],
  ['a confidence above one', 'quotations.0.confidence', '1.2', /MaxInclusive/u],
  ['an abstention with a speaker', 'quotations.1.abstention', 'no-entity', /Or/u],
  ['verbatim parts on a direct row', 'quotations.1.kind', 'direct', /Or/u],
  ['a problem without a code', 'problems.0.code', undefined, /MinCount/u],
];

describe.each(BROKEN)('%s', (_, where, value, constraint) => {
  const output = loose();
  put(output, where.split('.'), value);
  test('the schema refuses it', () => {
    // That an end lies after its start is beyond JSON Schema.
    expect(isValid(output)).toBe(constraint.source.includes('LessThan'));
  });
  test('the shapes refuse it', async () => {
    expect((await faults(await canonical(output))).join('\n')).toMatch(constraint);
  });
});

function put(object: Loose, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) put(object[key], rest, value);
  else if (value === undefined) delete object[key];
  else object[key] = value;
}

test('the shapes refuse a speaker who is nowhere, and a place as a character', async () => {
  const output = loose();
  output.quotations[1].speaker = [`${output.id}#person-999`];
  output.quotations[7].spokenByCharacter = output.quotations[7].speaker;
  const found = await faults(await canonical(output));
  expect(found).toContain(`${output.quotations[1].id.replace(/.*#/u, '#')} NodeConstraintComponent`);
  expect(found).toContain(`${output.quotations[7].id.replace(/.*#/u, '#')} OrConstraintComponent`);
});

test('an empty graph does not conform', async () => {
  expect(await faults('')).not.toEqual([]);
});
