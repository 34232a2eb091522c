/**
 * Runs of Latin words that may be people: `Bernardo Bertolucci` in an Arabic article. compromise knows English given and
 * family names and says which runs are a person's; a hint and no more, so it counts little against anything else.
 * compromise is loaded when an article first has such a run, and asked about each run once: the answer is kept with the words.
 */
import { createRequire } from 'node:module';
import type { Lookups } from '../lookup/lookup.js';
import type { Tokens } from '../tokenize.js';
import { type Candidate, candidateOver, WEAK } from './candidates.js';
import { SHAPE } from './shapes.js';

/** Runs that are asked about in one article, so that a text of nothing else costs no more. */
const MOST_RUNS = 40;
const LONGEST_RUN = 3;
const HINT = { type: 'Person', rule: 'person/english', confidence: 0.5, rank: WEAK } as const;
const require = createRequire(import.meta.url);

/** Candidates among the runs of two or three capitalized words that no mention holds; mentions are settled. */
export function englishPeople(
  tokens: Tokens,
  { memory }: Lookups,
  shapes: Int32Array,
  mentions: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  let asked = 0;
  let next = 0;
  for (let first = 0; first < tokens.count && asked < MOST_RUNS; first++) {
    if ((shapes[first] & SHAPE.Capital) === 0) continue;
    const last = endOfRun(tokens, shapes, first);
    while (next < mentions.length && mentions[next].last < first) next++;
    const free = next === mentions.length || mentions[next].first > last;
    if (free && last > first && last - first < LONGEST_RUN) {
      asked++;
      if (isPerson(memory.people, tokens.text.slice(tokens.start[first], tokens.end[last])))
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

/** What is remembered of a run, or else what compromise says of it. */
function isPerson(people: Map<string, boolean>, run: string): boolean {
  let person = people.get(run);
  if (person === undefined) {
    person = isOnePerson(run);
    people.set(run, person);
  }
  return person;
}

/** As much of compromise as this needs: its tagger, step by step, without its reading of whole sentences. */
interface Compromise {
  tokenize(text: string): View;
  /** The steps of its reading, in order. */
  hooks(): readonly string[];
}

interface View {
  readonly docs: readonly (readonly Term[])[];
  compute(steps: readonly string[]): View;
  match(pattern: string): View;
  splitAfter(ends: View): View;
  out(form: 'array'): readonly string[];
}

interface Term {
  readonly text: string;
  readonly normal: string;
  readonly tags: ReadonlySet<string>;
  /** `Person|Noun`: what the word may be, where its neighbours decide. */
  readonly switch?: string;
}

/**
 * Whether compromise reads the whole run as one person's name. Its last step costs more than all before it, and makes a
 * person only of words beside one that may be a person's by itself.
 */
function isOnePerson(run: string): boolean {
  const nlp: Compromise = require('compromise/two');
  const steps = nlp.hooks();
  const last = steps.indexOf('preTagger') + 1;
  const view = nlp.tokenize(run).compute(steps.slice(0, last));
  if (!view.docs.some((terms) => terms.some(mayBePerson))) return false;
  view.compute(steps.slice(last));
  if (view.docs.some((terms) => terms.some(({ text, tags }) => text !== '' && !tags.has('Person'))))
    return false;
  // A possessive ends a name: `James' Martin` are two.
  const names = view.match('#Honorific+? #Person+');
  const people = names.splitAfter(names.match('#Possessive')).out('array');
  return people.length === 1 && people[0] === run;
}

function mayBePerson({ normal, tags, switch: either = '' }: Term): boolean {
  return tags.has('Person') || either.includes('Person') || normal.length === 1 || BESIDE_NAMES.has(normal);
}

/** Words that make compromise see a name in the words beside them, though it knows neither: `Uncle Vanya`. */
const BESIDE_NAMES: ReadonlySet<string> = new Set(
  (
    'sister pope brother father aunt uncle grandpa grandfather grandma king queen prince saint lady al bin van de du will ' +
    'lieutenant corporal sergeant captain qeen admiral major colonel marshal president first second third 1st 2nd 3rd'
  ).split(' '),
);
