/**
 * Finds the inputs that a person named: takes files, folders and `-`, gives what there is to read, each once, in
 * the order of the paths. It refuses what cannot be read; in folders it looks at the first bytes of each file and leaves out what
 * holds no articles. A file that is named is always taken.
 */
import { fstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { mayHoldArticles } from './glance.js';
import { InputError } from './input-error.js';
import { checkReadable, contentOf, look, lookInPassing, withForwardSlashes } from './look.js';

/** One file to read, of any format. */
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

/** What was found. */
export interface Listing {
  readonly files: readonly ArticleFile[];
  /** Paths of files in folders that hold no articles: pictures, programs, files of code. */
  readonly leftOut: readonly string[];
}

/**
 * Lists what was named. In folders, at any depth, files whose name begins with a dot do not count.
 * @throws InputError for a path that is missing or unreadable and for a folder without articles
 */
export function listInputs(named: readonly string[]): Listing {
  const listings = named.map(listNamed);
  const files = new Map<string, ArticleFile>();
  for (const file of listings.flatMap((listing) => listing.files)) {
    const key = file.path === STANDARD_INPUT ? file.path : path.resolve(file.path);
    if (!files.has(key)) files.set(key, file);
  }
  const leftOut = new Set(listings.flatMap((listing) => listing.leftOut));
  return {
    files: tellApart([...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))),
    leftOut: [...leftOut].sort(),
  };
}

/** The files of `listInputs` alone. */
export function listArticles(named: readonly string[]): readonly ArticleFile[] {
  return listInputs(named).files;
}

/**
 * The one file that was named.
 * @throws InputError when it is missing, unreadable or a folder
 */
export function articleAt(named: string): ArticleFile {
  if (named !== STANDARD_INPUT && look(named).isDirectory()) {
    throw new InputError(`${named}: is a folder; name one article in it`);
  }
  return listNamed(named).files[0];
}

/** What a file is called in messages. */
export function placeOf(file: ArticleFile): string {
  return file.path === STANDARD_INPUT ? 'standard input' : file.path;
}

function listNamed(named: string): Listing {
  if (named === STANDARD_INPUT) return { files: [standardInput()], leftOut: [] };
  const stats = look(named);
  if (!stats.isDirectory()) return { files: [namedFile(named, stats)], leftOut: [] };
  const found = { files: [] as ArticleFile[], leftOut: [] as string[] };
  gather(named, named, [], found);
  if (found.files.length > 0) return found;
  const others =
    found.leftOut.length === 0 ? '' : `; ${found.leftOut.length} files in it are of no known format`;
  throw new InputError(
    `${named}: holds no article${others}; give a folder with texts, feeds or tables in it`,
  );
}

function standardInput(): ArticleFile {
  // Node reads a folder as if it were empty.
  if (fstatSync(0).isDirectory()) throw new InputError('standard input: is a folder; pipe one text into it');
  return { path: STANDARD_INPUT, source: STANDARD_INPUT, identifier: 'stdin' };
}

function namedFile(named: string, stats: Stats): ArticleFile {
  checkReadable(named);
  return articleFile(named, path.basename(named), stats);
}

function gather(
  root: string,
  folder: string,
  above: readonly string[],
  found: { readonly files: ArticleFile[]; readonly leftOut: string[] },
): void {
  const { real, names } = contentOf(folder);
  // A link that leads to a folder above would be followed for ever.
  if (above.includes(real)) return;
  for (const name of names) {
    const place = path.join(folder, name);
    const stats = lookInPassing(place);
    if (stats?.isDirectory()) gather(root, place, [...above, real], found);
    if (!stats?.isFile()) continue;
    checkReadable(place);
    if (mayHoldArticles(place)) found.files.push(articleFile(place, path.relative(root, place), stats));
    else found.leftOut.push(withForwardSlashes(place));
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
