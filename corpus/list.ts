/**
 * Finds the articles that a person named: takes files, folders and `-`, gives what there is to read, each once, in
 * the order of the paths. It looks at names and permissions only and refuses what cannot be read; it never opens a
 * file for its content.
 */
import { accessSync, constants, fstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { InputError, unreadable } from './input-error.js';

/** One article to read. */
export interface ArticleFile {
  /** What is opened, with forward slashes; `-` is the standard input. */
  readonly path: string;
  /** Relative to what was named, with forward slashes; part of the article's id. */
  readonly source: string;
  /** The file's name without its extension. */
  readonly identifier: string;
  /** Bytes; absent for what is no regular file. */
  readonly size?: number;
}

export const STANDARD_INPUT = '-';

/**
 * Lists what was named. In folders, at any depth, only `.txt` files whose name does not begin with a dot count.
 * @throws InputError for a path that is missing or unreadable and for a folder without articles
 */
export function listArticles(named: readonly string[]): readonly ArticleFile[] {
  const files = new Map<string, ArticleFile>();
  for (const file of named.flatMap(listNamed)) {
    const key = file.path === STANDARD_INPUT ? file.path : path.resolve(file.path);
    if (!files.has(key)) files.set(key, file);
  }
  return tellApart([...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/**
 * The one article that was named.
 * @throws InputError when it is missing, unreadable or a folder
 */
export function articleAt(named: string): ArticleFile {
  if (named !== STANDARD_INPUT && look(named).isDirectory()) {
    throw new InputError(`${named}: is a folder; name one article in it`);
  }
  return listNamed(named)[0];
}

/** Formats that hold articles in a structure: read as plain text their marks would become words. */
const STRUCTURED = /\.(?:csv|docx?|gz|html?|jsonl?|jsonld|nd(?:json|jsonld)|parquet|pdf|tar|tsv|xml|zip)$/iu;
const PLAIN = /\.txt$/iu;

function listNamed(named: string): readonly ArticleFile[] {
  if (named === STANDARD_INPUT) return [standardInput()];
  const stats = look(named);
  if (!stats.isDirectory()) return [namedFile(named, stats)];
  const files = filesIn(named, named, []);
  if (files.length === 0) {
    throw new InputError(`${named}: holds no article; give a folder with .txt files in it`);
  }
  return files;
}

function standardInput(): ArticleFile {
  // Node reads a folder as if it were empty.
  if (fstatSync(0).isDirectory()) throw new InputError('standard input: is a folder; pipe one text into it');
  return { path: STANDARD_INPUT, source: STANDARD_INPUT, identifier: 'stdin' };
}

function namedFile(named: string, stats: Stats): ArticleFile {
  if (STRUCTURED.test(named)) {
    throw new InputError(`${named}: is no plain text; give .txt files, or folders of them`);
  }
  checkReadable(named);
  return articleFile(named, path.basename(named), stats);
}

function filesIn(root: string, folder: string, above: readonly string[]): readonly ArticleFile[] {
  const { real, names } = contentOf(folder);
  // A link that leads to a folder above would be followed for ever.
  if (above.includes(real)) return [];
  return names.flatMap((name) => {
    const place = path.join(folder, name);
    const stats = PLAIN.test(name) ? look(place) : lookInPassing(place);
    if (stats?.isDirectory()) return filesIn(root, place, [...above, real]);
    if (!stats?.isFile() || !PLAIN.test(name)) return [];
    checkReadable(place);
    return [articleFile(place, path.relative(root, place), stats)];
  });
}

function contentOf(folder: string): { readonly real: string; readonly names: readonly string[] } {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    return { real: realpathSync(folder), names };
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function articleFile(place: string, source: string, stats: Stats): ArticleFile {
  return {
    path: withForwardSlashes(path.normalize(place)),
    source: withForwardSlashes(source),
    identifier: path.parse(place).name,
    ...(stats.isFile() ? { size: stats.size } : {}),
  };
}

/** `a/1.txt` and `b/1.txt`, named together, would both be `1.txt`: then the whole path is the source. */
function tellApart(files: readonly ArticleFile[]): readonly ArticleFile[] {
  const times = new Map<string, number>();
  for (const { source } of files) times.set(source, (times.get(source) ?? 0) + 1);
  return files.map((file) => (times.get(file.source) === 1 ? file : { ...file, source: file.path }));
}

function withForwardSlashes(place: string): string {
  return path.sep === '/' ? place : place.replaceAll(path.sep, '/');
}

function look(place: string): Stats {
  try {
    return statSync(place);
  } catch (error) {
    throw unreadable(place === '' ? "''" : place, error);
  }
}

/** What is no article may be a broken link without disturbing anyone. */
function lookInPassing(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

function checkReadable(place: string): void {
  try {
    accessSync(place, constants.R_OK);
  } catch (error) {
    throw unreadable(place, error);
  }
}
