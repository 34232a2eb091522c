/** Where in a rule's file its match, examples and near misses stand. Takes the file, gives lines from 1. */
import { fieldsOf, itemsOf, readYaml } from '../../packs/yaml.js';

export interface RuleLines {
  readonly match: number;
  readonly examples: readonly number[];
  readonly nearMisses: readonly number[];
}

/** Reads the lines of a rule that has no defect. */
export function linesOfRule(file: string): RuleLines {
  const source = readYaml(file);
  const { values, keys } = fieldsOf(source, source.root, 'the rule');
  const lines = (name: string) =>
    itemsOf(source, values.get(name), name).map((node) => source.placeOf(node).line);
  return {
    match: source.placeOf(keys.get('match')).line,
    examples: lines('examples'),
    nearMisses: lines('nearMisses'),
  };
}
