/**
 * What a matcher says when it fails: what was wanted, the text with the spans that were found between ⟦ and ⟧, and each of
 * them with its evidence. Takes findings, gives plain text.
 */
import type { Document, Evidence, Mention, Quotation } from '../../index.js';
import { marked } from '../pack/marked.js';
import type { Finding } from './matchers.js';

/** Nothing fits: all that was found. */
export function missing(
  matcher: string,
  document: Document,
  expected: object,
  found: readonly Finding[],
): string {
  const listed = found.length === 0 ? ['nothing'] : found.map((one) => described(document, one));
  return page(matcher, document, expected, 'Found', found, listed);
}

/** Something fits that should not. */
export function present(
  matcher: string,
  document: Document,
  expected: object,
  fitting: readonly Finding[],
): string {
  const listed = fitting.map((one) => described(document, one));
  return page(`not.${matcher}`, document, expected, 'Found all the same', fitting, listed);
}

function page(
  matcher: string,
  { article }: Document,
  expected: object,
  title: string,
  findings: readonly Finding[],
  listed: readonly string[],
): string {
  const wanted = Object.entries(expected).map(([key, value]) => `${key}: ${value === null ? 'none' : value}`);
  const text = marked(article.text, outermost(findings.map(({ span }) => span)));
  return [
    `expect(text).${matcher}({ ${Object.keys(expected).join(', ')} })`,
    '',
    'Wanted:',
    ...wanted.map((line) => `  ${line}`),
    `${title}:`,
    ...listed.map((line) => `  ${line}`),
    'In:',
    ...text.split('\n').map((line) => `  ${line}`),
  ].join('\n');
}

/** Spans that are in no other, since marks inside marks could not be told apart. */
function outermost(spans: readonly (Mention | Quotation)[]): readonly (Mention | Quotation)[] {
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span, at, sorted) => sorted.slice(0, at).every(({ end }) => end <= span.start));
}

function described({ article: { text } }: Document, { span, entity }: Finding): string {
  const words = text.slice(span.start, span.end);
  const evidence = span.evidence.map(reason).join('; ');
  if ('kind' in span) {
    const speakers = span.speakers.map(({ name }) => name).join(', ');
    const spoken = span.speakerSpan && text.slice(span.speakerSpan.start, span.speakerSpan.end);
    return `${span.kind} quotation of ${speakers || spoken || 'nobody'}: ${words} — ${evidence}`;
  }
  const name = entity?.canonicalName ?? entity?.name;
  return `${span.type} ${words}${name === words ? '' : ` = ${name}`} — ${evidence}`;
}

/** `names/listed (people:سيرغي لافروف), because of person/title-name` */
function reason({ rule, rows = [], because = [] }: Evidence): string {
  const listed = rows.length === 0 ? '' : ` (${rows.join(', ')})`;
  const earlier = because.length === 0 ? '' : `, because of ${because.map(reason).join(' and ')}`;
  return `${rule}${listed}${earlier}`;
}
