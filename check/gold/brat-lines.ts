/**
 * The lines of brat's stand-off format: takes the content of an `.ann` file, gives its annotations with their lines.
 * Says nothing of what types mean. Source: https://brat.nlplab.org/standoff.html. Offsets are code points.
 */
import { type Defects, defectsOf } from './defects.js';

/** `T1⇥Person 0 5⇥words`, with several ranges when it is broken by a line end. */
export interface BratSpan {
  readonly id: string;
  readonly type: string;
  readonly ranges: readonly (readonly [number, number])[];
  readonly words: string;
  readonly line: number;
}

/** `R1⇥Speaker Arg1:T2 Arg2:T1`, or an event `E1⇥Direct:T2 Speaker:T1`, whose first argument is its trigger. */
export interface BratLink {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** `#1⇥AnnotatorNotes T1⇥words`. */
export interface BratNote {
  readonly about: string;
  readonly words: string;
}

export interface BratFile {
  readonly spans: readonly BratSpan[];
  readonly links: readonly BratLink[];
  /** Ids of spans that name the same. */
  readonly equivalent: readonly (readonly string[])[];
  /** Attributes: name, and the id that has it. */
  readonly attributes: readonly { readonly name: string; readonly about: string }[];
  readonly notes: readonly BratNote[];
  readonly defects: Defects;
}

/** Reads the lines; `place` names the file in defects. Normalizations and lines of unknown kinds are passed over. */
export function readBrat(place: string, content: string): BratFile {
  const file = {
    spans: [] as BratSpan[],
    links: [] as BratLink[],
    equivalent: [] as string[][],
    attributes: [] as { name: string; about: string }[],
    notes: [] as BratNote[],
    defects: defectsOf(place),
  };
  for (const [index, line] of content
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const [id = '', head = '', words = ''] = line.split('\t');
    const [type, ...rest] = head.split(' ').filter((part) => part !== '');
    const at = index + 1;
    if (id.startsWith('T')) readSpan(file, id, type, head, words, at);
    else if (id.startsWith('R') || id.startsWith('E')) readLinks(file, type, rest, at);
    else if (id === '*' && type === 'Equiv') file.equivalent.push(rest);
    else if (id.startsWith('A') || id.startsWith('M'))
      file.attributes.push({ name: type, about: rest[0] ?? '' });
    else if (id.startsWith('#')) file.notes.push({ about: rest[0] ?? '', words });
  }
  return file;
}

function readSpan(
  { spans, defects }: { spans: BratSpan[]; defects: Defects },
  id: string,
  type: string,
  head: string,
  words: string,
  line: number,
): void {
  const ranges = head
    .slice(head.indexOf(' ') + 1)
    .split(';')
    .map((range) => range.trim().split(/\s+/u).map(Number) as [number, number]);
  const isSound = ranges.every(
    ([start, end]) => Number.isInteger(start) && Number.isInteger(end) && start < end,
  );
  if (isSound) spans.push({ id, type, ranges, words, line });
  else defects.report({ line, column: 1 }, `${id} has no range "start end"`, 'write offsets in code points');
}

function readLinks(
  { links }: { links: BratLink[] },
  type: string,
  rest: readonly string[],
  line: number,
): void {
  const [trigger, ...roles] = [type, ...rest].map((part) => part.split(':') as [string, string]);
  if (trigger.length === 2) {
    for (const [role, to] of roles) links.push({ type: role, from: trigger[1], to, line });
  } else if (roles.length >= 2) links.push({ type, from: roles[0][1], to: roles[1][1], line });
}
