/**
 * `isnad gold import` and `isnad gold export`: annotations out of brat or CoNLL files, and golds into them. Every file
 * is new; all appear or none. What the other format cannot say is told on the standard error.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeBrat } from '../../check/gold/brat-export.js';
import { importBrat } from '../../check/gold/brat-import.js';
import { BRAT_CONFIGURATION } from '../../check/gold/brat-vocabulary.js';
import { importConll, writeConll } from '../../check/gold/conll-exchange.js';
import { describeRows } from '../../check/gold/describe.js';
import { filesNamed, loadGold, stemOf } from '../../check/gold/files.js';
import { writeAnnotation } from '../../check/gold/write.js';
import type { GoldDocument } from '../../check/gold.js';
import { decode } from '../../corpus/encoding/decode.js';
import { unreadable } from '../../corpus/input-error.js';
import type { Defect } from '../../packs/error.js';
import { asked, type NewFile, refusal, refuseExisting, writeFiles } from './gold-files.js';

type Format = 'brat' | 'conll';

export interface GoldImportOptions {
  readonly format: Format;
  readonly out: string;
}

export interface GoldExportOptions extends GoldImportOptions {
  readonly texts?: string;
}

/**
 * Makes annotations.
 * @throws InputError or Failure
 */
export async function goldImportCommand(
  named: readonly string[],
  { format, out }: GoldImportOptions,
): Promise<void> {
  const files = format === 'brat' ? fromBrat(named, out) : fromConll(named, out);
  write(files);
}

/**
 * Writes golds in another format.
 * @throws InputError or Failure
 */
export async function goldExportCommand(
  named: readonly string[],
  { format, out, texts }: GoldExportOptions,
): Promise<void> {
  const golds = asked(() => loadGold(named, texts));
  write(format === 'brat' ? toBrat(golds, out) : toConll(golds, out));
}

function write(files: readonly NewFile[]): void {
  refuseExisting(files);
  writeFiles(files);
  process.stderr.write(`${files.length} ${files.length === 1 ? 'file' : 'files'} written\n`);
}

function fromBrat(named: readonly string[], out: string): readonly NewFile[] {
  const defects: Defect[] = [];
  const files = filesNamed(named, /\.ann$/iu, 'an annotation of brat (.ann)').map((file) => {
    const textFile = `${stemOf(file)}.txt`;
    const text = readText(textFile);
    const imported = importBrat(file, readText(file), text);
    defects.push(...imported.defects);
    for (const what of imported.leftOut) process.stderr.write(`${file}: left out: ${what}\n`);
    const name = path.relative(out, textFile).replaceAll(path.sep, '/');
    const content = writeAnnotation({ text: name, ...describeRows(text, imported.rows) });
    return { file: path.join(out, `${path.basename(stemOf(file))}.yaml`), content };
  });
  if (defects.length > 0) throw refusal(defects);
  return files;
}

function fromConll(named: readonly string[], out: string): readonly NewFile[] {
  return filesNamed(named, /\.(?:conll|bio|iob2?)$/iu, 'words and tags (.conll)').flatMap((file) => {
    const articles = asked(() => importConll(file, readText(file)));
    const width = String(articles.length).length;
    return articles.flatMap(({ text, rows }, index) => {
      const number = articles.length === 1 ? '' : `-${String(index + 1).padStart(width, '0')}`;
      const name = `${path.basename(stemOf(file))}${number}`;
      return [
        { file: path.join(out, `${name}.txt`), content: `${text}\n` },
        { file: path.join(out, `${name}.yaml`), content: writeAnnotation(describeRows(text, rows)) },
      ];
    });
  });
}

function toBrat(golds: readonly GoldDocument[], out: string): readonly NewFile[] {
  const files = golds.flatMap((gold) => [
    { file: path.join(out, `${gold.id}.ann`), content: writeBrat(gold) },
    { file: path.join(out, `${gold.id}.txt`), content: gold.text },
  ]);
  return [...files, { file: path.join(out, 'annotation.conf'), content: BRAT_CONFIGURATION }];
}

function toConll(golds: readonly GoldDocument[], out: string): readonly NewFile[] {
  return golds.map((gold) => ({ file: path.join(out, `${gold.id}.conll`), content: writeConll(gold) }));
}

function readText(file: string): string {
  try {
    return decode(readFileSync(file)).text;
  } catch (error) {
    throw unreadable(file, error);
  }
}
