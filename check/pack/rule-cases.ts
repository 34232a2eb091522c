/**
 * Cases of rules as a whole: does a rule fire in the articles, and does it ever win. A rule that wins nowhere, not even on
 * its own examples, could be deleted without anybody seeing it.
 */
import type { Rule } from '../../index.js';
import type { Trial } from '../examples.js';
import type { Case } from './case.js';
import { ruleFile } from './example-cases.js';

/** Which rules fire in the articles. */
export function firingCases(
  folder: string,
  rules: readonly Rule[],
  fired: ReadonlySet<string>,
): readonly Case[] {
  return rules.map(({ id }) => {
    const one: Case = { check: 'firing', name: id, file: ruleFile(folder, id) };
    if (fired.has(id)) return one;
    const reason = 'the rule fires in no article, so nobody sees what it does to one';
    return { ...one, fault: { level: 'warning', reason, advice: 'add an article in which it fires' } };
  });
}

/**
 * Which rules are never beaten everywhere.
 * @param trials of the rules among all
 */
export function winningCases(
  folder: string,
  rules: readonly Rule[],
  trials: readonly Trial[],
  fired: ReadonlySet<string>,
): readonly Case[] {
  return rules.map(({ id }) => {
    const one: Case = { check: 'winning', name: id, file: ruleFile(folder, id) };
    const examples = trials.filter(({ rule, kind }) => rule === id && kind === 'example');
    const found = examples.flatMap((trial) => trial.found);
    if (fired.has(id) || found.some(({ restsOn }) => restsOn.includes(id))) return one;
    const winners = [...new Set(examples.flatMap(winnersOf))];
    const reason = `the rule never wins, not on its own examples${winners.length === 0 ? '' : `: ${winners.join(', ')} always does`}`;
    const advice = 'add an example that only it finds, or delete it';
    return { ...one, fault: { level: 'failure', reason, advice } };
  });
}

/** Who found the words of an example. */
function winnersOf({ expected, found }: Trial): readonly string[] {
  return found.filter(({ type, words }) => `${type} ${words}` === expected).flatMap(({ by }) => by);
}
