/** Articles as the rules see them, and the same in the form of the tests' tables, read off the text in the obvious way. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openBuiltin } from '../../../packs/builtin.js';
import { compile } from '../../../pipeline/index.js';
import { lookUp } from '../../../pipeline/lookup/lookup.js';
import { fold } from '../../../pipeline/normalize.js';
import { pairMarks } from '../../../pipeline/quote/marks.js';
import { ArticleRow } from '../../../pipeline/recognize/rule-row.js';
import { SHAPE, shapeTokens, TAGS } from '../../../pipeline/recognize/shapes.js';
import { particlesOf } from '../../../pipeline/recognize/traits.js';
import type { RuleRow } from '../../../pipeline/rules/row.js';
import { signOf } from '../../../pipeline/rules/signs.js';
import { segment } from '../../../pipeline/segment.js';
import { tokenize } from '../../../pipeline/tokenize.js';
import type { TableToken } from './tokens.js';

export interface ReadText {
  readonly row: RuleRow;
  readonly tokens: readonly TableToken[];
  /** Every token as the text has it. */
  readonly written: readonly string[];
}

/** Makes a reader of texts with the built-in lists. */
export function reader(): (text: string) => ReadText {
  const { lexicon, memory } = compile(openBuiltin());
  return (text) => {
    const tokens = tokenize(text);
    const lookups = lookUp(lexicon, memory, tokens);
    const marks = pairMarks(tokens);
    const segments = segment(tokens, marks, lookups);
    const shapes = shapeTokens(tokens, lookups, marks);
    const row = new ArticleRow(tokens, lookups, shapes, { marks, segments });
    const written = Array.from({ length: tokens.count }, (_, at) =>
      text.slice(tokens.start[at], tokens.end[at]),
    );
    const table = written.map((word, at) => ({
      word: fold(word) === '' ? signAt(word, shapes[at]) : fold(word).slice(particlesOf(lookups, at)),
      tags: new Set(TAGS.filter((_, bit) => shapes[at] & (1 << bit))),
      conditions: new Set<string>(),
      agreement: row.agreement(at),
      line: tokens.line[at],
    }));
    return { row, tokens: table, written };
  };
}

/** All `.txt` files of a folder. */
export function readArticles(folder: string): ReadText[] {
  const read = reader();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => read(readFileSync(path.join(folder, name), 'utf8')));
}

/** The sign of a mark: of a quotation mark by what it does, of others by their form. */
function signAt(mark: string, shape: number): string {
  if (shape & SHAPE.Open) return '«';
  if (shape & SHAPE.Close) return '»';
  if (/^(?:\.{2,}|.*…)/u.test(mark)) return '…';
  return (/[«»]/u.test(mark) ? undefined : signOf(mark)) ?? '';
}
