/**
 * Makes one line of JSON of what is described, without an object between: what `JSON.stringify` would make of that
 * object, except that characters at which some readers end a line are escaped as well.
 */
import type { Key, Opening } from './keys.js';
import type { Describe, Fixed, Row } from './row.js';
import type { Writing } from './writing.js';

export function lineOf<Shape, Item>(describe: Describe<Shape, Item>, writing: Writing, item: Item): string {
  const line = new Line(writing);
  line.append(describe, item, 0);
  return line.made;
}

/** One string that grows: the engine keeps its pieces and joins them once, which no list of pieces outdoes. */
class Line implements Row<Record<string, unknown>> {
  made = '';
  /** No key of the present row is written yet. */
  private fresh = true;
  private readonly writing: Writing;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  fixed({ first, next }: Fixed<string, unknown>): void {
    this.made += this.fresh ? first : next;
    this.fresh = false;
  }

  word(key: Key, value: string | undefined): void {
    if (value !== undefined) this.made = `${this.made}${this.opening(key).text}${value}"`;
  }

  text(key: Key, value: string | undefined): void {
    if (value === undefined) return;
    if (HARD.test(value)) this.made += this.opening(key).value + escaped(value);
    else this.word(key, value);
  }

  texts(key: Key, values: readonly string[]): void {
    if (values.length === 0) return;
    let before = this.opening(key).list;
    for (const value of values) {
      this.made += before;
      this.made += quoted(value);
      before = ',';
    }
    this.made += ']';
  }

  count(key: Key, value: number): void {
    this.made = `${this.made}${this.opening(key).value}${value}`;
  }

  row<Shape, Item>(key: Key, item: Item | undefined, describe: Describe<Shape, Item>): void {
    if (item === undefined) return;
    this.made += this.opening(key).value;
    this.append(describe, item, 0);
  }

  rows<Shape, Item>(key: Key, items: readonly Item[], describe: Describe<Shape, Item>): void {
    if (items.length === 0) return;
    this.made += this.opening(key).list;
    for (let index = 0; index < items.length; index++) {
      if (index > 0) this.made += ',';
      this.append(describe, items[index], index);
    }
    this.made += ']';
  }

  /** Appends the row of one thing. */
  append<Shape, Item>(describe: Describe<Shape, Item>, item: Item, index: number): void {
    this.fresh = true;
    describe(this as Row<unknown> as Row<Shape>, this.writing, item, index);
    this.made += this.fresh ? '{}' : '}';
    this.fresh = false;
  }

  private opening({ first, next }: Key): Opening {
    if (!this.fresh) return next;
    this.fresh = false;
    return first;
  }
}

/** What JSON escapes, halves of characters among it, and what ends a line for some readers. */
const HARD = /["\\\u0000-\u001f\u0085\u2028\u2029\ud800-\udfff]/;

/** A string as JSON text. */
export function quoted(value: string): string {
  return HARD.test(value) ? escaped(value) : `"${value}"`;
}

function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/gu,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
