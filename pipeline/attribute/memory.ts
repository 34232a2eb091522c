/**
 * Who has spoken so far in an article, and who has done something that a verb of speech names without a clause. Whom such
 * a verb names is read only when a later quotation looks back to it: most quotations name their speaker and ask nobody.
 */
import type { Draft } from '../quote/drafts.js';
import type { Tokens } from '../tokenize.js';
import type { Said } from './attribution.js';

/** So many speakers back nobody is taken up again by an elided subject. */
const MOST = 40;

interface Kept {
  readonly token: number;
  readonly within: Draft | undefined;
  said: Said | undefined;
  /** Finds out whom a verb names; undefined once that is known. */
  read: (() => Said | undefined) | undefined;
}

export class Memory {
  readonly kept: Kept[] = [];

  add(said: Said): void {
    this.kept.push({ token: said.token, within: said.within, said, read: undefined });
  }

  /** Keeps a place for whom the verb at a token may name. */
  await(token: number, within: Draft | undefined, read: () => Said | undefined): void {
    this.kept.push({ token, within, said: undefined, read });
  }

  /** To be called now and then, so that a long article is not searched to its beginning. */
  forget(): void {
    if (this.kept.length <= 2 * MOST) return;
    this.readAll();
    const named = this.kept.filter(({ said }) => said !== undefined);
    this.kept.length = 0;
    for (const one of named.length > 2 * MOST ? named.slice(MOST) : named) this.kept.push(one);
  }

  readAll(): void {
    for (const one of this.kept) settled(one);
  }
}

/** What is remembered at a quotation. */
export class Discourse {
  /**
   * @param at token of the quotation: whoever spoke within reported words that ended before is not meant
   * @param line the only line whose speakers can be meant; -1 for any
   * @param from nobody named before this token can be meant
   */
  constructor(
    private readonly memory: Memory,
    private readonly tokens: Tokens,
    private readonly at: number,
    private readonly line: number,
    readonly from: number,
  ) {}

  /** The latest who spoke, of all or of those at some tokens, who is as wanted; at most so many are asked. */
  latest(
    isWanted: (said: Said) => boolean,
    isThere?: (token: number) => boolean,
    most = Number.POSITIVE_INFINITY,
  ): Said | undefined {
    const { kept } = this.memory;
    let left = most;
    for (let index = kept.length - 1; index >= 0 && left > 0; index--) {
      const one = kept[index];
      if (!this.canBeMeant(one) || (isThere !== undefined && !isThere(one.token))) continue;
      const said = settled(one);
      if (said === undefined) continue;
      if (isWanted(said)) return said;
      left--;
    }
    return undefined;
  }

  private canBeMeant({ within, token }: Kept): boolean {
    return (
      (within === undefined || this.at <= within.last) &&
      (this.line === -1 || this.tokens.line[token] === this.line)
    );
  }
}

function settled(one: Kept): Said | undefined {
  if (one.read !== undefined) {
    one.said = one.read();
    one.read = undefined;
  }
  return one.said;
}

/** For `Discourse.latest`: whoever it is. */
export function anybody(): boolean {
  return true;
}
