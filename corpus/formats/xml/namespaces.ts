/**
 * Names of XML elements by what they mean: takes names as written with the namespaces in force, gives them in lower case with the usual
 * prefix, whatever prefix the document chose. A prefix that no namespace is given for counts as the usual one.
 */

type Scope = ReadonlyMap<string, string>;

export class Namespaces {
  /** One scope for each open element. */
  private readonly scopes: Scope[] = [];

  /** Enters an element and gives its name. */
  enter(written: string, attributes: readonly (readonly [string, string])[]): string {
    const outer = this.scopes.at(-1) ?? NONE;
    const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
    const scope =
      declared.length === 0
        ? outer
        : new Map([
            ...outer,
            ...declared.map(([name, uri]): [string, string] => [name.slice(6), uri.trim()]),
          ]);
    this.scopes.push(scope);
    return usualName(written, scope);
  }

  leave(): void {
    this.scopes.pop();
  }
}

const NONE: Scope = new Map();

function usualName(written: string, scope: Scope): string {
  const colon = written.indexOf(':');
  const uri = scope.get(colon < 0 ? '' : written.slice(0, colon));
  const prefix = uri === undefined ? undefined : prefixOf(uri);
  if (prefix === undefined) return written.toLowerCase();
  const local = written.slice(colon + 1).toLowerCase();
  return prefix === '' ? local : `${prefix}:${local}`;
}

function prefixOf(uri: string): string | undefined {
  return PREFIXES.get(uri) ?? FAMILIES.find(([start]) => uri.startsWith(start))?.[1];
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** Namespaces with a version in them. */
const FAMILIES: readonly (readonly [string, string])[] = [
  ['http://iptc.org/std/', ''],
  ['http://www.mediawiki.org/xml/', ''],
  ['http://www.tei-c.org/ns/', ''],
  ['http://backend.userland.com/', ''],
  ['http://prismstandard.org/namespaces/', 'prism'],
];
