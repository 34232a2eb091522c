/** The keys of the output, as names and as they stand in a line. Every key is a term of the context. */
import { CONTEXT } from './context.js';

export interface Key<Name extends string = string> {
  readonly name: Name;
  /** At the head of a row: `{"start":`. */
  readonly first: Opening;
  /** Behind another key: `,"start":`. */
  readonly next: Opening;
}

/** A key with the beginning of its value. */
export interface Opening {
  readonly value: string;
  readonly text: string;
  readonly list: string;
}

type Name = keyof typeof CONTEXT | '@context';

const NAMES = ['@context', ...Object.keys(CONTEXT)] as readonly Name[];

export const KEYS = Object.fromEntries(NAMES.map((name) => [name, keyOf(name)])) as {
  readonly [Each in Name]: Key<Each>;
};

function keyOf(name: string): Key {
  return { name, first: opening(`{"${name}":`), next: opening(`,"${name}":`) };
}

function opening(value: string): Opening {
  return { value, text: `${value}"`, list: `${value}[` };
}
