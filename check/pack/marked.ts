/** A text with spans set off, for messages. */

/** Puts each span between ⟦ and ⟧. Spans are UTF-16 units, in text order, and do not overlap. */
export function marked(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  return spans.reduceRight(
    (so, { start, end }) => `${so.slice(0, start)}⟦${so.slice(start, end)}⟧${so.slice(end)}`,
    text,
  );
}
