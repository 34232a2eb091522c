/**
 * The output read as a graph, offline: what the tests of the JSON-LD share.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

/** A file of the published contract, as text. */
export function contractFile(name: string): string {
  return readFileSync(path.join(process.cwd(), 'output', 'contract', name), 'utf8');
}

const BESIDE = 'file:///output/';
const OPTIONS = {
  safe: true,
  base: `${BESIDE}articles.ndjsonld`,
  algorithm: 'RDFC-1.0',
  format: 'application/n-quads',
  documentLoader: async (url: string) => {
    if (url !== `${BESIDE}context.jsonld`) throw new Error(`${url} would be fetched`);
    return { documentUrl: url, document: JSON.parse(contractFile('context.jsonld')) };
  },
} as const;

/** The canonical N-Quads of an output object; a key or value that JSON-LD would drop is an error. */
export async function canonical(article: object): Promise<string> {
  const { format: _, ...options } = OPTIONS;
  return jsonld.canonize(await jsonld.expand(article, options), OPTIONS);
}

/** Canonical N-Quads of N-Quads. */
export function canonicalQuads(quads: string): Promise<string> {
  return jsonld.canonize(quads, { ...OPTIONS, inputFormat: 'application/n-quads' });
}

/** N-Quads read by jsonld.js and written again. */
export async function throughJsonLd(quads: string): Promise<string> {
  const { algorithm: _, ...options } = OPTIONS;
  return jsonld.toRDF(await jsonld.fromRDF(quads, { format: 'application/n-quads' }), options);
}

/** Reads N-Quads by N3. */
export function storeOf(quads: string): Store {
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads));
}

/** What the published shapes have against N-Quads: for each fault its node and constraint. */
export async function faults(quads: string): Promise<readonly string[]> {
  const shapes = new Store(new Parser({ format: 'Turtle' }).parse(contractFile('shapes.ttl')));
  const report = await new SHACLValidator(shapes).validate(storeOf(quads));
  const named = report.results.map((result) => {
    const constraint = result.sourceConstraintComponent?.value.replace(/.*#/u, '') ?? '';
    return `${result.focusNode?.value.replace(/.*#/u, '#')} ${constraint}`;
  });
  return report.conforms === (named.length === 0) ? named : ['the report contradicts itself'];
}
