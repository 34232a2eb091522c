/** Reads the day off a date of ISO 8601; any other way of writing dates is left to whoever knows it. */

/** The day with which a date begins, as `2021-05-04`; undefined where there is none. */
export function dayOf(date: string | undefined): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?!\d)/u.exec(date ?? '')?.[0];
  if (day === undefined) return undefined;
  // The 31st of a month of 30 days would become the first of the next.
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}
