/**
 * Every rule of the built-in pack on its own examples and near misses: alone with the lists, and among all rules.
 * Alone the rule itself must find the words; among all, a list row or another rule may find the same words first.
 */
import { createExtractor, type Document, type Evidence, type Extractor } from '../../index.js';
import { loadBuiltin } from '../../packs/builtin.js';

const builtin = loadBuiltin();

test('there are rules', () => {
  expect(builtin.rules.length).toBeGreaterThan(10);
});

const all = createExtractor({ knowledge: builtin });

describe.each(builtin.rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { makes, examples, nearMisses } = rule;
  const positive = examples.map(({ text, roles }) => [text, roles[makes.span]] as const);
  const negative = nearMisses.map(({ text, why }) => [text, why] as const);
  let alone: Extractor;
  beforeAll(() => {
    alone = createExtractor({ knowledge: { ...builtin, rules: [rule] } });
  });

  test.each(positive)('alone finds its words in: %s', (text, words) => {
    expect(foundIn(alone, text)).toContainEqual(`${makes.type} ${words} by ${id}`);
  });

  test.each(positive)('its words are found among all rules in: %s', (text, words) => {
    const found = mentionsIn(all, text).map(({ type, start, end }) => `${type} ${start}-${end}`);
    const start = text.indexOf(words);
    expect(found).toContain(`${makes.type} ${start}-${start + words.length}`);
  });

  test.each(negative)('alone is silent on: %s (%s)', (text) => {
    expect(foundIn(alone, text).filter((found) => found.endsWith(` by ${id}`))).toEqual([]);
  });

  test.each(negative)('is silent among all rules on: %s (%s)', (text) => {
    const resting = mentionsIn(all, text).filter(({ evidence }) => restsOn(evidence, id));
    expect(resting.map(({ name }) => name)).toEqual([]);
  });
});

type FoundMention = Document['entities'][number]['mentions'][number];

function mentionsIn(extractor: Extractor, text: string): readonly FoundMention[] {
  return extractor.extract({ identifier: 'example', text }).entities.flatMap(({ mentions }) => mentions);
}

/** Each mention with its type, its words as written, and what found it: `Person سامر العبدلات by person/title-name`. */
function foundIn(extractor: Extractor, text: string): readonly string[] {
  return mentionsIn(extractor, text).flatMap(({ type, start, end, evidence }) =>
    evidence.map(({ rule }) => `${type} ${text.slice(start, end)} by ${rule}`),
  );
}

function restsOn(evidence: readonly Evidence[], id: string): boolean {
  return evidence.some(({ rule, because = [] }) => rule === id || restsOn(because, id));
}
