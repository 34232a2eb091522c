/**
 * Long lists of names, to measure what the length of a list costs: the pack's own names, and then given names with
 * family names of the pack, drawn with a fixed seed.
 */
import { loadBuiltin } from '../packs/builtin.js';
import { NOTHING } from '../packs/merge.js';
import type { Knowledge, NameRow } from '../pipeline/knowledge.js';
import { randomFrom } from './random.js';

const SEED = 20_261_122;

/** As many different names as asked for. */
export function nameRows({ names, givenNames, familyNames }: Knowledge, count: number): NameRow[] {
  const random = randomFrom(SEED);
  const draw = <Row>(rows: readonly Row[]): Row => rows[Math.floor(random() * rows.length)];
  const taken = new Set(names.map(({ name }) => name));
  const rows = names.slice(0, count);
  while (rows.length < count) {
    const name = `${draw(givenNames).name} ${draw(familyNames).name}`;
    if (taken.has(name)) continue;
    taken.add(name);
    rows.push({ type: 'Person', name, aliases: [], spelling: 'arabic', certainty: 'sure' });
  }
  return rows;
}

/** A pack with names and nothing else. Spellings of foreign names are not varied, since no package for matching does that. */
export function onlyNames(count: number): Knowledge {
  const builtin = loadBuiltin();
  const names = nameRows(builtin, count).map((row) => ({ ...row, spelling: 'arabic' as const }));
  return { ...NOTHING, digest: builtin.digest, names };
}

/** The built-in pack with its names made many. */
export function packWithNames(count: number): Knowledge {
  const builtin = loadBuiltin();
  return { ...builtin, names: nameRows(builtin, count) };
}

/** Every written form of the names, aliases included. */
export function formsOf({ names }: Knowledge): string[] {
  return [...new Set(names.flatMap(({ name, aliases }) => [name, ...aliases]))];
}
