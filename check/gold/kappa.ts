/**
 * Cohen's kappa of two annotators, word by word: the share of words that both label alike, less what chance would
 * give. Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales", 1960. Takes pairs of golds of one text each.
 */
import type { GoldDocument } from '../gold.js';
import { wordsIn } from '../words.js';

export interface Kappas {
  /** Is the word in a name, and of which type? */
  readonly names: number;
  /** Is the word part of what somebody said? */
  readonly quotations: number;
}

/** Both kappas over all words of all texts, with two decimals. */
export function kappas(pairs: readonly (readonly [GoldDocument, GoldDocument])[]): Kappas {
  const over = (labelsOf: (gold: GoldDocument) => readonly string[]): number =>
    kappa(
      pairs.flatMap(([a]) => labelsOf(a)),
      pairs.flatMap(([, b]) => labelsOf(b)),
    );
  return { names: over(nameLabels), quotations: over(quotationLabels) };
}

/** Kappa of two rows of labels; 1 when both give the same single label throughout. */
export function kappa(a: readonly string[], b: readonly string[]): number {
  const share = (labels: readonly string[], label: string) =>
    labels.filter((one) => one === label).length / labels.length;
  const observed = a.filter((label, index) => label === b[index]).length / a.length;
  const expected = [...new Set(a)].reduce((sum, label) => sum + share(a, label) * share(b, label), 0);
  return expected === 1 ? 1 : Math.round((100 * (observed - expected)) / (1 - expected)) / 100;
}

function nameLabels({ words, mentions }: GoldDocument): readonly string[] {
  const labels = words.forms.map(() => '');
  for (const { start, end, type } of mentions) {
    const { first, after } = wordsIn(words, start, end);
    if (type !== 'Source') labels.fill(type, first, after);
  }
  return labels;
}

function quotationLabels({ words, quotations }: GoldDocument): readonly string[] {
  const labels = words.forms.map(() => '');
  for (const { start, end } of quotations) {
    const { first, after } = wordsIn(words, start, end);
    labels.fill('said', first, after);
  }
  return labels;
}
