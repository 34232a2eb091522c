/** That N-Quads say what the JSON-LD says, whatever the document holds, and that other programs read them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { DataFactory, Parser } from 'n3';
import { createExtractor } from '../../index.js';
import { toJsonLd } from '../../output/json-ld.js';
import { toNQuads } from '../../output/n-quads.js';
import { literal } from '../../output/quad-terms.js';
import { startQuads } from '../../output/quad-writer.js';
import type { JsonLdOptions } from '../../output/writing.js';
import type { Document } from '../../pipeline/document.js';
import { runs } from '../properties/texts.js';
import { anyDocument } from './any-document.js';
import { DOCUMENTS } from './documents.js';
import { canonical, canonicalQuads, faults, storeOf } from './graph.js';

const FULL: JsonLdOptions = { withText: true, generatedBy: 'urn:isnad:extractor:sha256:00' };
/** Canonical forms take their time, on a machine that may have other things to do. */
const PATIENCE = 120_000;
const FOLDER = 'fixtures/articles';

async function expectSame(document: Document, options: JsonLdOptions = {}): Promise<void> {
  expect(await canonicalQuads(toNQuads(document, options))).toBe(
    await canonical(toJsonLd(document, options)),
  );
}

test.each(Object.entries(DOCUMENTS))('%s', async (_, document) => {
  await expectSame(document);
  await expectSame(document, FULL);
});

test(
  'each fixture, read back by N3 without a statement twice, and the shapes conform',
  async () => {
    const extractor = createExtractor();
    const names = readdirSync(FOLDER);
    for (const name of names) {
      const text = readFileSync(path.join(FOLDER, name), 'utf8');
      const document = extractor.extract({ identifier: name, text });
      await expectSame(document, FULL);
      const quads = toNQuads(document, FULL);
      expect(storeOf(quads).size).toBe(quads.trimEnd().split('\n').length);
      // The shapes are slow, and tested on the same statements elsewhere.
      if (names.indexOf(name) < 2) expect(await faults(quads)).toEqual([]);
    }
  },
  PATIENCE,
);

/** The same in a text of the basic plane: no pipeline gives a span that begins within a character. */
function inWholeCharacters(document: Document): Document {
  const text = document.article.text.replace(/[\ud800-\udfff]/gu, '').replace(/[^\u0000-\uffff]/gu, 'هه');
  return { ...document, article: { ...document.article, text: text.padEnd(document.article.text.length) } };
}

test(
  'any document',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument.map(inWholeCharacters), async (document) => {
        await expectSame(document, FULL);
        expect(storeOf(toNQuads(document)).size).toBeGreaterThan(0);
      }),
      runs(40),
    );
  },
  PATIENCE,
);

test('every UTF-16 unit is escaped so that N3 reads it again', () => {
  for (let from = 0; from < 0xd800; from += 0x400) {
    const text = String.fromCharCode(...Array.from({ length: 0x400 }, (_, index) => from + index));
    const [quad] = new Parser({ format: 'N-Quads' }).parse(`<urn:a> <urn:b> ${literal(text)} .\n`);
    expect(quad.object.value).toBe(text);
    expect(literal(text)).not.toMatch(/[\n\r\u0085\u2028\u2029]/u);
  }
});

test('what is no IRI is left out, and nothing breaks out of a literal', () => {
  const { article } = DOCUMENTS.plain;
  const hostile: Document = {
    article: { ...article, headline: 'a" . <urn:x> <urn:y> <urn:z> .\n<urn:x> <urn:y> "' },
    entities: [],
    quotations: [],
    problems: [],
  };
  const quads = toNQuads(hostile, { generatedBy: 'x> <urn:y> <urn:z' });
  expect(quads).not.toContain('wasGeneratedBy');
  expect(storeOf(quads).countQuads(DataFactory.namedNode('urn:x'), null, null, null)).toBe(0);
  expect(quads.split('\n').every((line) => line === '' || line.startsWith('<urn:isnad:article:'))).toBe(true);
});

test('the quads of two articles stand in one file without a blank node in common', async () => {
  const pieces: string[] = [];
  const writer = startQuads(() => ({ write: (piece) => pieces.push(String(piece)) }), {});
  writer.add(DOCUMENTS.plain);
  writer.add(DOCUMENTS['emoji before everything']);
  await writer.end();
  const [first, second] = pieces.map((quads) => new Set(quads.match(/_:\S+/gu)));
  expect([...first].filter((label) => second.has(label))).toEqual([]);
  expect(storeOf(pieces.join('')).size).toBe(storeOf(pieces[0]).size + storeOf(pieces[1]).size);
});
