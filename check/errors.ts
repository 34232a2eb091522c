/**
 * Prints mistakes for a reader, grouped by kind, each with its article, its place in code points and its text in
 * context, the span between ⟦ and ⟧. Takes the lists of `mistakes.ts`, gives plain text.
 */
import { type ArticleMistakes, MISTAKE_KINDS, type Mistake } from './mistakes.js';

const AROUND = 60;

/** Prints the mistakes of all articles; an empty text when there are none. */
export function printMistakes(articles: readonly ArticleMistakes[]): string {
  const points = new Map(articles.map((article) => [article, Array.from(article.gold.text)]));
  const groups = MISTAKE_KINDS.map((kind) => {
    const lines = articles.flatMap((article) =>
      article.mistakes
        .filter((mistake) => mistake.kind === kind)
        .map((mistake) => printMistake(article.gold.id, mistake, points.get(article)!)),
    );
    return lines.length === 0 ? '' : `${kind} (${lines.length})\n${lines.join('')}`;
  });
  return groups.filter((group) => group !== '').join('\n');
}

/** The text around a span of code points, on one line. */
export function inContext(points: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(points.length, end + AROUND);
  const slice = (a: number, b: number) => points.slice(a, b).join('').replace(/\r?\n/gu, '⏎');
  const before = `${from > 0 ? '…' : ''}${slice(from, start)}`;
  const after = `${slice(end, to)}${to < points.length ? '…' : ''}`;
  return `${before}⟦${slice(start, end)}⟧${after}`;
}

function printMistake(article: string, mistake: Mistake, points: readonly string[]): string {
  const { start, end, label, note } = mistake;
  const head = `  ${article} ${start}–${end} ${label}${note === undefined ? '' : `: ${note}`}`;
  return `${head}\n    ${inContext(points, start, end)}\n`;
}
