/**
 * Runs of Latin words that may be people: `Bernardo Bertolucci` in an Arabic article. compromise knows English given and
 * family names and says which runs are a person's; a hint and no more, so it counts little against anything else.
 * compromise is loaded when an article first has such a run.
 */
import { createRequire } from 'node:module';
import { FOREIGN, type Tokens } from '../tokenize.js';
import { type Candidate, candidateOver, WEAK } from './candidates.js';
import { SHAPE } from './shapes.js';

/** Runs that are asked about in one article, so that a text of nothing else costs no more. */
const MOST_RUNS = 40;
const LONGEST_RUN = 3;
const HINT = { type: 'Person', rule: 'person/english', confidence: 0.5, rank: WEAK } as const;
const require = createRequire(import.meta.url);

/** Candidates among the runs of two or three capitalized words that no mention holds. */
export function englishPeople(
  tokens: Tokens,
  shapes: Int32Array,
  mentions: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  const taken = new Set<number>();
  for (const { first, last } of mentions)
    for (let token = first; token <= last; token++) if (tokens.kind[token] === FOREIGN) taken.add(token);
  let asked = 0;
  for (let first = 0; first < tokens.count && asked < MOST_RUNS; first++) {
    if ((shapes[first] & SHAPE.Capital) === 0) continue;
    const last = endOfRun(tokens, shapes, first);
    const free = last > first && last - first < LONGEST_RUN && !isTaken(taken, first, last);
    if (free) {
      asked++;
      if (isPerson(tokens.text.slice(tokens.start[first], tokens.end[last])))
        found.push(candidateOver(tokens, first, last, HINT));
    }
    first = last;
  }
  return found;
}

/** Words of Latin letters with nothing but white space between them. */
function endOfRun({ text, line, start, end, count }: Tokens, shapes: Int32Array, first: number): number {
  let last = first;
  while (
    last + 1 < count &&
    (shapes[last + 1] & SHAPE.Latin) !== 0 &&
    line[last + 1] === line[first] &&
    text.slice(end[last], start[last + 1]).trim() === ''
  )
    last++;
  return last;
}

function isTaken(taken: ReadonlySet<number>, first: number, last: number): boolean {
  for (let token = first; token <= last; token++) if (taken.has(token)) return true;
  return false;
}

/** Whether compromise reads the whole run as one person's name. */
function isPerson(run: string): boolean {
  const nlp: (text: string) => { people(): { out(form: 'array'): string[] } } = require('compromise/three');
  const people = nlp(run).people().out('array');
  return people.length === 1 && people[0] === run;
}
