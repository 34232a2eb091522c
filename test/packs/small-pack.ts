/** Writes small packs into a folder that goes away, so that a test can show a pack with one thing wrong. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PackError } from '../../packs/error.js';
import { loadPack } from '../../packs/load.js';
import type { Knowledge } from '../../pipeline/knowledge.js';

/** Path in the pack → its lines, or its bytes. */
export type PackFiles = Readonly<Record<string, readonly string[] | Uint8Array>>;

/** Writes a pack; gives its folder. */
export function writePack(files: PackFiles): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-pack-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
      content instanceof Uint8Array ? content : content.map((line) => `${line}\n`).join(''),
    );
  }
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The lines of the error that a pack gives, with paths inside the pack; none when it is sound. */
export function defectsOf(files: PackFiles, base?: Knowledge): readonly string[] {
  const folder = writePack(files);
  return linesOf(folder, () => loadPack([folder], base));
}

/** The lines of a `PackError`, with paths inside the folder. */
export function linesOf(folder: string, load: () => unknown): readonly string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.message.replaceAll(`${folder}/`, '').split('\n');
  }
}

export const PLACES = 'name\taliases\tkind\tcountry\tpopulation\tspelling\twikidata\tcertainty\treading';
export const GIVEN_NAMES = 'name\tgender\torigin\treading';
export const STOPWORDS = 'word\tfunction';

/** A sound rule, line by line; `changes` replaces lines by their number from 1. */
export function ruleLines(changes: Readonly<Record<number, string>> = {}): string[] {
  return RULE.map((line, index) => changes[index + 1] ?? line);
}

const RULE = [
  'id: person/title-name',
  'says: A title before an unlisted name names a person.',
  'match: "#Title #Complement{0,7} [<person>#NameFirst #NameNext{0,3}]"',
  'makes: { type: Person, span: person, jobTitle: before }',
  'confidence: 0.9',
  'examples:',
  '  - text: "وصل وزير النقل سامر العبدلات إلى العقبة"',
  '    person: "سامر العبدلات"',
  '  - text: "قالت المديرة هالة منصور إن الدوام مستمر"',
  '    person: "هالة منصور"',
  'nearMisses:',
  '  - text: "التقى وزير النقل نظيره في العقبة"',
  '    why: no name follows the title',
  '  - text: "استقال الوزير أمس"',
  '    why: nothing follows the title',
];
