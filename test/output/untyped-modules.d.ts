/** The parts that the tests use of libraries that ship without types. */

declare module 'jsonld' {
  interface Options {
    readonly safe?: boolean;
    readonly format?: string;
    readonly inputFormat?: string;
    readonly algorithm?: string;
    readonly base?: string;
    readonly documentLoader?: (
      url: string,
    ) => Promise<{ readonly documentUrl: string; readonly document: unknown }>;
  }
  const jsonld: {
    expand(input: object, options: Options): Promise<object[]>;
    canonize(input: object | string, options: Options): Promise<string>;
    fromRDF(input: string, options: Options): Promise<object[]>;
    toRDF(input: object, options: Options): Promise<string>;
  };
  export default jsonld;
}

declare module 'n3' {
  interface Term {
    readonly termType: string;
    readonly value: string;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  export class Parser {
    constructor(options?: { readonly format?: string });
    parse(text: string): Quad[];
  }
  export class Writer {
    constructor(options?: { readonly format?: string });
    quadsToString(quads: readonly Quad[]): string;
  }
  export class Store {
    constructor(quads?: readonly Quad[]);
    readonly size: number;
    countQuads(subject: unknown, predicate: unknown, object: unknown, graph: unknown): number;
  }
  export const DataFactory: { namedNode(iri: string): Term };
}

declare module 'rdf-validate-shacl' {
  import type { Store } from 'n3';

  interface Result {
    readonly path?: unknown;
    readonly focusNode?: { readonly value: string };
    readonly sourceConstraintComponent?: { readonly value: string };
  }
  export default class SHACLValidator {
    constructor(shapes: Store);
    validate(data: Store): Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }>;
  }
}
