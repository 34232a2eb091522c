/** Where a match fits a text that is read with the built-in lists: at every place where it can begin. */
import { Matcher } from '../../../pipeline/rules/matcher.js';
import { parseMatch } from '../../../pipeline/rules/parse.js';
import { programOf } from '../../../pipeline/rules/program.js';
import { tokenize } from '../../../pipeline/tokenize.js';
import { reader } from './articles.js';

const read = reader();

/** The words of the text that the match takes, from each place where it fits. */
export function fitting(match: string, text: string): string[] {
  const { row } = read(text);
  const { start, end } = tokenize(text);
  const program = programOf(parseMatch(match));
  const matcher = new Matcher(row);
  const found: string[] = [];
  for (let at = 0; at < row.count; at++) {
    const first = row.line.indexOf(row.line[at]);
    const behind = row.line.lastIndexOf(row.line[at]) + 1;
    if (matcher.matches(program, at, first, behind)) found.push(text.slice(start[at], end[matcher.end - 1]));
  }
  return found;
}
