/**
 * Golds as words with BIO tags and back. Out: each line of the text is a sentence, each written word and each other sign
 * a row; only required names have tags. In: words are joined by a space, sentences by a line end, and names written
 * alike are one entity. Offsets of golds are code points, of rows UTF-16 units.
 */
import { conllDocuments, parseConll } from '../conll.js';
import type { GoldDocument, GoldEntity } from '../gold.js';
import { type GoldRows, rowsOf } from './rows.js';

const TAGS: Readonly<Record<string, string>> = { Person: 'PER', Organization: 'ORG', Place: 'LOC' };
const UNIT = /[\p{L}\p{N}\u064B-\u065F\u0670\u0640]+|[^\s\p{L}\p{N}\u064B-\u065F\u0670\u0640]/gu;

/** The rows of a gold, with an empty line behind each sentence. */
export function writeConll(gold: GoldDocument): string {
  const tags = tagger(gold);
  const sentences: string[] = [];
  let point = 0;
  for (const line of gold.text.split('\n')) {
    let unit = 0;
    const rows = [...line.matchAll(UNIT)].map(({ 0: word, index }) => {
      point += length(line.slice(unit, index));
      unit = index + word.length;
      const start = point;
      point += length(word);
      return `${word}\t${tags(start, point)}`;
    });
    point += length(line.slice(unit)) + 1;
    if (rows.length > 0) sentences.push(`${rows.join('\n')}\n`);
  }
  return sentences.join('\n');
}

/** Gives the tag of each word in text order. */
function tagger({ mentions }: GoldDocument): (start: number, end: number) => string {
  const required = mentions.filter(({ type, optional }) => TAGS[type] !== undefined && !optional);
  let next = 0;
  let opened = -1;
  return (start, end) => {
    while (next < required.length && required[next].end <= start) next++;
    const mention = required[next];
    if (mention === undefined || mention.start >= end) return 'O';
    const tag = `${opened === next ? 'I' : 'B'}-${TAGS[mention.type]}`;
    opened = next;
    return tag;
  };
}

function length(text: string): number {
  return Array.from(text).length;
}

/** One text with its names. */
export interface ConllArticle {
  readonly text: string;
  readonly rows: GoldRows;
}

/**
 * Reads a file; `-DOCSTART-` begins another article.
 * @throws Error with one line that names place, line and reason
 */
export function importConll(place: string, content: string): readonly ConllArticle[] {
  let line = 1;
  return content.split(/^-DOCSTART-.*$/mu).flatMap((part) => {
    const sentences = parseConll(part, place, line);
    line += part.split('\n').length - 1;
    const [document] = conllDocuments(sentences, Number.MAX_SAFE_INTEGER);
    return document === undefined ? [] : [articleOf(document)];
  });
}

function articleOf(document: GoldDocument): ConllArticle {
  const entities = new Map<string, GoldEntity>();
  const mentions = document.mentions.map((mention) => {
    const { type, text } = mention;
    let key = text;
    for (let number = 2; entities.has(key) && entities.get(key)?.type !== type; number++) {
      key = `${text} (${number})`;
    }
    entities.set(key, { type, label: key, names: [text] });
    return { ...mention, entity: key };
  });
  const { text } = document;
  const gold = { entities: Object.fromEntries(entities), mentions, quotations: [], notSpeech: [] };
  return { text, rows: rowsOf(gold, text) };
}
