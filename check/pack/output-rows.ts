/**
 * An output as rows that a person can compare: one for each mention and each quotation, with its place in code points.
 * Takes an output object, fresh or saved; rows of two outputs are the same where the outputs say the same of them.
 */
interface OutputSpan {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly evidence?: readonly string[];
}

/** The keys of an output that are shown; a saved one may lack any of them. */
export interface SavedOutput {
  readonly mentions?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly occurrences?: readonly OutputSpan[];
  }[];
  readonly quotations?: readonly (OutputSpan & {
    readonly kind?: string;
    readonly speakerText?: string;
    readonly speaker?: readonly string[];
  })[];
}

/** Rows in text order. */
export function outputRows({ mentions = [], quotations = [] }: SavedOutput): readonly string[] {
  const named = mentions.flatMap(({ type, name, occurrences = [] }) =>
    occurrences.map((one) => ({
      ...one,
      says: `${type} ${one.text}${name === one.text ? '' : ` = ${name}`}`,
    })),
  );
  const said = quotations.map((one) => ({
    ...one,
    says: `${one.kind} quotation of ${one.speakerText ?? 'nobody'}: ${one.text ?? ''}`,
  }));
  return [...named, ...said]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, says, evidence = [] }) => `${start}–${end} ${says} (${evidence.join(', ')})`);
}

/** What the second output lost and gained, as lines with - and +, in text order. */
export function changedRows(before: SavedOutput, after: SavedOutput): readonly string[] {
  const [old, now] = [outputRows(before), outputRows(after)];
  const [had, has] = [new Set(old), new Set(now)];
  const lost = old.filter((row) => !has.has(row)).map((row) => ({ row, sign: '-' }));
  const gained = now.filter((row) => !had.has(row)).map((row) => ({ row, sign: '+' }));
  return [...lost, ...gained]
    .sort((a, b) => Number.parseInt(a.row, 10) - Number.parseInt(b.row, 10))
    .map(({ sign, row }) => `${sign} ${row}`);
}
