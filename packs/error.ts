/** A broken pack: all its defects at once, each with its place, reason and advice. */
export interface Defect {
  /** As the user named the folder, with the path inside it. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 units; only where a file is no table. */
  readonly column?: number;
  /** The rule's id or the row's first cell. */
  readonly id?: string;
  readonly reason: string;
  readonly advice: string;
}

export class PackError extends Error {
  readonly defects: readonly Defect[];

  constructor(defects: readonly Defect[]) {
    super(defects.map(describeDefect).join('\n'));
    this.name = 'PackError';
    this.defects = defects;
  }
}

/** A defect in one line: `rules/names/people.tsv:12 column "gender" holds "x" — write one of m, f`. */
export function describeDefect({ file, line, column, reason, advice }: Defect): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place} ${reason} — ${advice}`;
}
