/**
 * Finds the files of a corpus: takes what a person named, gives each file once, in an order that depends on names only, one
 * by one, so that millions of them cost no memory. In folders it leaves out names with a leading dot, files that hold no articles, by
 * their first bytes, and the run's own folder; a file that is named is always taken.
 */
import { realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { mayHoldArticles } from '../glance.js';
import { InputError } from '../input-error.js';
import { checkReadable, contentOf, look, lookInPassing, withForwardSlashes } from '../look.js';
import { STANDARD_INPUT } from './place.js';

/** A file to read. */
export interface FoundFile {
  /** Number of what was named, and the way from there with forward slashes; empty when it was named itself. */
  readonly named: number;
  readonly path: string;
  /** What is opened. */
  readonly file: string;
  /** Unlike that of any other file; part of the ids of its articles. */
  readonly source: string;
  readonly size: number;
  /** When it was last changed, in milliseconds. */
  readonly modified: number;
}

/** What was named, and where it stands now. */
export interface NamedPlace {
  readonly name: string;
  readonly file: string;
}

/**
 * Gives the files of what was named, in the order in which it was named; in folders, at any depth, by their names.
 * @param out the run's own folder
 * @param leaveOut hears of files in folders that hold no articles
 * @throws InputError for what is missing or unreadable
 */
export function* walk(
  places: readonly NamedPlace[],
  out: string,
  leaveOut: (file: string) => void = () => {},
): Generator<FoundFile> {
  const sources = sourcesOf(places);
  const own = realPath(out);
  for (const [named, { name, file }] of places.entries()) {
    const stats = look(file);
    if (!stats.isDirectory()) {
      yield found(named, '', file, sources[named], stats);
      continue;
    }
    const prefix = places.length === 1 ? '' : `${sources[named]}/`;
    let files = 0;
    for (const way of filesIn(file, '', own, [])) {
      const place = path.join(file, way);
      const article = found(named, way, place, `${prefix}${way}`, look(place));
      if (mayHoldArticles(place)) {
        yield article;
        files++;
      } else leaveOut(place);
    }
    if (files === 0) throw new InputError(`${name}: holds no articles; name a folder with articles in it`);
  }
}

/** What was named, each once and nothing that lies in another named folder. */
export function distinctPlaces(names: readonly string[]): readonly string[] {
  const real = names.map((name) => (name === STANDARD_INPUT ? name : realPath(name)));
  return names.filter((_, index) => {
    const isWithin = (other: string, otherIndex: number) =>
      otherIndex !== index &&
      (real[index] === other ? otherIndex < index : real[index].startsWith(path.join(other, path.sep)));
    return !real.some(isWithin);
  });
}

/** The last names of what was named; where two have the same, all that was named. */
function sourcesOf(places: readonly NamedPlace[]): readonly string[] {
  const last = places.map(({ name }) => (name === STANDARD_INPUT ? name : path.basename(path.resolve(name))));
  return places.map(({ name }, index) => {
    const isAlone = last.filter((other) => other === last[index]).length === 1;
    return isAlone ? last[index] : withForwardSlashes(path.normalize(name));
  });
}

function* filesIn(root: string, way: string, own: string, above: readonly string[]): Generator<string> {
  const folder = path.join(root, way);
  const { real, names } = contentOf(folder);
  // A link that leads to a folder above would be followed for ever.
  if (real === own || above.includes(real)) return;
  for (const name of names) {
    const inner = way === '' ? name : `${way}/${name}`;
    const stats = lookInPassing(path.join(root, inner));
    if (stats?.isDirectory()) yield* filesIn(root, inner, own, [...above, real]);
    else if (stats?.isFile()) yield inner;
  }
}

function found(named: number, way: string, file: string, source: string, stats: Stats): FoundFile {
  checkReadable(file);
  return { named, path: way, file, source, size: stats.size, modified: Math.trunc(stats.mtimeMs) };
}

function realPath(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return path.resolve(place);
  }
}
