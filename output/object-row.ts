/** Makes an object of what is described. */
import type { Key } from './keys.js';
import type { Describe, Fixed, Row } from './row.js';
import type { Writing } from './writing.js';

export function objectOf<Shape, Item>(describe: Describe<Shape, Item>, writing: Writing, item: Item): Shape {
  return new ObjectRow(writing).made(describe, item, 0) as Shape;
}

class ObjectRow implements Row<Record<string, unknown>> {
  private object: Record<string, unknown> = {};
  private readonly writing: Writing;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  fixed({ name, value }: Fixed<string, unknown>): void {
    this.object[name] = value;
  }

  word({ name }: Key, value: string | undefined): void {
    if (value !== undefined) this.object[name] = value;
  }

  text(key: Key, value: string | undefined): void {
    this.word(key, value);
  }

  texts({ name }: Key, values: readonly string[]): void {
    if (values.length > 0) this.object[name] = values;
  }

  count({ name }: Key, value: number): void {
    this.object[name] = value;
  }

  row<Shape, Item>({ name }: Key, item: Item | undefined, describe: Describe<Shape, Item>): void {
    if (item !== undefined) this.object[name] = this.made(describe, item, 0);
  }

  rows<Shape, Item>({ name }: Key, items: readonly Item[], describe: Describe<Shape, Item>): void {
    if (items.length > 0) this.object[name] = items.map((item, index) => this.made(describe, item, index));
  }

  /** The object of one thing; what is described so far waits meanwhile. */
  made<Shape, Item>(describe: Describe<Shape, Item>, item: Item, index: number): object {
    const around = this.object;
    const made: Record<string, unknown> = {};
    this.object = made;
    describe(this as Row<unknown> as Row<Shape>, this.writing, item, index);
    this.object = around;
    return made;
  }
}
