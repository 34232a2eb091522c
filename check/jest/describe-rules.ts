/**
 * Turns a pack into tests for jest: a test for each file, for each example, near miss and alternative of each rule, and for
 * its articles and gold. Takes the folder of a pack, or nothing for the built-in one; uses the `describe` and `test` that
 * jest gives to every test file.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, CHECKS, type CheckName, isFailure, isFaulty } from '../pack/case.js';
import { checkPack, filesAndRules, type PackCheck } from '../pack/check.js';
import { createMemory } from '../pack/open.js';
import { packPlaces } from '../pack/places.js';

/**
 * Defines the tests of a pack; of several packs those of the last, over the others.
 * @throws InputError when there is no such folder
 */
export function describeRules(...packs: readonly (string | FileUrl)[]): void {
  if (typeof describe !== 'function')
    throw new Error('describeRules defines tests of jest; call it in a test file, with the globals of jest');
  const folders = packs.map((pack) => shownPath(typeof pack === 'string' ? pack : fileURLToPath(pack.href)));
  const places = packPlaces(folders);
  const memory = createMemory();
  const { files, rules } = filesAndRules(places, memory);
  const title =
    packs.length === 0 ? 'the built-in rules' : `the rules of ${path.basename(path.resolve(places.folder))}`;
  describe(title, () => {
    defineEach('files', files, ({ name }) => name);
    // With a defect nothing else can be said.
    if (files.some(isFailure)) return;
    const own = rules.filter(({ check }) => check !== 'below');
    for (const rule of new Set(own.map(ruleOf)))
      defineEach(
        rule,
        own.filter((one) => ruleOf(one) === rule),
        ({ name }) => name.slice(rule.length + 1),
      );
    describe('in articles', () => {
      let checked: PackCheck;
      beforeAll(async () => {
        checked = await checkPack(places, { memory });
      });
      for (const name of IN_ARTICLES) test(CHECKS[name], () => assertSound(casesOf(checked, name)));
    });
  });
}

/** As `new URL('.', import.meta.url)` gives it. */
interface FileUrl {
  readonly href: string;
}

/** A path as a person in this folder would write it. */
function shownPath(pack: string): string {
  const near = path.relative(process.cwd(), path.resolve(pack));
  return near.startsWith('..') ? pack : near || '.';
}

/** What only the articles tell. A rule that fires in none is no failure. */
const IN_ARTICLES = ['winning', 'counts', 'expectation', 'gold'] as const satisfies readonly CheckName[];

function defineEach(title: string, cases: readonly Case[], nameOf: (one: Case) => string): void {
  if (cases.length === 0) return;
  describe(title, () => {
    for (const one of cases) test(nameOf(one), () => assertSound([one]));
  });
}

function casesOf({ cases }: PackCheck, name: CheckName): readonly Case[] {
  return cases.filter(({ check }) => check === name);
}

/** Names of cases begin with the rule. */
function ruleOf({ name }: Case): string {
  return name.split(' ')[0];
}

/** The place in the pack says more than a stack of calls. */
function assertSound(cases: readonly Case[]): void {
  const failures = cases.filter(isFaulty).filter(isFailure);
  if (failures.length === 0) return;
  const lines = failures.flatMap(({ file, line, fault }) => [
    `${line === undefined ? file : `${file}:${line}`} ${fault.reason} — ${fault.advice}`,
    ...(fault.details ?? []).map((detail) => `    ${detail}`),
  ]);
  const error = new Error(lines.join('\n'));
  error.stack = error.message;
  throw error;
}
