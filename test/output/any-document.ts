/** Documents that no pipeline gives: any text, any spans in it, any strings in every field, speakers and links at random. */
import fc from 'fast-check';
import type { Document, Entity, EntityType, Quotation, Span } from '../../pipeline/document.js';
import { anyText, everyKind } from '../properties/texts.js';

/** Text for a field of our own or of a list: mostly short, now and then absent, empty or full of what must be escaped. */
const field = fc.oneof(fc.constantFrom('', 'a', 'قال', '"', '\\', '\u2028', '\ud800', '\n\t\u0000'), anyText);
const maybe = fc.option(field, { nil: undefined });

function spanIn(text: string): fc.Arbitrary<Span> {
  const place = fc.integer({ min: 0, max: text.length });
  return fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
}

const evidence = fc.array(
  field.map((rule) => ({ rule })),
  { maxLength: 4 },
);
const confidence = fc.double({ min: -0.5, max: 1.5, noNaN: true });

function entityIn(text: string): fc.Arbitrary<Entity> {
  const type = fc.constantFrom<EntityType>('Person', 'Organization', 'Place');
  const mention = fc
    .tuple(spanIn(text), fc.record({ type, name: field, evidence, confidence }))
    .map(([span, rest]) => ({ ...span, ...rest }));
  return fc.record({
    type,
    name: field,
    alternateNames: fc.array(field, { maxLength: 4 }),
    jobTitles: fc.array(field, { maxLength: 3 }),
    canonicalName: maybe,
    wikidata: fc.constantFrom(undefined, 'Q1', ''),
    mentions: fc.array(mention, { minLength: 1, maxLength: 4 }),
  });
}

function quotationIn(text: string, entities: readonly Entity[], rows: number): fc.Arbitrary<Quotation> {
  const span = spanIn(text);
  const maybeSpan = fc.option(span, { nil: undefined });
  const known = entities.length === 0 ? fc.constant(undefined) : fc.constantFrom(undefined, ...entities);
  const party = fc.option(fc.record({ entity: known, text: field, span }), { nil: undefined });
  const other = fc.option(fc.nat({ max: rows - 1 }), { nil: undefined });
  const rest = fc.record({
    kind: fc.constantFrom('direct', 'mixed', 'indirect', 'colon', 'headline'),
    speakers: fc.array(known, { maxLength: 3 }).map((all) => all.filter((one) => one !== undefined)),
    speakerSpan: maybeSpan,
    resolution: fc.constantFrom('name', 'title', 'pronoun', 'none'),
    abstention: maybe,
    cue: maybeSpan,
    relay: party,
    addressee: party,
    onBehalfOf: party,
    partOf: other,
    continues: other,
    verbatim: fc.option(fc.array(span, { maxLength: 3 }), { nil: undefined }),
    polarity: fc.constantFrom('asserted', 'denied'),
    stance: field,
    evidence,
    confidence,
  });
  return fc.tuple(span, rest).map(([at, more]) => ({ ...at, ...more }) as Quotation);
}

export const anyDocument: fc.Arbitrary<Document> = fc
  .record({ text: fc.oneof(everyKind, anyText), rows: fc.integer({ min: 1, max: 5 }) })
  .chain(({ text, rows }) =>
    fc.tuple(fc.constant({ text, rows }), fc.array(entityIn(text), { maxLength: 5 })),
  )
  .chain(([{ text, rows }, entities]) => {
    const code = fc.constantFrom('no-arabic', 'control-character');
    const problem = fc
      .tuple(spanIn(text), fc.record({ code, message: field }))
      .map(([span, rest]) => ({ ...span, ...rest }));
    return fc.record({
      article: fc.record({ text: fc.constant(text), identifier: field, headline: maybe, author: maybe }),
      entities: fc.constant(entities),
      quotations: fc.array(quotationIn(text, entities, rows), { minLength: rows, maxLength: rows }),
      problems: fc.array(problem, { maxLength: 4 }),
    }) as fc.Arbitrary<Document>;
  });
