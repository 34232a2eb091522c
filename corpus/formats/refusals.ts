/** Why a record cannot be read, in the words that a person reads; the place is put before them elsewhere. */
import type { Refusal } from './format.js';

export function tooLarge(what: string, bytes: number, largest: number): Refusal {
  return {
    refused: 'too-large',
    because: `${what} has ${bytes} bytes, and a record may have ${largest}; raise --largest-record or divide it`,
  };
}

export function malformed(because: string): Refusal {
  return { refused: 'malformed', because };
}

export function truncated(what: string): Refusal {
  return { refused: 'truncated', because: `${what} ends too early; fetch the file again` };
}

/** @param keys what the record has instead of a text */
export function withoutText(keys: readonly string[]): Refusal {
  const has = keys.length === 0 ? 'it is empty' : `it has ${keys.slice(0, MOST_KEYS).map(short).join(', ')}`;
  return {
    refused: 'no-text',
    because: `no field is known to hold its text (${has}); name one with --text-field`,
  };
}

const MOST_KEYS = 8;
const LONGEST_KEY = 40;

function short(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}
