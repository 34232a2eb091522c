/**
 * `isnad check`: checks a pack of rules and prints what was checked and what is wrong. The exit code is 1 when something
 * failed. With `--update` it accepts outputs and figures as they are, which no machine may do for itself.
 */
import { writeFileSync } from 'node:fs';
import { accept } from '../../check/pack/accept.js';
import { type Case, isFailure } from '../../check/pack/case.js';
import { checkPack, type PackCheck } from '../../check/pack/check.js';
import { createMemory } from '../../check/pack/open.js';
import { type PackPlaces, packPlaces } from '../../check/pack/places.js';
import type { RuleOptions } from '../extracting.js';
import { Failure, unwritable } from '../failure.js';
import { print } from '../standard-output.js';
import { annotations } from './check-annotations.js';
import { checkJson } from './check-json.js';
import { checkJunit } from './check-junit.js';
import { checkPage } from './check-page.js';
import { watchPack } from './check-watch.js';

export interface CheckOptions extends RuleOptions {
  readonly watch?: boolean;
  readonly update?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly github?: boolean;
  readonly junit?: string;
}

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function checkCommand(options: CheckOptions): Promise<void> {
  refuseContradictions(options);
  const places = packPlaces(options.rules ?? []);
  if (options.watch) return watchPack(places);
  const check = options.update ? await updated(places) : await checkPack(places);
  const cases = options.strict ? check.cases.map(strictly) : check.cases;
  if (options.junit !== undefined) writeReport(options.junit, checkJunit(cases));
  await print(options.json ? checkJson({ ...check, cases }) : checkPage(cases));
  if (options.github) await print(annotations(cases));
  if (cases.some(isFailure)) process.exitCode = 1;
}

function refuseContradictions({ watch, update, json, github, junit, strict }: CheckOptions): void {
  if (update && (process.env.CI ?? '') !== '')
    throw new Failure('--update is refused where CI is set; accept changes on your own machine', 2);
  if (watch && (update || json || github || strict || junit !== undefined))
    throw new Failure('--watch prints to the terminal only; leave the other options but --rules out', 2);
  if (json && github)
    throw new Failure('--json and --github would mix on the standard output; leave one of them out', 2);
}

/** Accepts what is there, says so, and checks again. */
async function updated(places: PackPlaces): Promise<PackCheck> {
  const memory = createMemory();
  const check = await checkPack(places, { memory });
  let accepted: ReturnType<typeof accept>;
  try {
    accepted = accept(places, check);
  } catch (error) {
    throw unwritable(places.folder, error);
  }
  for (const { file, says } of accepted) process.stderr.write(`accepted ${file}: ${says}\n`);
  return accepted.length === 0 ? check : checkPack(places, { memory });
}

function strictly(one: Case): Case {
  return one.fault === undefined ? one : { ...one, fault: { ...one.fault, level: 'failure' } };
}

function writeReport(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw unwritable(file, error);
  }
}
