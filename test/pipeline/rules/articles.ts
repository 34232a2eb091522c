/** Articles as the rules see them, and the same in the form of the tests' tables. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openBuiltin } from '../../../packs/builtin.js';
import { compile } from '../../../pipeline/index.js';
import { lookUp } from '../../../pipeline/lookup/lookup.js';
import { pairMarks } from '../../../pipeline/quote/marks.js';
import { ArticleRow } from '../../../pipeline/recognize/rule-row.js';
import { shapeTokens, TAGS } from '../../../pipeline/recognize/shapes.js';
import type { RuleRow } from '../../../pipeline/rules/row.js';
import { segment } from '../../../pipeline/segment.js';
import { tokenize } from '../../../pipeline/tokenize.js';
import type { TableToken } from './tokens.js';

/** Makes rows of texts, with the built-in lists. */
export function rowMaker(): (text: string) => RuleRow {
  const { lexicon, memory } = compile(openBuiltin());
  return (text) => {
    const tokens = tokenize(text);
    const lookups = lookUp(lexicon, memory, tokens);
    const marks = pairMarks(tokens);
    const segments = segment(tokens, marks, lookups);
    return new ArticleRow(tokens, lookups, shapeTokens(tokens, lookups, marks), { marks, segments });
  };
}

/** Rows of all `.txt` files of a folder. */
export function rowsOfArticles(folder: string): RuleRow[] {
  const rowOf = rowMaker();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => rowOf(readFileSync(path.join(folder, name), 'utf8')));
}

export function tokensOfRow(row: RuleRow): TableToken[] {
  return Array.from({ length: row.count }, (_, at) => ({
    word: row.word(at),
    tags: new Set(TAGS.filter((_, bit) => row.shapes[at] & (1 << bit))),
    conditions: new Set(),
    agreement: row.agreement(at),
    line: row.line[at],
  }));
}
