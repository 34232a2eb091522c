/**
 * Writes a document as N-Quads with the meaning of its JSON-LD: the same descriptions, read through the same context, give
 * the statements directly. All stand in the default graph; every id begins with that of its article. Lists need blank
 * nodes, whose labels hold the article's id, so that files may be joined. Never expands or fetches anything.
 */
import type { Document } from '../pipeline/document.js';
import { describeArticle } from './json-ld.js';
import type { Key } from './keys.js';
import { iri, isIri, literal, RDF, TERMS } from './quad-terms.js';
import type { Describe, Fixed, Row } from './row.js';
import { type JsonLdOptions, type Writing, writingOf } from './writing.js';

/**
 * Gives the statements of one document, each on a line with a line break at its end.
 * @throws Error like `toJsonLd`
 */
export function toNQuads(document: Document, options: JsonLdOptions = {}): string {
  const writing = writingOf(document, options);
  const quads = new Quads(writing);
  describeArticle(quads as Row<unknown> as Parameters<typeof describeArticle>[0], writing, document);
  return quads.made;
}

/** What is described, as statements; a row's type is known before its id, so it waits for it. */
class Quads implements Row<Record<string, unknown>> {
  made = '';
  private subject = '';
  private types: readonly string[] = [];
  /** The row's node was described before: a span that is mention and cue at once. */
  private known = false;
  private readonly nodes = new Set<string>();
  private readonly lists = new Set<string>();
  private readonly writing: Writing;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  fixed({ name, value }: Fixed<string, unknown>): void {
    if (name === 'type') this.types = ([] as string[]).concat(value as string | string[]);
    else if (name !== '@context') this.word(name, value as string);
  }

  word(key: Key | string, value: string | undefined): void {
    if (value === undefined) return;
    const name = typeof key === 'string' ? key : key.name;
    if (name === 'type') this.types = [value];
    else if (name === 'id') this.begin(value);
    else this.state(name, value);
  }

  text({ name }: Key, value: string | undefined): void {
    if (value !== undefined && !this.known) this.state(name, value);
  }

  texts({ name }: Key, values: readonly string[]): void {
    if (values.length === 0) return;
    if (TERMS[name].isList) this.list(name, values);
    else for (const value of values) this.state(name, value);
  }

  count({ name }: Key, value: number): void {
    if (!this.known) this.state(name, String(value));
  }

  row<Shape, Item>(key: Key, item: Item | undefined, describe: Describe<Shape, Item>): void {
    if (item !== undefined) this.rows(key, [item], describe);
  }

  rows<Shape, Item>({ name }: Key, items: readonly Item[], describe: Describe<Shape, Item>): void {
    const { subject, known } = this;
    for (let index = 0; index < items.length; index++) {
      describe(this as Row<unknown> as Row<Shape>, this.writing, items[index], index);
      // Only now is the id of what was described known.
      this.made += `${subject} ${TERMS[name].predicate} ${this.subject} .\n`;
    }
    this.subject = subject;
    this.known = known;
  }

  private begin(id: string): void {
    this.subject = iri(id);
    this.known = this.nodes.has(id);
    if (!this.known) {
      this.nodes.add(id);
      for (const type of this.types) this.made += `${this.subject} ${RDF.type} ${TERMS[type].predicate} .\n`;
    }
    this.types = [];
  }

  private state(name: string, value: string): void {
    const { predicate, isLink, datatype } = TERMS[name];
    // A processor of JSON-LD leaves out a link that is no IRI.
    if (isLink && !isIri(value)) return;
    this.made += `${this.subject} ${predicate} ${isLink ? iri(value) : literal(value) + datatype} .\n`;
  }

  private list(name: string, values: readonly string[]): void {
    const label = this.labelOf(name);
    const { predicate, datatype } = TERMS[name];
    let lines = `${this.subject} ${predicate} ${label}-1 .\n`;
    for (let index = 0; index < values.length; index++) {
      const node = `${label}-${index + 1}`;
      const rest = index + 1 < values.length ? `${label}-${index + 2}` : RDF.nil;
      lines += `${node} ${RDF.first} ${literal(values[index])}${datatype} .\n${node} ${RDF.rest} ${rest} .\n`;
    }
    this.made += lines;
  }

  /** `_:5f1c…-quotation-120-evidence`: the last part of the article's id, and what is in it. */
  private labelOf(name: string): string {
    let label = `_:${this.subject.slice(this.subject.lastIndexOf(':') + 1, -1).replace(/[^0-9a-z]+/gu, '-')}-${name}`;
    while (this.lists.has(label)) label += '-again';
    this.lists.add(label);
    return label;
  }
}
