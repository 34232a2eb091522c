/**
 * Scores an extractor's mentions against a corpus in CoNLL format, as whole written words.
 * Takes lines of word and tag, builds texts of them (words joined by a space, sentences by a line break), runs
 * the extractor on each and compares. The corpus's own division into words is kept, so that `(د` is one word.
 * All offsets are Unicode code points, end exclusive.
 */
import { bootstrap, type Interval } from './bootstrap.js';
import { mentionCounts } from './count.js';
import type { GoldDocument, GoldMention } from './gold.js';
import { fOf, type Measure, measure, oneDecimal } from './measure.js';
import { compareMentions, MENTION_TYPES, type MentionType, type PredictedMention } from './mentions.js';
import { type MentionRow, mapRows, sumMentions } from './score.js';
import { codePointCount } from './words.js';

export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

export type TaggedSentence = readonly TaggedWord[];

export interface ConllScores {
  readonly documents: number;
  readonly sentences: number;
  /** Words of the corpus. */
  readonly tokens: number;
  readonly mentions: Readonly<Record<MentionRow, Measure>>;
  /** 95 % interval of each F, by bootstrap over documents. */
  readonly intervals: { readonly mentions: Readonly<Record<MentionRow, Interval>> };
}

/** Finds the mentions of a text; offsets in code points. */
export type ExtractMentions = (text: string) => readonly PredictedMention[];

const TYPES: Readonly<Record<string, MentionType>> = {
  PER: 'Person',
  PERS: 'Person',
  LOC: 'Place',
  ORG: 'Organization',
};
const SENTENCES_A_DOCUMENT = 200;

/**
 * Reads CoNLL: a word, a tab or space, a tag (the last column); an empty line ends a sentence.
 * @param firstLine number of the first line in its file, for errors
 * @throws Error with one line that names place, line and reason
 */
export function parseConll(lines: string, place: string, firstLine = 1): readonly TaggedSentence[] {
  const sentences: TaggedWord[][] = [[]];
  for (const [index, line] of lines
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const columns = line.split(/[\t ]+/u).filter((column) => column !== '');
    if (columns.length === 0 || columns[0] === '-DOCSTART-') {
      sentences.push([]);
      continue;
    }
    const tag = columns[columns.length - 1];
    if (columns.length < 2 || !/^(?:O|[BI]-.+)$/u.test(tag)) {
      throw new Error(
        `${place}:${firstLine + index}: "${line}" is no word with a tag; give word, tab, and O, B-… or I-…`,
      );
    }
    sentences[sentences.length - 1].push({ word: columns[0], tag });
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** Scores an extractor on sentences; those of one document are read as one text. */
export function scoreConll(
  sentences: readonly TaggedSentence[],
  extractMentions: ExtractMentions,
  sentencesADocument: number = SENTENCES_A_DOCUMENT,
): ConllScores {
  const documents = conllDocuments(sentences, sentencesADocument);
  const counts = documents.map((document) =>
    mentionCounts(compareMentions(document, extractMentions(document.text))),
  );
  const rows: readonly MentionRow[] = [...MENTION_TYPES, 'micro'];
  const found = bootstrap(counts.length, (times) => {
    const drawn = counts.flatMap((one, index) => new Array<typeof one>(times[index]).fill(one));
    return Object.values(sumMentions(drawn)).map(fOf);
  }).map(([low, high]): Interval => [oneDecimal(low), oneDecimal(high)]);
  return {
    documents: documents.length,
    sentences: sentences.length,
    tokens: sentences.reduce((sum, sentence) => sum + sentence.length, 0),
    mentions: mapRows(sumMentions(counts), measure),
    intervals: {
      mentions: Object.fromEntries(rows.map((row, index) => [row, found[index]])) as Record<
        MentionRow,
        Interval
      >,
    },
  };
}

/** Builds gold documents of some hundred sentences each, whose words are those of the corpus. */
export function conllDocuments(
  sentences: readonly TaggedSentence[],
  sentencesADocument: number = SENTENCES_A_DOCUMENT,
): readonly GoldDocument[] {
  const count = Math.ceil(sentences.length / sentencesADocument);
  return Array.from({ length: count }, (_, index) => {
    const part = sentences.slice(index * sentencesADocument, (index + 1) * sentencesADocument);
    return conllDocument(String(index).padStart(3, '0'), part);
  });
}

function conllDocument(id: string, sentences: readonly TaggedSentence[]): GoldDocument {
  const text = sentences.map((sentence) => sentence.map(({ word }) => word).join(' ')).join('\n');
  const starts: number[] = [];
  const ends: number[] = [];
  let point = 0;
  for (const { word } of sentences.flat()) {
    starts.push(point);
    point += codePointCount(word);
    ends.push(point);
    point++;
  }
  const words = { starts, ends, forms: sentences.flat().map(({ word }) => word) };
  const mentions = goldMentions(sentences, starts, ends, Array.from(text));
  return { id, file: '', text, words, entities: {}, mentions, quotations: [], notSpeech: [] };
}

/** Reads the tags leniently: an I- that follows no word of its own type opens a name. */
function goldMentions(
  sentences: readonly TaggedSentence[],
  starts: readonly number[],
  ends: readonly number[],
  points: readonly string[],
): readonly GoldMention[] {
  const names: { first: number; after: number; label: string }[] = [];
  let number = 0;
  for (const sentence of sentences) {
    let label = '';
    for (const { tag } of sentence) {
      if (tag.startsWith('I-') && tag.slice(2) === label) names[names.length - 1].after = number + 1;
      else if (tag !== 'O') names.push({ first: number, after: number + 1, label: tag.slice(2) });
      label = tag === 'O' ? '' : tag.slice(2);
      number++;
    }
  }
  return names
    .filter(({ label }) => TYPES[label] !== undefined)
    .map(({ first, after, label }) => {
      const [start, end] = [starts[first], ends[after - 1]];
      return { start, end, text: points.slice(start, end).join(''), type: TYPES[label], entity: '' };
    });
}
