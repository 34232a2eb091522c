/** The options of `isnad run` as commander gives them, and what of them belongs to the run itself. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Manifest, type RunSettings, readManifest } from '../../corpus/run/manifest.js';
import { MANIFEST } from '../../corpus/run/names.js';
import type { RunRequest } from '../../corpus/run/open-run.js';
import { pathOf } from '../../corpus/run/place.js';
import { DEFAULT_SETTINGS } from '../../corpus/run/settings.js';
import { TABLE_FORMS, type TableForm } from '../../output/tables/table-writer.js';
import { Failure } from '../failure.js';
import { type ReadingOptions, readOptionsOf } from '../reading-options.js';

export interface RunOptions extends ReadingOptions {
  readonly out: string;
  readonly rules?: readonly string[];
  readonly workers?: number;
  readonly deadline?: number;
  readonly new?: boolean;
  readonly planOnly?: boolean;
  readonly gzip?: boolean;
  readonly withText?: boolean;
  readonly nQuads?: boolean;
  /** `parquet,csv` */
  readonly tables?: string;
  readonly shardBytes?: number;
  readonly largestArticle?: number;
  readonly quiet?: boolean;
  readonly logJson?: boolean;
}

/** What a person asked for. Where nothing is to be read, the run that the folder holds is asked for as it is. */
export function requestOf(named: readonly string[], options: RunOptions): RunRequest {
  const before = named.length === 0 ? runIn(options.out) : undefined;
  const packs = options.rules ?? before?.packs.map((pack) => pathOf(options.out, pack)) ?? [];
  return { named, packs, settings: settingsOf(options, before?.settings), isNew: options.new === true };
}

function runIn(folder: string): Manifest | undefined {
  return existsSync(path.join(folder, MANIFEST)) ? readManifest(folder) : undefined;
}

/** What changes the output. Keys stand in a fixed order, since their text is part of the run's id. */
function settingsOf(options: RunOptions, before: RunSettings = DEFAULT_SETTINGS): RunSettings {
  const reading = readOptionsOf(options);
  return {
    reading: Object.keys(reading).length > 0 ? reading : before.reading,
    withText: options.withText ?? before.withText,
    gzip: options.gzip ?? before.gzip,
    nQuads: options.nQuads ?? before.nQuads,
    tables: options.tables === undefined ? before.tables : tablesNamed(options.tables),
    shardBytes: options.shardBytes ?? before.shardBytes,
    largestArticle: options.largestArticle ?? before.largestArticle,
  };
}

/**
 * The forms of tables that a person named.
 * @throws Failure for another
 */
export function tablesNamed(names: string): readonly TableForm[] {
  const asked = names.split(',').map((name) => name.trim());
  const wrong = asked.find((name) => !TABLE_FORMS.some((form) => form === name));
  if (wrong !== undefined) {
    throw new Failure(
      `--tables ${names}: ${wrong || 'nothing'} is no form; give ${TABLE_FORMS.join(' or ')}, or both with a comma`,
      2,
    );
  }
  return TABLE_FORMS.filter((form) => asked.includes(form));
}
