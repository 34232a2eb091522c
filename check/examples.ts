/**
 * Tries the examples and near misses of rules: each rule alone with the lists, where it must find the words itself, and
 * among all rules, where a list row or another rule may find the same words first. Gives every trial as data and judges
 * nothing else. Offsets are UTF-16 units.
 */
import type { Document, Evidence, Extractor, Rule } from '../index.js';

/** One example or near miss, tried with one set of rules. */
export interface Trial {
  readonly rule: string;
  readonly kind: 'example' | 'near miss';
  /** Of the rule's examples or near misses, from 1. */
  readonly number: number;
  readonly text: string;
  /** Why the rule must be silent on a near miss. */
  readonly why?: string;
  readonly among: Among;
  /** `Person سامر العبدلات`; undefined where the rule must find nothing. */
  readonly expected?: string;
  /** All that was found, by whatever rule or list. */
  readonly found: readonly FoundWords[];
  readonly passes: boolean;
}

/** With no other rule, or with all rules of the pack. */
export type Among = 'alone' | 'all';

/** A mention with the rules that found it. */
export interface FoundWords {
  readonly type: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly by: readonly string[];
  /** These rules, and those of the findings that they rest on. */
  readonly restsOn: readonly string[];
}

/** Tries each rule of a pack alone and among all. */
export function tryRules(all: Extractor, rules: readonly Rule[]): readonly Trial[] {
  return rules.flatMap((rule) => [...tryAlone(all, rule), ...tryAmongAll(all, rule)]);
}

/**
 * Tries a rule without any other.
 * @param lists an extractor with the lists; its own rules are left aside
 * @param variant what is run in the rule's place, such as the rule without one of its alternatives
 */
export function tryAlone(lists: Extractor, rule: Rule, variant: Rule = rule): readonly Trial[] {
  return trials(lists.withRules([variant]), rule, 'alone');
}

/** Tries a rule's examples with all rules of an extractor, in which it need not be. */
export function tryAmongAll(all: Extractor, rule: Rule): readonly Trial[] {
  return trials(all, rule, 'all');
}

/** Mentions of a text, in text order. */
export function findWords(extractor: Extractor, text: string): readonly FoundWords[] {
  const { entities } = extractor.extract({ identifier: 'example', text });
  return entities
    .flatMap(({ mentions }) => mentions)
    .map((mention) => foundWords(text, mention))
    .sort((a, b) => a.start - b.start);
}

function trials(extractor: Extractor, rule: Rule, among: Among): readonly Trial[] {
  const { id, makes, examples, nearMisses } = rule;
  return [
    ...examples.map(({ text, roles }, index): Trial => {
      const words = roles[makes.span];
      const found = findWords(extractor, text);
      const passes = found.some((one) => one.type === makes.type && isWanted(one, id, text, words, among));
      const expected = `${makes.type} ${words}`;
      return { rule: id, kind: 'example', number: index + 1, text, among, expected, found, passes };
    }),
    ...nearMisses.map(({ text, why }, index): Trial => {
      const found = findWords(extractor, text);
      const passes = !found.some(({ restsOn }) => restsOn.includes(id));
      return { rule: id, kind: 'near miss', number: index + 1, text, why, among, found, passes };
    }),
  ];
}

/** Among all rules the words must be found where they first stand, so that a list row elsewhere does not stand in. */
function isWanted(found: FoundWords, id: string, text: string, words: string, among: Among): boolean {
  if (found.words !== words) return false;
  return among === 'alone' ? found.by.includes(id) : found.start === text.indexOf(words);
}

type Mention = Document['entities'][number]['mentions'][number];

function foundWords(text: string, { type, start, end, evidence }: Mention): FoundWords {
  const by = [...new Set(evidence.map(({ rule }) => rule))];
  const restsOn = [...new Set(evidence.flatMap(rulesOf))];
  return { type, words: text.slice(start, end), start, end, by, restsOn };
}

/** The rules of a piece of evidence and of all that it rests on. */
function rulesOf({ rule, because = [] }: Evidence): readonly string[] {
  return [rule, ...because.flatMap(rulesOf)];
}
