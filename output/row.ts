/**
 * A row of the output while it is described: key by key, in the contract's order. What is described once becomes an
 * object (`object-row.ts`) or its text (`line.ts`). Whatever is undefined, and a list of nothing, leaves its key out.
 */
import type { Key } from './keys.js';
import type { Writing } from './writing.js';

/** Describes one thing of the document; `index` is its place in its list. */
export type Describe<Shape, Item> = (row: Row<Shape>, writing: Writing, item: Item, index: number) => void;

/** `Shape` says which keys there are, and what they may hold. */
export interface Row<Shape> {
  /** A key whose value is the same in many rows. */
  fixed<Name extends keyof Shape & string>(field: Fixed<Name, Shape[Name]>): void;
  /** A word of ours, in which nothing need be escaped: a kind, an id, a decimal. */
  word<Name extends keyof Shape & string>(key: Key<Name>, value: Shape[Name] & Maybe<string>): void;
  /** Any text. */
  text<Name extends keyof Shape & string>(key: Key<Name>, value: Shape[Name] & Maybe<string>): void;
  texts<Name extends keyof Shape & string>(key: Key<Name>, values: Shape[Name] & readonly string[]): void;
  /** A whole number. */
  count<Name extends keyof Shape & string>(key: Key<Name>, value: Shape[Name] & number): void;
  row<Name extends keyof Shape & string, Item>(
    key: Key<Name>,
    item: Maybe<Item>,
    describe: Describe<NonNullable<Shape[Name]>, Item>,
  ): void;
  rows<Name extends keyof Shape & string, Item>(
    key: Key<Name>,
    items: readonly Item[],
    describe: Describe<One<Shape[Name]>, Item>,
  ): void;
}

type Maybe<Value> = Value | undefined;
type One<List> = NonNullable<List> extends readonly (infer Each)[] ? Each : never;

/** A key with its value, and both as they stand in a line. */
export interface Fixed<Name extends string, Value> {
  readonly name: Name;
  readonly value: Value;
  readonly first: string;
  readonly next: string;
}

export function fixed<Name extends string, const Value>(key: Key<Name>, value: Value): Fixed<Name, Value> {
  const text = JSON.stringify(value);
  return { name: key.name, value, first: key.first.value + text, next: key.next.value + text };
}
