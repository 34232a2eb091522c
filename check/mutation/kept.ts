/**
 * What noticed which mutant, kept between runs, so that only what has changed is tried again. Takes a key for all that the answers depend
 * on; a file that is damaged or cannot be written only costs time.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stageFile } from '../../corpus/staged-file.js';
import { cacheFolder } from '../../packs/cache.js';
import type { Notice } from './notice.js';

export interface KeptNotices {
  /** The answers for a rule, in the order of its mutants, if nothing has changed since. */
  recall(rule: string, key: string): readonly Notice[] | undefined;
  keep(rule: string, key: string, notices: readonly Notice[]): void;
  save(): void;
}

type Content = Record<string, { readonly key: string; readonly notices: readonly Notice[] }>;

const FILE = 'mutants.json';

/** Opens what was kept; without a folder for caches nothing is. */
export function openNotices(folder: string | undefined = cacheFolder()): KeptNotices {
  const content = folder === undefined ? {} : read(path.join(folder, FILE));
  return {
    recall: (rule, key) => (content[rule]?.key === key ? content[rule].notices : undefined),
    keep: (rule, key, notices) => {
      content[rule] = { key, notices };
    },
    save: () => {
      if (folder !== undefined) write(folder, content);
    },
  };
}

/** A name for the program as it is compiled: everything that reads, matches and checks. */
export function codeKey(): string {
  const hash = createHash('sha256');
  for (const part of ['pipeline', 'check', 'output']) {
    const folder = fileURLToPath(new URL(`../../${part}`, import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    for (const file of files.sort())
      hash.update(`${part}/${file}\0`).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex');
}

function read(file: string): Content {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function write(folder: string, content: Content): void {
  try {
    mkdirSync(folder, { recursive: true });
    const staged = stageFile(path.join(folder, FILE));
    try {
      staged.write(`${JSON.stringify(content, null, 1)}\n`);
      staged.seal();
      staged.publish();
    } finally {
      staged.discard();
    }
  } catch {
    // The disk is full or not ours: the mutants are tried again next time.
  }
}
