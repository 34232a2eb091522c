/** The project's own files as the tidy tests see them: what is where, what it says, and what it imports. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What npm ships, and what only we use. */
export const SHIPPED = ['index.ts', 'pipeline', 'packs', 'output', 'corpus', 'check', 'names', 'cli'];
export const OURS = ['test', 'bench', 'tools'];

/** Paths of all files under the given files and folders, relative to the project root, sorted. */
export function filesUnder(places: readonly string[], ...endings: readonly string[]): string[] {
  return places
    .flatMap((place) =>
      path.extname(place) !== ''
        ? [place]
        : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => `${place}/${name}`),
    )
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort();
}

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}

export interface Import {
  /** A file of the project without its ending (`pipeline/document`), or a package (`compromise`, `node:fs`). */
  readonly target: string;
  readonly own: boolean;
  /** `import type` or `export type`. */
  readonly typeOnly: boolean;
}

/** Whatever a file imports or passes on, statically or not. */
export function importsOf(file: string): Import[] {
  const statements = read(file).matchAll(
    /^\s*(?:import|export)\b(?<what>[^'";]*?)\bfrom\s*'(?<from>[^']+)'|\b(?:import|require)\s*\(\s*'(?<called>[^']+)'|^import\s+'(?<bare>[^']+)'/gmu,
  );
  return [...statements].map(({ groups = {} }) => {
    const source = groups.from ?? groups.called ?? groups.bare;
    const own = source.startsWith('.');
    const target = own
      ? path.posix.join(path.posix.dirname(file), source).replace(/\.(js|cjs|mjs)$/u, '')
      : source;
    return { target, own, typeOnly: /^\s*type\b/u.test(groups.what ?? '') };
  });
}
