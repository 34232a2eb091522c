/**
 * Marks the names of an annotation in its text: every form wherever it stands, except what the annotation leaves
 * out. The longest name wins; a description of a source gives way to the names in it. Offsets are UTF-16 units.
 */
import type { EntitySource, Positions, Stretch } from './annotation.js';
import type { Defects } from './defects.js';
import { placesOf } from './forms.js';
import { adviceFor } from './nearest-words.js';
import { byPosition, inside, type MentionRow, overlap, type Span, same } from './rows.js';
import { timesOf } from './stretches.js';

/** All mentions in text order. */
export function markMentions(
  text: string,
  entities: readonly EntitySource[],
  defects: Defects,
): readonly MentionRow[] {
  const faulty = new Set<string>();
  const found = entities.flatMap((entity) => {
    const before = defects.found.length;
    const mentions = mentionsOf(text, entity, defects);
    if (defects.found.length > before) faulty.add(entity.key);
    return mentions;
  });
  found.sort((a, b) => sourcesLast(a, b) || lengthOf(b) - lengthOf(a) || a.start - b.start);
  const kept: MentionRow[] = [];
  for (const mention of found) {
    const rival = kept.find((other) => overlap(mention, other));
    if (rival === undefined) kept.push(mention);
    else if (contradicts(mention, rival)) reportOverlap(text, mention, rival, entities, defects);
  }
  for (const { key, type, place } of entities) {
    const isNamed = kept.some((mention) => mention.entity === key);
    // A source may have names in all its places; of what has another defect this would be said twice.
    if (isNamed || type === 'Source' || faulty.has(key)) continue;
    defects.report(place, `"${key}" is never mentioned`, 'give it a form of its own, or delete it');
  }
  return kept.sort(byPosition);
}

function sourcesLast(a: MentionRow, b: MentionRow): number {
  return Number(a.type === 'Source') - Number(b.type === 'Source');
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** A form inside a longer name is no second mention. */
function contradicts(mention: MentionRow, rival: MentionRow): boolean {
  if (mention.type === 'Source' && rival.type !== 'Source') return false;
  return !inside(mention, rival) || (same(mention, rival) && mention.entity !== rival.entity);
}

function reportOverlap(
  text: string,
  mention: MentionRow,
  rival: MentionRow,
  entities: readonly EntitySource[],
  defects: Defects,
): void {
  const named = ({ start, end, entity }: MentionRow): string => `"${text.slice(start, end)}" (${entity})`;
  const place = entities.find(({ key }) => key === mention.entity)?.place;
  const reason = `${named(mention)} overlaps ${named(rival)} in ${around(text, mention, rival)}`;
  defects.report(place, reason, 'leave one of them out with "except" or "only"');
}

function around(text: string, a: Span, b: Span): string {
  const [start, end] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
  const words = text.slice(Math.max(0, start - 20), end + 20).replace(/\s+/gu, ' ');
  return `"…${words}…"`;
}

function mentionsOf(text: string, entity: EntitySource, defects: Defects): readonly MentionRow[] {
  checkFlags(entity, defects);
  return entity.forms.flatMap((form) => {
    const spans = placesOf(text, form);
    if (spans.length === 0) reportAbsent(text, form, defects);
    const numbersIn = (flags: readonly Positions[]) => numbersOf(form, flags, spans.length, defects);
    const [only, except] = [numbersIn(entity.only), numbersIn(entity.except) ?? []];
    const optional = entity.optional === true ? undefined : (numbersIn(entity.optional) ?? []);
    return spans.flatMap((span, index) => {
      const number = index + 1;
      if (except.includes(number) || only?.includes(number) === false) return [];
      const { key, type } = entity;
      const isOptional = optional === undefined || optional.includes(number);
      return [{ ...span, entity: key, type, ...(isOptional && { optional: true }) }];
    });
  });
}

function reportAbsent(text: string, { words, occurrence, place }: Stretch, defects: Defects): void {
  const reason =
    occurrence === undefined
      ? `"${words}" is not in the text as a word`
      : `occurrence ${occurrence} of "${words}" is not in the text`;
  defects.report(place, reason, adviceFor(text, words));
}

/** The numbers that are given for a form, if any are. */
function numbersOf(
  { words }: Stretch,
  flags: readonly Positions[],
  count: number,
  defects: Defects,
): readonly number[] | undefined {
  const positions = flags.find(({ form }) => form === words);
  const beyond = positions?.numbers.find((number) => number > count);
  if (positions !== undefined && beyond !== undefined) {
    const reason = `occurrence ${beyond} of "${words}" is not in the text`;
    defects.report(positions.place, reason, `it stands there as a word ${timesOf(count)}`);
  }
  return positions?.numbers;
}

function checkFlags({ key, forms, only, except, optional }: EntitySource, defects: Defects): void {
  for (const { form, place } of [...only, ...except, ...(optional === true ? [] : optional)]) {
    if (forms.some(({ words }) => words === form)) continue;
    defects.report(place, `"${form}" is no form of "${key}"`, 'write it under "forms" too, or correct it');
  }
}
