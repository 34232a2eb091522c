/** Notes candidates in the record of the article, when one is kept: by the words at the quotation, or by name. */
import type { Layers } from '../layers.js';
import type { Attribution } from './attribution.js';
import type { Subject } from './noun-phrase.js';

/** A noun phrase at the quotation that was tried. */
export function weighSubject(
  layers: Layers,
  sieve: string,
  subject: Subject | undefined,
  lost: string,
): void {
  if (layers.weighing === undefined || subject === undefined) return;
  const { tokens, figures } = layers;
  const { first, last, figure } = subject;
  layers.weighing.weigh({
    sieve,
    name: figure === undefined ? undefined : figures.figures[figure].entity.name,
    span: { start: tokens.start[first], end: tokens.end[last] },
    lost,
  });
}

/** A person or body of the article. */
export function weighFigure(layers: Layers, sieve: string, figure: number, lost: string): void {
  layers.weighing?.weigh({ sieve, name: layers.figures.figures[figure].entity.name, lost });
}

/** Somebody of before, or, without a reason for losing, who was taken. */
export function weighAttribution(
  layers: Layers,
  sieve: string,
  { figures, words }: Attribution,
  lost?: string,
): void {
  if (layers.weighing === undefined) return;
  const names = figures.map((index) => layers.figures.figures[index].entity.name);
  const span =
    words === undefined
      ? undefined
      : { start: layers.tokens.start[words.first], end: layers.tokens.end[words.last] };
  if (names.length > 0 || span !== undefined)
    layers.weighing.weigh({ sieve, name: names.join(', ') || undefined, span, lost });
}
