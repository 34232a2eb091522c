/**
 * Cases of examples, near misses and alternatives. Takes trials, gives what failed in words of the rule's author, with the
 * line of the sentence in the rule's file.
 */
import path from 'node:path';
import type { FoundWords, Trial } from '../examples.js';
import type { Exercise } from '../exercise.js';
import type { Case, Fault } from './case.js';
import { marked } from './marked.js';
import { linesOfRule, type RuleLines } from './rule-lines.js';

/** The file of a rule in a pack. */
export function ruleFile(folder: string, id: string): string {
  return path.join(folder, 'patterns', `${id}.yaml`);
}

/** Cases of a rule's trials. */
export function trialCases(folder: string, trials: readonly Trial[]): readonly Case[] {
  const lines = linesIn(folder);
  return trials.map((trial) => {
    const { rule, kind, number, among, passes } = trial;
    const one: Case = {
      check: kind,
      name: `${rule} ${kind} ${number} ${among === 'alone' ? 'alone' : 'among all'}`,
      file: ruleFile(folder, rule),
    };
    if (passes) return one;
    const { examples, nearMisses } = lines(rule);
    const line = (kind === 'example' ? examples : nearMisses)[number - 1];
    return { ...one, line, fault: kind === 'example' ? missed(trial) : notSilent(trial) };
  });
}

/** Cases of the rules under the pack, which it leaves as they are: what it takes from them may be meant. */
export function belowCases(folder: string, trials: readonly Trial[]): readonly Case[] {
  return trials.map((trial) => {
    const { rule, kind, number, passes } = trial;
    const one: Case = { check: 'below', name: `${rule} ${kind} ${number} under the pack`, file: folder };
    if (passes) return one;
    const fault = kind === 'example' ? missed(trial) : notSilent(trial);
    return { ...one, fault: { ...fault, level: 'warning', advice: MEANT } };
  });
}

const MEANT = 'see which row or rule of the pack changed that, and whether it is meant';

/** Cases of a rule's alternatives. */
export function alternativeCases(folder: string, exercises: readonly Exercise[]): readonly Case[] {
  const lines = linesIn(folder);
  return exercises.map(({ rule, part, says, exercisedBy }) => {
    const where = part === 'match' ? '' : `unless ${part} `;
    const one: Case = {
      check: 'alternative',
      name: `${rule} ${where}${says}`,
      file: ruleFile(folder, rule),
    };
    if (exercisedBy.length > 0) return one;
    const wanted = part === 'match' ? 'example' : 'near miss';
    const fault: Fault = {
      level: 'failure',
      reason: `no ${wanted} exercises ${where}${says}`,
      advice: `add an ${wanted} that fails without it, or take it out`.replace('an near', 'a near'),
    };
    return { ...one, line: lines(rule).match, fault };
  });
}

/** The file of a rule is read for its lines when something is wrong with it, and then once. */
function linesIn(folder: string): (rule: string) => RuleLines {
  const read = new Map<string, RuleLines>();
  return (rule) => {
    const known = read.get(rule) ?? linesOfRule(ruleFile(folder, rule));
    read.set(rule, known);
    return known;
  };
}

function missed({ rule, number, among, text, expected, found }: Trial): Fault {
  const words = expected?.slice(expected.indexOf(' ') + 1) ?? '';
  const start = text.indexOf(words);
  const there = found.filter((one) => one.start < start + words.length && start < one.end);
  const byOthers = there.filter((one) => one.words === words && !one.by.includes(rule));
  const advice =
    among === 'alone' && byOthers.length > 0
      ? 'a list has these words: take a name that no list has'
      : among === 'alone'
        ? 'mend the match or the example'
        : 'mend the match, or the rule or row that was quicker';
  return {
    level: 'failure',
    reason: `example ${number} ${spoken(among)} must find ${expected}, ${saying(there)}`,
    advice,
    details: [marked(text, there.length > 0 ? there : found)],
  };
}

function notSilent({ rule, number, among, text, why, found }: Trial): Fault {
  const wrong = found.filter(({ restsOn }) => restsOn.includes(rule));
  return {
    level: 'failure',
    reason: `near miss ${number} ${spoken(among)} must find nothing (${why}), ${saying(wrong)}`,
    advice: 'make the match narrower, or add unless',
    details: [marked(text, wrong)],
  };
}

function spoken(among: Trial['among']): string {
  return among === 'alone' ? 'alone' : 'among all rules';
}

function saying(found: readonly FoundWords[]): string {
  if (found.length === 0) return 'and nothing was found there';
  const each = found.map(({ type, words, by }) => `${type} ${words} (${by.join(', ')})`);
  return `but ${each.join(' and ')} was found`;
}
