/**
 * Gathers the differences of all articles: counts, and groups by cause and sort with the first few of each as examples, so that its
 * size does not grow with the corpus. Takes outcomes, gives plain data.
 */
import { type Context, contextOf, type Slice, slicerOf } from './context.js';
import {
  type ArticleName,
  type ArticleOutcome,
  CHANGES,
  type Change,
  type Difference,
  SUBJECTS,
  type Subject,
} from './difference.js';

/** A difference as a reader sees it. Without a text there is no context. */
export interface Example extends Difference {
  readonly article: ArticleName;
  readonly beforeContext?: Context;
  readonly afterContext?: Context;
}

/** Differences of one sort with the same causes. */
export interface Group {
  readonly by: string;
  readonly causes: readonly string[];
  readonly subject: Subject;
  readonly change: Change;
  readonly count: number;
  /** The first of them, in the order of the articles. */
  readonly examples: readonly Example[];
}

export interface Report {
  readonly articles: {
    readonly compared: number;
    readonly same: number;
    readonly differing: number;
    readonly onlyBefore: number;
    readonly onlyAfter: number;
    readonly otherText: number;
  };
  readonly counts: Readonly<Record<Subject, Readonly<Record<Change, number>>>>;
  readonly differences: number;
  /** Differences that the filter leaves out of the counts and groups. */
  readonly leftOut: number;
  /** The cause of most differences first. */
  readonly groups: readonly Group[];
  /** The first articles that stand on one side only, or were read from another text. */
  readonly onlyBefore: readonly ArticleName[];
  readonly onlyAfter: readonly ArticleName[];
  readonly otherText: readonly ArticleName[];
}

export interface ReportOptions {
  /** Examples of a group, and articles of a list. */
  readonly limit: number;
  readonly wanted?: (difference: Difference) => boolean;
  /** Finds a text by its digest. */
  readonly textOf?: (digest: string) => Promise<string | undefined>;
}

/** Whether there is anything to tell. */
export function hasDifferences({ articles, differences, leftOut }: Report): boolean {
  const { onlyBefore, onlyAfter, otherText } = articles;
  return differences + leftOut + onlyBefore + onlyAfter + otherText > 0;
}

export async function reportOn(
  outcomes: AsyncIterable<ArticleOutcome>,
  { limit, wanted = () => true, textOf = async () => undefined }: ReportOptions,
): Promise<Report> {
  const articles = { compared: 0, same: 0, differing: 0, onlyBefore: 0, onlyAfter: 0, otherText: 0 };
  const lists = {
    onlyBefore: [] as ArticleName[],
    onlyAfter: [] as ArticleName[],
    otherText: [] as ArticleName[],
  };
  const groups = new Groups(limit);
  let leftOut = 0;
  const note = (list: keyof typeof lists, article: ArticleName) => {
    articles[list]++;
    if (lists[list].length < limit) lists[list].push(article);
  };
  for await (const one of outcomes) {
    if (one.outcome === 'only before') note('onlyBefore', one.article);
    else if (one.outcome === 'only after') note('onlyAfter', one.article);
    else articles.compared++;
    if (one.outcome === 'same') articles.same++;
    else if (one.outcome === 'other text') note('otherText', one.article);
    if (one.outcome !== 'compared') continue;
    articles.differing++;
    const shown = one.differences.filter(wanted);
    leftOut += one.differences.length - shown.length;
    // A text is looked for only where somebody will see it.
    const isNeeded = shown.some((difference) => groups.hasRoom(difference));
    const text = isNeeded ? (one.text ?? (await textOf(one.digest))) : undefined;
    const slice = text === undefined ? undefined : slicerOf(text);
    for (const difference of shown) groups.add(difference, one.article, slice);
  }
  return { articles, ...groups.result(), leftOut, ...lists };
}

interface OpenGroup extends Group {
  count: number;
  readonly examples: Example[];
}

class Groups {
  private readonly groups = new Map<string, OpenGroup>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  hasRoom(difference: Difference): boolean {
    return (this.groups.get(keyOf(difference))?.examples.length ?? 0) < this.limit;
  }

  add(difference: Difference, article: ArticleName, slice: Slice | undefined): void {
    const { by, causes, subject, change } = difference;
    const key = keyOf(difference);
    const group = this.groups.get(key) ?? { by, causes, subject, change, count: 0, examples: [] };
    this.groups.set(key, group);
    group.count++;
    if (group.examples.length < this.limit) group.examples.push(exampleOf(difference, article, slice));
  }

  result(): Pick<Report, 'counts' | 'differences' | 'groups'> {
    const groups = [...this.groups.values()];
    const totals = new Map<string, number>();
    for (const { by, count } of groups) totals.set(by, (totals.get(by) ?? 0) + count);
    const place = ({ subject, change }: Group) =>
      SUBJECTS.indexOf(subject) * CHANGES.length + CHANGES.indexOf(change);
    groups.sort(
      (a, b) => totals.get(b.by)! - totals.get(a.by)! || compareText(a.by, b.by) || place(a) - place(b),
    );
    return {
      counts: countsOf(groups),
      differences: groups.reduce((sum, { count }) => sum + count, 0),
      groups,
    };
  }
}

function keyOf({ by, subject, change }: Difference): string {
  return `${by}\0${subject}\0${change}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function countsOf(groups: readonly Group[]): Report['counts'] {
  const count = (subject: Subject, change: Change) =>
    groups
      .filter((group) => group.subject === subject && group.change === change)
      .reduce((sum, group) => sum + group.count, 0);
  const row = (subject: Subject) =>
    Object.fromEntries(CHANGES.map((change) => [change, count(subject, change)])) as Record<Change, number>;
  return Object.fromEntries(SUBJECTS.map((subject) => [subject, row(subject)])) as Report['counts'];
}

function exampleOf(difference: Difference, article: ArticleName, slice: Slice | undefined): Example {
  if (slice === undefined) return { ...difference, article };
  const { before, after } = difference;
  return {
    ...difference,
    article,
    ...(before === undefined ? {} : { beforeContext: contextOf(slice, before.start, before.end) }),
    ...(after === undefined ? {} : { afterContext: contextOf(slice, after.start, after.end) }),
  };
}
