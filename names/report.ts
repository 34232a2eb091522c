/**
 * What an import left out or marked, and why: counts and a few examples for the summary, every case for a file. Takes cases one
 * by one and keeps only numbers, so that a dump with many faults takes no more memory than one with none.
 */

/** Why a name or a line is not in the pack as the source has it. */
export const CASES = {
  unreadable: 'lines that cannot be read',
  unfit: 'names that no list can hold',
  known: 'names that the lists have already',
  duplicate: 'names that came before; the better known is kept',
  ordinary: 'names that are also ordinary words; marked as such',
  types: 'names of something else as well; marked as such',
  alias: 'aliases left out',
} as const;
export type Case = keyof typeof CASES;

/** One line of the report. */
export interface Noted {
  readonly what: Case;
  /** `cities15000.txt:12` */
  readonly place: string;
  /** The name or alias; empty for a line that cannot be read. */
  readonly form: string;
  readonly says: string;
}

const SHOWN = 3;

export class Report {
  private readonly counts = new Map<Case, number>();
  private readonly first = new Map<Case, Noted[]>();

  /** @param write takes every case, as it comes */
  constructor(private readonly write: (noted: Noted) => void) {}

  note(what: Case, place: string, form: string, says: string): void {
    const noted = { what, place, form, says };
    const examples = this.first.get(what) ?? [];
    if (examples.length < SHOWN) this.first.set(what, [...examples, noted]);
    this.counts.set(what, this.count(what) + 1);
    this.write(noted);
  }

  count(what: Case): number {
    return this.counts.get(what) ?? 0;
  }

  examples(what: Case): readonly Noted[] {
    return this.first.get(what) ?? [];
  }
}
