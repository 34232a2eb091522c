/**
 * A YAML file as nodes with their places. Takes a path; gives the root and a collector of defects with line and column.
 * Knows nothing of rules: `patterns.ts` and `manifest.ts` say what a file may hold.
 */
import type { Node } from 'yaml';
import type { Defect } from './error.js';
import { nearest } from './nearest.js';
import { characterFault, readSource, type SourceText } from './text.js';
import { yaml } from './yaml-library.js';

/** A file being checked: its defects gather here, each at its node. */
export interface YamlSource {
  readonly file: string;
  readonly id?: string;
  readonly root?: Node;
  readonly defects: Defect[];
  /** Line and column from 1. */
  placeOf(node: Node | undefined): { readonly line: number; readonly column: number };
  /** Notes a defect where a node begins. */
  report(node: Node | undefined, reason: string, advice: string): void;
}

/** The fields of a map by name, and the nodes of their names. */
export interface Fields {
  readonly values: ReadonlyMap<string, Node>;
  readonly keys: ReadonlyMap<string, Node>;
}

/** Parses a file; `root` is absent where it cannot be parsed. */
export function readYaml(file: string, id?: string): YamlSource {
  return parseYaml(file, readSource(file), id);
}

/** Parses lines as if they stood in `file`. */
export function parseYaml(
  file: string,
  { lines, defects: undecodable }: SourceText,
  id?: string,
): YamlSource {
  const defects: Defect[] = undecodable.map((defect) => ({ ...defect, id }));
  lines.forEach((line, index) => {
    const fault = characterFault(line ?? '');
    if (fault !== undefined)
      defects.push({
        file,
        id,
        line: index + 1,
        column: fault.at + 1,
        reason: fault.what,
        advice: fault.advice,
      });
  });
  const counter = new (yaml().LineCounter)();
  const document = yaml().parseDocument(lines.join('\n'), { lineCounter: counter });
  for (const { message, linePos } of [...document.errors, ...document.warnings])
    defects.push({ file, id, line: linePos?.[0].line, column: linePos?.[0].col, ...syntaxFault(message) });
  const placeOf: YamlSource['placeOf'] = (node) => {
    const { line, col } = counter.linePos(node?.range?.[0] ?? 0);
    return { line, column: col };
  };
  const report: YamlSource['report'] = (node, reason, advice) => {
    defects.push({ file, id, ...placeOf(node), reason, advice });
  };
  const root = document.errors.length === 0 ? (document.contents ?? undefined) : undefined;
  if (root === undefined && defects.length === 0)
    report(undefined, 'the file is empty', 'write it or delete it');
  return { file, id, root, defects, placeOf, report };
}

/** The fields of a map. Reports a node that is none and names that are not known. */
export function fieldsOf(
  source: YamlSource,
  node: Node | undefined,
  what: string,
  known?: readonly string[],
): Fields {
  const values = new Map<string, Node>();
  const keys = new Map<string, Node>();
  if (node === undefined) return { values, keys };
  if (!yaml().isMap(node)) {
    source.report(node, `${what} is not a map`, `write it as "name: value" pairs`);
    return { values, keys };
  }
  for (const { key, value } of node.items) {
    const name = yaml().isScalar(key) ? String(key.value) : '';
    if (known?.includes(name) === false) reportUnknown(source, key as Node, name, what, known);
    else {
      keys.set(name, key as Node);
      values.set(name, (value as Node | null) ?? (key as Node));
    }
  }
  return { values, keys };
}

/** Reports a name that nobody reads, with the one that was most likely meant. */
export function reportUnknown(
  source: YamlSource,
  node: Node,
  name: string,
  what: string,
  known: readonly string[],
): void {
  const close = nearest(name, known);
  const advice = close === undefined ? `known here: ${known.join(', ')}` : `did you mean "${close}"?`;
  source.report(node, `${what} has an unknown key "${name}"`, advice);
}

/** A text that is not empty. Reports a missing one at the map that should hold it. */
export function textOf(
  source: YamlSource,
  map: Node | undefined,
  fields: Fields,
  name: string,
  what: string,
): string | undefined {
  const node = fields.values.get(name);
  if (node === undefined) {
    if (yaml().isMap(map)) source.report(map, `${what} has no "${name}"`, 'write it');
    return undefined;
  }
  if (
    node !== fields.keys.get(name) &&
    yaml().isScalar(node) &&
    typeof node.value === 'string' &&
    node.value.trim() !== ''
  )
    return node.value;
  source.report(
    node,
    `"${name}" of ${what} is not a text`,
    'write words, in quotation marks where they hold : or #',
  );
  return undefined;
}

/** The items of a list. Reports a node that is none. */
export function itemsOf(source: YamlSource, node: Node | undefined, what: string): readonly Node[] {
  if (node === undefined) return [];
  if (yaml().isSeq(node)) return node.items as Node[];
  source.report(node, `${what} is not a list`, 'write each item on a line of its own, after a hyphen');
  return [];
}

function syntaxFault(message: string): { reason: string; advice: string } {
  const first = message.split('\n')[0].replace(/ at line \d+, column \d+:?$/u, '');
  return { reason: `not readable as YAML: ${first}`, advice: 'mend the YAML syntax' };
}
