/**
 * compromise behind one typed face: its match syntax parsed to plain data, and nothing else of it. It is loaded when a
 * match string is first parsed, so that the built-in rules, parsed when they were built, start without it.
 * Of the other files only `recognize/english-people.ts` asks it something.
 */
import { createRequire } from 'node:module';

/** One element as compromise's parser gives it, as far as its syntax goes; what has no meaning here is refused by name. */
export interface RawElement {
  readonly tag?: string;
  readonly word?: string;
  readonly fastOr?: ReadonlySet<string>;
  readonly choices?: readonly (readonly RawElement[])[];
  readonly operator?: string;
  readonly method?: string;
  readonly anything?: boolean;
  readonly negative?: boolean;
  readonly optional?: boolean;
  readonly greedy?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly group?: string | null;
  readonly groupStart?: boolean;
  readonly groupEnd?: boolean;
  readonly start?: boolean;
  readonly end?: boolean;
}

interface Compromise {
  world(): object;
  methods(): { one: { parseMatch(match: string, options: object, world: object): readonly RawElement[] } };
}

/** A match string as compromise reads it. */
export function parseElements(match: string): readonly RawElement[] {
  const require = createRequire(import.meta.url);
  const nlp: Compromise = require('compromise/one');
  return nlp.methods().one.parseMatch(match, {}, nlp.world());
}
