/**
 * Options of `isnad names` that hold a small language of their own: `Q33506=Place:building`, `name=Label`. Takes what a
 * person wrote, gives values, or an error in the words of the option.
 */
import { InvalidArgumentError } from 'commander';
import type { EntityType } from '../index.js';
import { ENTITY_TYPES, FIELDS, type Field } from '../names/vocabulary.js';

/** What stands before and behind the first `=`. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** Gathers `KEY=VALUE` of an option that may be given several times. */
export function pairs(
  form: RegExp,
  says: string,
): (text: string, before?: readonly Pair[]) => readonly Pair[] {
  return (text, before = []) => {
    const found = form.exec(text);
    if (found === null) throw new InvalidArgumentError(says);
    return [...before, { key: found[1], value: found[2] }];
  };
}

export const CLASS_FORM = new RegExp(
  `^(Q[1-9]\\d*)=((?:${ENTITY_TYPES.join('|')})(?::[a-z]+(?:-[a-z]+)*)?)$`,
  'u',
);
export const COLUMN_FORM = new RegExp(`^(${FIELDS.join('|')})=(.+)$`, 'u');

/** A class with its meaning, of a pair in the form of `CLASS_FORM`. */
export function classOf({ key, value }: Pair): [string, { type: EntityType; kind: string }] {
  const [type, kind = 'other'] = value.split(':');
  return [key, { type: type as EntityType, kind }];
}

/** A field with its header. */
export function columnOf({ key, value }: Pair): [Field, string] {
  return [key as Field, value];
}

/** Values between commas, each one of those that are known. */
export function someOf<Value extends string>(known: readonly Value[]): (text: string) => readonly Value[] {
  return (text) => {
    const values = text.split(',').map((value) => value.trim());
    const wrong = values.find((value) => !(known as readonly string[]).includes(value));
    if (wrong !== undefined)
      throw new InvalidArgumentError(`Give some of ${known.join(', ')}, with commas between.`);
    return values as Value[];
  };
}
