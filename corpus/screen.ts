/**
 * A last look at a record that a format gave: an article that is not in Arabic is passed over, garbled words are reported, and a declared
 * language that the letters contradict is corrected. A garbled article is kept, since nobody can tell its language.
 */
import type { Article } from '../index.js';
import { problem } from '../pipeline/problem.js';
import { mojibakeIn } from './encoding/mojibake.js';
import { languageOf } from './language.js';
import type { ReadOptions, SourceRecord } from './record.js';

export function screened(given: SourceRecord, { allLanguages = false }: ReadOptions): SourceRecord {
  if (given.kind !== 'article') return given;
  const { record, identifier, bytes, article, problems } = given;
  const language = languageOf(article.text, article.inLanguage);
  const garbled = mojibakeIn(article.text);
  if (garbled !== undefined) {
    const { start, end, says } = garbled;
    return { ...given, problems: [...problems, problem('mojibake', start, end, says)] };
  }
  if (language !== 'ar' && language !== 'und' && !allLanguages)
    return { kind: 'passed-over', record, identifier, bytes, language };
  return { ...given, article: inLanguage(article, language) };
}

function inLanguage(article: Article, language: string): Article {
  const declared = article.inLanguage?.toLowerCase().split(/[-_]/u)[0];
  return declared === undefined || declared === language || language.startsWith('und')
    ? article
    : { ...article, inLanguage: language };
}
