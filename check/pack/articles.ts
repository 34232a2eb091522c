/** The articles of a pack with what is found in them. Takes the folder and an extractor; a folder that is absent has none. */
import { existsSync } from 'node:fs';
import { listArticles } from '../../corpus/list.js';
import { readArticles } from '../../corpus/read.js';
import { type Document, type Evidence, type Extractor, toJsonLd } from '../../index.js';

export interface CheckedArticle {
  /** Name of its file without the extension. */
  readonly name: string;
  readonly document: Document;
  /** The output, as `fixtures/expected` keeps it. */
  readonly output: ReturnType<typeof toJsonLd>;
}

/**
 * Reads and extracts all articles of a folder, in the order of their names.
 * @throws InputError when the folder holds no article or one of them cannot be read
 */
export async function checkedArticles(
  folder: string,
  extractor: Extractor,
): Promise<readonly CheckedArticle[]> {
  if (!existsSync(folder)) return [];
  const articles: CheckedArticle[] = [];
  for await (const { file, record } of readArticles(listArticles([folder]), { format: 'text' })) {
    const { article, problems } = record;
    const document = extractor.extract(article, problems);
    articles.push({ name: file.identifier, document, output: toJsonLd(document, { context: 'file' }) });
  }
  return articles;
}

/** Rules that some mention of the articles rests on. */
export function firedRules(articles: readonly CheckedArticle[]): ReadonlySet<string> {
  const fired = new Set<string>();
  const note = ({ rule, because = [] }: Evidence): void => {
    fired.add(rule);
    because.forEach(note);
  };
  for (const { document } of articles)
    for (const { mentions } of document.entities) for (const { evidence } of mentions) evidence.forEach(note);
  return fired;
}
