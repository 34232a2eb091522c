/** The articles of a pack with what is found in them. Takes the folder and an extractor; one that is absent or empty has none. */
import { existsSync, readdirSync } from 'node:fs';
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
 * Reads and extracts all texts of a folder, in the order of their names.
 * @throws InputError when one of them cannot be read
 */
export async function checkedArticles(
  folder: string,
  extractor: Extractor,
): Promise<readonly CheckedArticle[]> {
  if (!existsSync(folder) || !readdirSync(folder, { recursive: true }).some(isText)) return [];
  const texts = listArticles([folder]).filter(({ path }) => isText(path));
  const articles: CheckedArticle[] = [];
  for await (const { file, record } of readArticles(texts, { format: 'text' })) {
    const { article, problems } = record;
    const document = extractor.extract(article, problems);
    articles.push({ name: file.identifier, document, output: toJsonLd(document, { context: 'file' }) });
  }
  return articles;
}

function isText(name: string | Buffer): boolean {
  return /\.txt$/iu.test(String(name));
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
