/**
 * Words met before: what the lists know of a written word is found out once and remembered, since a text's words repeat.
 * Bounded, so that no corpus fills the memory; remembering changes nothing but the time.
 */
import type { Tokens } from '../tokenize.js';
import type { WordReading } from './lookup.js';
import type { Proclitic } from './proclitics.js';
import type { SpelledName } from './spellings.js';

/** A node of the trie from which a longer phrase goes on. */
export interface PhraseOpening {
  readonly node: number;
  readonly proclitic: Proclitic;
}

/** Listed foreign names that begin with the word under another spelling. */
export interface Respellings {
  readonly whole: readonly SpelledName[];
  /** Without its first letter, a particle. */
  readonly stripped: readonly SpelledName[];
}

/** What the lists know of a word by itself. */
export interface WordKnowledge {
  readonly folded: string;
  readonly bits: number;
  readonly words: readonly WordReading[] | undefined;
  readonly openings: readonly PhraseOpening[];
  readonly respellings: Respellings;
}

export interface KnownWord extends WordKnowledge {
  readonly written: string;
  readonly hash: number;
  /** Its shape without neighbours; -1 until somebody asks (`recognize/shapes`). */
  shape: number;
}

/** Words of a generation; two are kept, so that frequent words outlive the many that come once. */
const GENERATION = 20_000;
/** A power of two. */
const HOT = 8192;

export class WordMemory {
  /** The words of every text, by the low bits of their hash: most tokens are answered here. */
  private readonly hot: (KnownWord | undefined)[] = new Array(HOT);
  private young = new Map<number, KnownWord>();
  private old = new Map<number, KnownWord>();

  recall(tokens: Tokens, token: number): KnownWord | undefined {
    const hash = tokens.writtenHash[token];
    const hot = this.hot[hash & (HOT - 1)];
    if (hot !== undefined && hot.hash === hash && isWritten(hot.written, tokens, token)) return hot;
    let word = this.young.get(hash);
    if (word === undefined) {
      word = this.old.get(hash);
      if (word !== undefined) this.keep(hash, word);
    }
    if (word === undefined || !isWritten(word.written, tokens, token)) return undefined;
    this.hot[hash & (HOT - 1)] = word;
    return word;
  }

  learn(tokens: Tokens, token: number, knowledge: WordKnowledge): KnownWord {
    const { folded, bits, words, openings, respellings } = knowledge;
    const word: KnownWord = {
      written: copyOf(tokens, token),
      hash: tokens.writtenHash[token],
      folded,
      bits,
      words,
      openings,
      respellings,
      shape: -1,
    };
    this.keep(tokens.writtenHash[token], word);
    return word;
  }

  private keep(hash: number, word: KnownWord): void {
    if (this.young.size >= GENERATION) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(hash, word);
  }
}

function isWritten(written: string, { text, start, end }: Tokens, token: number): boolean {
  const from = start[token];
  if (written.length !== end[token] - from) return false;
  for (let i = 0; i < written.length; i++)
    if (written.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}

/** A slice would keep its whole text alive; a copy does not. */
function copyOf({ text, start, end }: Tokens, token: number): string {
  const units: number[] = [];
  for (let at = start[token]; at < end[token]; at++) units.push(text.charCodeAt(at));
  return units.length > LONGEST_COPY ? '' : String.fromCharCode(...units);
}

/** A word with this many units (most of them tatweel) is not worth remembering. */
const LONGEST_COPY = 200;
