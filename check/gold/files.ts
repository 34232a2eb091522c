/**
 * Annotations and golds as files: which ones a person named, which text each is about, and what they say.
 * Takes paths of `.yaml` or `.json` files or folders of them; gives golds with their texts. Never writes.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError, unreadable } from '../../corpus/input-error.js';
import { type Defect, describeDefect } from '../../packs/error.js';
import { type GoldDocument, goldDocument, readGoldFile } from '../gold.js';
import { type Built, buildGold } from './build.js';
import { readAnnotation } from './parse.js';

/** An annotation's file and what comes of it. */
export interface BuiltFile extends Built {
  readonly file: string;
}

/** Thrown when annotations do not fit their texts: one line a defect. */
export class GoldError extends Error {
  override readonly name = 'GoldError';
  readonly defects: readonly Defect[];

  constructor(defects: readonly Defect[]) {
    super(defects.map(describeDefect).join('\n'));
    this.defects = defects;
  }
}

const ANNOTATION = /\.ya?ml$/iu;
const EITHER = /\.(?:ya?ml|json)$/iu;

/**
 * Builds every annotation that is named.
 * @param textsFolder where the texts are; by default each is looked for from its annotation's folder
 * @throws InputError when a file cannot be read; defects of annotations are in the result
 */
export function buildFiles(named: readonly string[], textsFolder?: string): readonly BuiltFile[] {
  return filesNamed(named, ANNOTATION, 'an annotation (.yaml)').map((file) => buildFile(file, textsFolder));
}

/**
 * The golds that are named, annotations built on the way. Of `003.yaml` and `003.json` in one folder the annotation counts.
 * @throws GoldError when annotations have defects; Error with one line when a gold does not fit its text
 */
export function loadGold(named: readonly string[], textsFolder?: string): readonly GoldDocument[] {
  const files = filesNamed(named, EITHER, 'a gold (.yaml or .json)');
  const annotated = new Set(files.filter((file) => ANNOTATION.test(file)).map(stemOf));
  const defects: Defect[] = [];
  const golds = files.flatMap((file) => {
    if (!ANNOTATION.test(file))
      return annotated.has(stemOf(file)) ? [] : [readGoldFile(file, textsFolder ?? path.dirname(file))];
    const built = buildFile(file, textsFolder);
    defects.push(...built.defects);
    return built.defects.length > 0 ? [] : [goldDocument(file, built.gold, built.text)];
  });
  if (defects.length > 0) throw new GoldError(defects);
  return golds;
}

/** A path without the ending of its file. */
export function stemOf(file: string): string {
  return file.replace(/\.[^./\\]+$/u, '');
}

function buildFile(file: string, textsFolder: string | undefined): BuiltFile {
  const { annotation, defects } = refusing(file, () => readAnnotation(file));
  const name = annotation.text ?? `${path.basename(stemOf(file))}.txt`;
  const textFile = textIn(textsFolder ?? path.dirname(file), name);
  if (!existsSync(textFile)) {
    const advice = 'name the folder of the texts with --texts, or write "text: NAME" into the annotation';
    throw new InputError(`${file}: its text ${textFile} is absent; ${advice}`);
  }
  const bytes = refusing(textFile, () => readFileSync(textFile));
  const built = buildGold({ place: file, annotation, file: name, bytes });
  return { ...built, file, defects: [...defects, ...built.defects] };
}

/** A text of an annotation that was moved is found by its name alone. */
function textIn(folder: string, name: string): string {
  const asWritten = path.join(folder, name);
  return existsSync(asWritten) ? asWritten : path.join(folder, path.basename(name));
}

/** The files that are named, those of a folder in order of their names. */
export function filesNamed(named: readonly string[], ending: RegExp, what: string): readonly string[] {
  return named.flatMap((place) => {
    if (!refusing(place, () => statSync(place)).isDirectory()) return [place];
    const names = refusing(place, () => readdirSync(place)).filter((name) => ending.test(name));
    if (names.length === 0) throw new InputError(`${place}: holds no file with ${what}; name another folder`);
    return names.sort().map((name) => path.join(place, name));
  });
}

function refusing<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw unreadable(place, error);
  }
}
