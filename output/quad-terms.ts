/** The terms of the context as they stand in N-Quads, and the escapes of that format. */
import { CONTEXT } from './context.js';

/** What the context says of a key. */
export interface Term {
  /** The IRI in angle brackets, of a property or of a class. */
  readonly predicate: string;
  /** Its values are IRIs. */
  readonly isLink: boolean;
  /** Its values are in order. */
  readonly isList: boolean;
  /** What stands behind a literal: `^^<…>`, or nothing. */
  readonly datatype: string;
}

type Definition =
  | string
  | { readonly '@id': string; readonly '@type'?: string; readonly '@container'?: string };

/** Each key and type of the output. */
export const TERMS: Readonly<Record<string, Term>> = Object.fromEntries(
  Object.entries(CONTEXT as Readonly<Record<string, unknown>>)
    .filter(([name]) => name !== '@version')
    .map(([name, definition]) => [name, termOf(definition as Definition)]),
);

const SYNTAX = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export const RDF = {
  type: `<${SYNTAX}type>`,
  first: `<${SYNTAX}first>`,
  rest: `<${SYNTAX}rest>`,
  nil: `<${SYNTAX}nil>`,
} as const;

function termOf(definition: Definition): Term {
  const {
    '@id': id,
    '@type': type,
    '@container': container,
  } = typeof definition === 'string' ? { '@id': definition } : definition;
  return {
    predicate: `<${whole(id)}>`,
    isLink: type === '@id',
    isList: container === '@list',
    datatype: type === undefined || type === '@id' ? '' : `^^<${whole(type)}>`,
  };
}

/** `schema:name` with its prefix written out. */
function whole(name: string): string {
  const [prefix, local] = name.split(':', 2);
  const start = (CONTEXT as Readonly<Record<string, unknown>>)[prefix];
  return typeof start === 'string' && local !== undefined && !local.startsWith('//') ? start + local : name;
}

/** An id of ours between angle brackets. */
export function iri(id: string): string {
  return `<${id}>`;
}

/** Whether a string is an absolute IRI, as far as the format asks. */
export function isIri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/iu.test(value);
}

/** A string between quotation marks. */
export function literal(value: string): string {
  return ESCAPED.test(value) ? `"${value.replace(EACH_ESCAPED, escapeOf)}"` : `"${value}"`;
}

/** What must be escaped, other control characters, and what ends a line for some readers. */
const ESCAPED = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const EACH_ESCAPED = new RegExp(ESCAPED, 'gu');

const NAMED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function escapeOf(unit: string): string {
  return NAMED[unit] ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
