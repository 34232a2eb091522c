/** What a text shows of a piece of evidence: the spans that rest on it. Offsets are UTF-16 units. */
import type { Document, Evidence, Span } from '../../index.js';

/** The words that were found by it, and for a quotation the words that stand for its speaker. */
export interface Found {
  readonly words: Span;
  readonly speaker?: Span;
  /** Names of the speakers, or why there is none. */
  readonly who?: string;
}

/** The first quotation or mention of a document whose evidence has this rule. */
export function foundBy(rule: string, document: Document): Found | undefined {
  if (rule.startsWith('quote/') || rule.startsWith('speaker/')) {
    const quotation = document.quotations.find(({ evidence }) => restsOn(rule, evidence));
    if (quotation === undefined) return undefined;
    const { start, end, speakers, speakerSpan, abstention } = quotation;
    const named = speakers.map(({ name }) => name).join(' + ');
    const described = speakerSpan && document.article.text.slice(speakerSpan.start, speakerSpan.end);
    return { words: { start, end }, speaker: speakerSpan, who: named || described || `(${abstention})` };
  }
  const mentions = document.entities.flatMap((entity) => entity.mentions);
  const mention = mentions.find(({ evidence }) => evidence.some((one) => one.rule === rule));
  return mention && { words: { start: mention.start, end: mention.end } };
}

function restsOn(rule: string, evidence: readonly Evidence[]): boolean {
  return evidence.some((one) => one.rule === rule || restsOn(rule, one.because ?? []));
}
