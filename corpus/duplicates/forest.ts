/**
 * The strongest links among pairs: of each group of n texts that pairs hold together it keeps n − 1, and always the most
 * similar ones (a maximum spanning forest). Pairs may come in any order; what is kept does not depend on it, and a higher
 * limit of similarity keeps some of the same links and no others.
 */
import type { Compared } from './similarity.js';
import type { SketchPlace } from './sketch-files.js';

/** What is known of a text that has a near-duplicate. */
export interface Member {
  readonly id: string;
  /** The id of its article. */
  readonly article: string;
  /** Word runs of its text. */
  readonly runs: number;
  readonly place: SketchPlace;
}

/** Two texts in the order of their ids, and what they share. */
export interface Link {
  readonly a: Member;
  readonly b: Member;
  readonly similarity: number;
}

/** Pairs that wait before the forest is made anew. */
const WAITING = 1 << 18;

export class Forest {
  private readonly members = new Map<string, Member>();
  private kept: readonly Link[] = [];
  private waiting: Link[] = [];

  add(one: Compared, other: Compared, similarity: number): void {
    const [a, b] = one.sketch.id < other.sketch.id ? [one, other] : [other, one];
    this.waiting.push({ a: this.member(a), b: this.member(b), similarity });
    if (this.waiting.length >= WAITING) this.links();
  }

  /** The links so far, the most similar first. */
  links(): readonly Link[] {
    if (this.waiting.length === 0) return this.kept;
    const groups = new Groups();
    this.kept = [...this.kept, ...this.waiting].sort(byStrength).filter(({ a, b }) => groups.join(a, b));
    this.waiting = [];
    return this.kept;
  }

  /** The members of each group. */
  groups(): readonly (readonly Member[])[] {
    const groups = new Groups();
    for (const { a, b } of this.links()) groups.join(a, b);
    return groups.all();
  }

  private member({ sketch: { id, article, runs }, place: { file, offset } }: Compared): Member {
    const known = this.members.get(id);
    if (known !== undefined) return known;
    const member = { id, article, runs, place: { file, offset } };
    this.members.set(id, member);
    return member;
  }
}

function byStrength(one: Link, other: Link): number {
  if (one.similarity !== other.similarity) return other.similarity - one.similarity;
  if (one.a.id !== other.a.id) return one.a.id < other.a.id ? -1 : 1;
  if (one.b.id !== other.b.id) return one.b.id < other.b.id ? -1 : 1;
  return 0;
}

/** Which members hang together. */
class Groups {
  private readonly parents = new Map<Member, Member>();

  /** Joins the groups of two members; false when they were in one already. */
  join(a: Member, b: Member): boolean {
    const [one, other] = [this.root(a), this.root(b)];
    if (one === other) return false;
    this.parents.set(one, other);
    return true;
  }

  all(): readonly (readonly Member[])[] {
    const groups = new Map<Member, Member[]>();
    for (const member of new Set([...this.parents].flat())) {
      const root = this.root(member);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [member]);
      else group.push(member);
    }
    return [...groups.values()];
  }

  private root(member: Member): Member {
    let root = member;
    for (let above = this.parents.get(root); above !== undefined; above = this.parents.get(root))
      root = above;
    // Whoever asks again finds it at once.
    for (let below = member; below !== root; ) {
      const above = this.parents.get(below)!;
      this.parents.set(below, root);
      below = above;
    }
    return root;
  }
}
