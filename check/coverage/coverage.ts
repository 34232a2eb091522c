/**
 * What each rule, sieve and list row is worth: how often it fires in annotated articles and how often it was right there, how often it
 * fires in a corpus, which rules only repeat others, and what never fires. Takes articles one by one, gives a row for each.
 */
import type { ReadArticle } from '../../corpus/read.js';
import type { Document, Extractor, Knowledge } from '../../index.js';
import { LIST_PARTS, rowsOf } from '../../packs/merge.js';
import { SIEVES } from '../../pipeline/confidence.js';
import type { GoldDocument } from '../gold.js';
import { createFirings } from './firings.js';
import { judge } from './judge.js';
import { createRepeats } from './repeats.js';

/** One rule, sieve or row. */
export interface CoverageRow {
  readonly name: string;
  /** `rules`, `sieves`, or the list. */
  readonly list: string;
  /** In the annotated articles. Of the rows of lists of words nobody can say whether they were right. */
  readonly gold: { readonly fired: number; readonly right: number; readonly wrong: number };
  readonly corpus: { readonly fired: number };
  /** Articles in which the rule fired, and in each of which others find the same without it. */
  readonly repeats?: number;
}

export interface Coverage {
  readonly articles: { readonly gold: number; readonly corpus: number };
  readonly rows: readonly CoverageRow[];
}

export interface CoverageTally {
  addGold(article: ReadArticle, gold: GoldDocument): void;
  addCorpus(article: ReadArticle): void;
  result(): Coverage;
}

export type Extract = (extractor: Extractor, article: ReadArticle) => Document;

export function createCoverage(extractor: Extractor, pack: Knowledge, extract: Extract): CoverageTally {
  const [gold, corpus] = [createFirings(), createFirings()];
  const repeats = createRepeats(extractor, pack.rules);
  const verdicts = new Map<string, { right: number; wrong: number }>();
  const articles = { gold: 0, corpus: 0 };
  const read = (article: ReadArticle, firings: typeof gold): Document => {
    const document = extract(extractor, article);
    firings.add(document, extractor.meetRows(document.article.text));
    repeats.add(article, document);
    return document;
  };
  return {
    addGold: (article, annotated) => {
      articles.gold++;
      for (const { name, isRight } of judge(annotated, read(article, gold))) {
        const verdict = verdicts.get(name) ?? { right: 0, wrong: 0 };
        verdicts.set(name, verdict);
        verdict[isRight ? 'right' : 'wrong']++;
      }
    },
    addCorpus: (article) => {
      articles.corpus++;
      read(article, corpus);
    },
    result: () => {
      const rowOf = ({ name, list, fired }: Subject): CoverageRow => {
        const repeated = repeats.repeating.get(name);
        return {
          name,
          list,
          gold: { fired: fired(gold), ...(verdicts.get(name) ?? { right: 0, wrong: 0 }) },
          corpus: { fired: fired(corpus) },
          ...(repeated === undefined ? {} : { repeats: repeated }),
        };
      };
      const seen = new Set([...gold.rules.keys(), ...corpus.rules.keys(), ...SIEVES]);
      return { articles, rows: subjectsOf(pack, seen).map(rowOf) };
    },
  };
}

type Counted = ReturnType<typeof createFirings>;

/** Something that can fire, by the name that evidence gives it. */
interface Subject {
  readonly name: string;
  readonly list: string;
  readonly fired: (firings: Counted) => number;
}

function subjectsOf(pack: Knowledge, seen: ReadonlySet<string>): readonly Subject[] {
  const rules = pack.rules.map(({ id }) => id);
  const byRule = (list: string) => (name: string) => ({
    name,
    list,
    fired: ({ rules: counts }: Counted) => counts.get(name) ?? 0,
  });
  const sieves = [...seen].filter((name) => !rules.includes(name)).sort();
  return [...rules.map(byRule('rules')), ...sieves.map(byRule('sieves')), ...listRows(pack)];
}

function listRows(pack: Knowledge): Subject[] {
  const rows = new Map<string, Subject>();
  for (const part of LIST_PARTS)
    for (const { list, key, written } of rowsOf(pack, part)) {
      const id = `${list}:${key}`;
      rows.set(id, { name: `${list}:${written}`, list, fired: ({ rows: counts }) => counts.get(id) ?? 0 });
    }
  return [...rows.values()];
}
