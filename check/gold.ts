/**
 * The gold: what a perfect extractor finds in an article, as people annotated it.
 * Takes a folder of gold files and the folder of their texts, gives checked documents, and refuses a gold whose
 * offsets do not fit its text. All offsets are Unicode code points, end exclusive. Never writes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../corpus/encoding/decode.js';
import { type WordTable, wordsOf } from './words.js';

/** `Source`: a speaker who is only described (`مصدر أمني`), which no extractor has to emit as a mention. */
export type GoldType = 'Person' | 'Organization' | 'Place' | 'Source';

export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface GoldMention extends GoldSpan {
  readonly type: GoldType;
  readonly entity: string;
  /** Neither rewarded nor punished. */
  readonly optional?: boolean;
}

export interface GoldQuotation extends GoldSpan {
  readonly kind: string;
  /** Key of an entity of this document, or null when nobody can be named. */
  readonly speaker: string | null;
  readonly cue?: string;
  readonly optional?: boolean;
}

export interface GoldEntity {
  readonly type: GoldType;
  readonly label: string;
  readonly names: readonly string[];
}

/** One gold file with its text and the words of that text. */
export interface GoldDocument {
  readonly id: string;
  /** Name of the text file. */
  readonly file: string;
  readonly text: string;
  readonly words: WordTable;
  readonly entities: Readonly<Record<string, GoldEntity>>;
  readonly mentions: readonly GoldMention[];
  readonly quotations: readonly GoldQuotation[];
  /** Marked words that are not speech: names, titles of works, terms, irony. */
  readonly notSpeech: readonly GoldSpan[];
}

/** The content of a gold file. */
export interface GoldJson extends Omit<GoldDocument, 'text' | 'words'> {
  /** Of the bytes of the text file. */
  readonly sha256?: string;
  readonly offsets?: string;
}

/**
 * Reads every `.json` of a gold folder, in order of file name.
 * @param textsFolder where the texts are that the gold files name; the gold folder itself if not given
 * @throws Error with one line that says which file is wrong, why, and what to do
 */
export function readGold(folder: string, textsFolder: string = folder): readonly GoldDocument[] {
  if (!existsSync(folder))
    throw new Error(`${folder}: there is no such gold folder; give a folder of gold files`);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.length === 0)
    throw new Error(`${folder}: holds no gold file (.json); give a folder of gold files`);
  return files.sort().map((name) => readGoldFile(path.join(folder, name), textsFolder));
}

/**
 * Reads one gold file.
 * @throws Error as `readGold`
 */
export function readGoldFile(file: string, textsFolder: string): GoldDocument {
  const gold = parse(file);
  const textFile = path.join(textsFolder, gold.file);
  if (!existsSync(textFile)) {
    throw new Error(`${file}: its text ${textFile} is absent; name the folder that holds the texts`);
  }
  const bytes = readFileSync(textFile);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (gold.sha256 !== undefined && gold.sha256 !== digest) {
    throw new Error(
      `${file}: ${textFile} is not the text that was annotated (sha256 differs); restore that text`,
    );
  }
  return goldDocument(file, gold, decode(bytes).text);
}

function parse(file: string): GoldJson {
  let gold: Partial<GoldJson>;
  try {
    gold = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: is not JSON (${(error as Error).message}); repair it`);
  }
  for (const key of ['id', 'file', 'entities', 'mentions', 'quotations', 'notSpeech'] as const) {
    if (gold[key] === undefined) throw new Error(`${file}: has no "${key}"; a gold file needs it`);
  }
  return gold as GoldJson;
}

/**
 * A gold with its text.
 * @param place names it in errors
 * @throws Error with one line when the gold does not fit the text
 */
export function goldDocument(place: string, gold: GoldJson, text: string): GoldDocument {
  const points = Array.from(text);
  for (const row of [...gold.mentions, ...gold.quotations, ...gold.notSpeech]) {
    const slice = points.slice(row.start, row.end).join('');
    if (slice !== row.text) {
      throw new Error(
        `${place}: at ${row.start}–${row.end} the text has "${slice}" where the gold says "${row.text}"; correct the offsets (code points)`,
      );
    }
  }
  for (const row of [...gold.mentions.map((m) => m.entity), ...gold.quotations.map((q) => q.speaker)]) {
    if (row !== null && gold.entities[row] === undefined) {
      throw new Error(`${place}: "${row}" is not among its entities; add it or correct the name`);
    }
  }
  const { id, file, entities, mentions, quotations, notSpeech } = gold;
  return { id, file, text, words: wordsOf(text), entities, mentions, quotations, notSpeech };
}
