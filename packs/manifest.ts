/** Reads a pack's `pack.yaml`: what the pack says of itself, and which rules and rows of earlier packs it removes. */
import type { Defect } from './error.js';
import { fieldsOf, itemsOf, readYaml, textOf } from './yaml.js';
import { yaml } from './yaml-library.js';

/** A rule id, a row's first cell or an alias, or one of these with its list as in `places:الواحة`. */
export interface Removal {
  readonly what: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Manifest {
  readonly remove: readonly Removal[];
  readonly defects: readonly Defect[];
}

/** Reads the file. */
export function readManifest(file: string): Manifest {
  const source = readYaml(file);
  const fields = fieldsOf(source, source.root, 'the pack', ['says', 'remove']);
  const { values } = fields;
  if (values.has('says')) textOf(source, source.root, fields, 'says', 'the pack');
  const remove: Removal[] = [];
  for (const node of itemsOf(source, values.get('remove'), '"remove"')) {
    if (yaml().isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') {
      const { line, column } = source.placeOf(node);
      remove.push({ what: node.value, file, line, column });
    } else source.report(node, 'an item of "remove" is not a text', 'write a rule id or a name');
  }
  return { remove, defects: source.defects };
}
