/** `isnad gold new`: writes a draft annotation of one text, to a new file or the standard output. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { draftAnnotation } from '../../check/gold/draft.js';
import { writeAnnotation } from '../../check/gold/write.js';
import { decode } from '../../corpus/encoding/decode.js';
import { unreadable } from '../../corpus/input-error.js';
import { createExtractor } from '../../index.js';
import type { RuleOptions } from '../extracting.js';
import { print } from '../standard-output.js';
import { refuseExisting, writeFiles } from './gold-files.js';

export interface GoldNewOptions extends RuleOptions {
  readonly out?: string;
}

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function goldNewCommand(named: string, { out, rules }: GoldNewOptions): Promise<void> {
  const { text } = decode(bytesOf(named));
  const extractor = createExtractor({ rules });
  const draft = draftAnnotation(extractor.extract({ identifier: path.parse(named).name, text }));
  const content = writeAnnotation({
    ...draft,
    notes: [...editorLine(out), ...(draft.notes ?? [])],
    ...(named !== '-' && { text: textName(named, out) }),
  });
  if (out === undefined) return print(content);
  refuseExisting([{ file: out, content }]);
  writeFiles([{ file: out, content }]);
}

function bytesOf(named: string): Buffer {
  try {
    return readFileSync(named === '-' ? 0 : named);
  } catch (error) {
    throw unreadable(named === '-' ? 'standard input' : named, error);
  }
}

/** The text as it is found from the annotation's folder. */
function textName(named: string, out: string | undefined): string {
  return path.relative(path.dirname(out ?? '.'), named).replaceAll(path.sep, '/');
}

/** Tells editors the schema of annotations, where the new file or the folder above has it. */
function editorLine(out: string | undefined): readonly string[] {
  const schema = ['gold.schema.json', '../gold.schema.json'].find(
    (place) => out !== undefined && existsSync(path.join(path.dirname(out), place)),
  );
  return schema === undefined ? [] : [`yaml-language-server: $schema=${schema}`];
}
