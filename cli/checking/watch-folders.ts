/**
 * Tells when something changes in folders, at any depth. It watches folders and not files, since many editors save by
 * writing a new file and giving it the old one's name. What changed is for the caller to find out.
 */
import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import path from 'node:path';

/** A save is several events; they count as one when they are closer together than this, in milliseconds. */
const PAUSE = 40;

/** Calls back after each change; gives back how to stop. */
export function watchFolders(roots: readonly string[], changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const noticed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh();
      changed();
    }, PAUSE);
  };
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  /** New folders are watched too, and those that are gone no more. */
  const refresh = (): void => {
    const present = new Set(roots.flatMap(foldersUnder));
    for (const folder of watchers.keys()) if (!present.has(folder)) forget(folder);
    for (const folder of present) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, noticed);
        watcher.on('error', () => {
          forget(folder);
          noticed();
        });
        watchers.set(folder, watcher);
      } catch {
        // It went away between being listed and being watched.
      }
    }
  };
  refresh();
  return () => {
    clearTimeout(timer);
    for (const folder of [...watchers.keys()]) forget(folder);
  };
}

function foldersUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules',
  );
  return [folder, ...inside.flatMap(({ name }) => foldersUnder(path.join(folder, name)))];
}
