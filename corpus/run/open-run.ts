/**
 * Begins a run in a folder, or finds the one that is there and makes sure that it is the same: the same inputs, rules and
 * settings. Another one is refused, never mixed in. It removes nothing unless it was asked to begin anew.
 */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError, unreadable } from '../input-error.js';
import { differences } from './differences.js';
import { clearRun, isStaged } from './leftovers.js';
import { type Manifest, type RunSettings, readManifest } from './manifest.js';
import { isRunFile, MANIFEST } from './names.js';
import { placeOf, STANDARD_INPUT } from './place.js';
import { type OnPlanning, type Plan, planRun } from './plan.js';
import { keepStandardInput } from './standard-input.js';
import { distinctPlaces } from './walk.js';

/** What a person asked for. */
export interface RunRequest {
  /** Files, folders or `-`; none to go on with what the folder holds. */
  readonly named: readonly string[];
  /** Folders of rule packs. */
  readonly packs: readonly string[];
  readonly settings: RunSettings;
  /** Removes the run that the folder holds. */
  readonly isNew: boolean;
}

/** The rules with which a run is to be worked. */
export interface RunRules {
  readonly version: string;
  readonly digest: string;
}

export interface OpenRun {
  readonly manifest: Manifest;
  readonly isResumed: boolean;
}

/**
 * Opens a run in a folder, which is made when it is not there.
 * @throws InputError when the folder holds something else or another run, or an input cannot be read
 */
export async function openRun(
  folder: string,
  request: RunRequest,
  rules: RunRules,
  tell: OnPlanning = () => {},
): Promise<OpenRun> {
  checkNamed(request);
  makeFolder(folder);
  const hasRun = () => existsSync(path.join(folder, MANIFEST));
  if (!hasRun()) checkVacant(folder, request);
  else if (request.isNew) clearRun(folder);
  const isResumed = hasRun();
  const plan = await planOf(folder, request, rules);
  if (!isResumed) return { manifest: await planRun(folder, plan, tell), isResumed };
  const manifest = readManifest(folder);
  const changed = await differences(folder, manifest, plan, tell);
  if (changed.length > 0) throw otherRun(folder, changed);
  return { manifest, isResumed };
}

async function planOf(
  folder: string,
  { named, packs, settings }: RunRequest,
  rules: RunRules,
): Promise<Plan> {
  const distinct = distinctPlaces(named);
  if (distinct.includes(STANDARD_INPUT)) await keepStandardInput(folder);
  const placeIn = (name: string) => placeOf(folder, name);
  return {
    version: rules.version,
    rules: rules.digest,
    packs: packs.map(placeIn),
    settings,
    named: distinct.map(placeIn),
  };
}

/** Nothing is made or removed for inputs that are not there. */
function checkNamed({ named, isNew }: RunRequest): void {
  if (isNew && named.length === 0) {
    throw new InputError('--new: begins anew and needs to know with what; name what is to be read');
  }
  for (const name of named.filter((other) => other !== STANDARD_INPUT)) {
    try {
      statSync(name);
    } catch (error) {
      throw unreadable(name || "''", error);
    }
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (folder !== '' && code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    throw new InputError(`${folder || "''"}: is no folder; name a folder for the run`);
  }
}

/** A folder that holds other things is none to fill with parts. */
function checkVacant(folder: string, { named }: RunRequest): void {
  const others = readdirSync(folder).filter((name) => !isStaged(name) && !isRunFile(name));
  if (others.length > 0) {
    throw new InputError(
      `${folder}: holds other things (${others[0]}) and no run; name an empty or new folder`,
    );
  }
  if (named.length === 0)
    throw new InputError(`${folder}: holds no run to go on with; name what is to be read`);
}

function otherRun(folder: string, changed: readonly string[]): InputError {
  return new InputError(
    `${folder}: holds a run that differs: ${changed.join('; ')}. Run with what it was begun with, give another --out, ` +
      'or begin anew with --new',
  );
}
