/**
 * All that guards a pack, in one pass: its files, its examples, its alternatives, its rules in articles, expected outputs
 * and the floors of its gold. Takes the places of a pack, gives a case for each thing that was looked at. Writes nothing.
 */
import type { Rule } from '../../index.js';
import { type Trial, tryAmongAll } from '../examples.js';
import type { Figures } from '../figures.js';
import { aloneTrials } from './alone.js';
import { type CheckedArticle, checkedArticles, firedRules } from './articles.js';
import type { Case } from './case.js';
import { countCases, firingsOf } from './count-cases.js';
import { alternativeCases, belowCases, trialCases } from './example-cases.js';
import { expectationCases } from './expectation-cases.js';
import { fileCases } from './file-cases.js';
import { checkGold } from './gold-cases.js';
import { createMemory, type Memory, type OpenedPack, openForCheck } from './open.js';
import type { PackPlaces } from './places.js';
import { firingCases, winningCases } from './rule-cases.js';

export interface PackCheck {
  readonly cases: readonly Case[];
  /** What could be kept: outputs, and figures over the gold. */
  readonly articles: readonly CheckedArticle[];
  readonly figures?: Figures;
  /** The file that says how often what fires. */
  readonly firings?: string;
}

export interface CheckOptions {
  /** What an earlier check of the same pack found out. */
  readonly memory?: Memory;
  /** Is told the cases of rules that are new or changed since then, before anything else is checked. */
  readonly tell?: (cases: readonly Case[]) => void;
}

/**
 * Checks a pack. With a defect in its files nothing else is checked.
 * @throws PackError when a pack under it is broken
 * @throws InputError when an article cannot be read
 */
export async function checkPack(places: PackPlaces, options: CheckOptions = {}): Promise<PackCheck> {
  const { memory = createMemory(), tell } = options;
  const { pack, files, rules, amongAll } = filesAndRules(places, memory, tell);
  if (pack.defects.length > 0) return { cases: files, articles: [] };
  const { folder, expected } = places;
  const all = pack.extractor();
  const articles = await checkedArticles(places.articles, all);
  const fired = firedRules(articles);
  const gold = checkGold(places, articles);
  const firings = firingsOf(pack, all, articles);
  const cases = [
    ...files,
    ...rules,
    ...(articles.length === 0 ? [] : firingCases(folder, pack.rules, fired)),
    ...winningCases(folder, pack.rules, amongAll, fired),
    ...countCases(places, firings),
    ...expectationCases(expected, articles),
    ...gold.cases,
  ];
  return { cases, articles, figures: gold.figures, firings };
}

/** What a pack says of itself, without its articles. */
export interface FilesAndRules {
  readonly pack: OpenedPack;
  readonly files: readonly Case[];
  /** Of each rule's examples, near misses and alternatives; none when a file has a defect. */
  readonly rules: readonly Case[];
  readonly amongAll: readonly Trial[];
}

/**
 * Checks what needs no articles.
 * @throws PackError when a pack under the pack is broken
 */
export function filesAndRules(
  places: PackPlaces,
  memory: Memory,
  tell?: CheckOptions['tell'],
): FilesAndRules {
  const pack = openForCheck(places, memory);
  const files = fileCases(places, pack);
  if (pack.defects.length > 0) return { pack, files, rules: [], amongAll: [] };
  const all = pack.extractor();
  const alone = casesAlone(places, pack, memory, tell);
  const amongAll = pack.rules.flatMap((rule) => tryAmongAll(all, rule));
  const below = pack.rulesBelow.flatMap((rule) => tryAmongAll(all, rule));
  const rules = [...alone, ...trialCases(places.folder, amongAll), ...belowCases(places.folder, below)];
  return { pack, files, rules, amongAll };
}

/** What each rule does without the others; what has not changed is not tried again. */
function casesAlone(
  { folder }: PackPlaces,
  pack: OpenedPack,
  { alone }: Memory,
  tell: CheckOptions['tell'],
): readonly Case[] {
  const lists = pack.extractor();
  const casesOf = (rule: Rule) => {
    const { trials, exercises } = aloneTrials(lists, rule, alone);
    return [...trialCases(folder, trials), ...alternativeCases(folder, exercises)];
  };
  const changed = pack.rules.filter((rule) => !alone.has(rule));
  tell?.(changed.flatMap(casesOf));
  return pack.rules.flatMap(casesOf);
}
