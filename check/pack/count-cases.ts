/**
 * The case of `firings.tsv`: how often every rule and sieve and the rows of lists fire in the articles of the pack, as it was
 * kept. A rule or row that goes, or comes, or fires more or less often shows there, whatever comes of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Extractor } from '../../index.js';
import { changedFirings, firingsFile, firingsIn } from '../coverage/firings-file.js';
import type { CheckedArticle } from './articles.js';
import type { Case } from './case.js';
import type { OpenedPack } from './open.js';
import type { PackPlaces } from './places.js';

/** What the file must be. */
export function firingsOf(
  { contents, rules, rulesBelow }: OpenedPack,
  extractor: Extractor,
  articles: readonly CheckedArticle[],
): string {
  const documents = articles.map(({ document }) => document);
  return firingsFile(contents, [...rulesBelow, ...rules], firingsIn(documents, extractor));
}

/** Whether a pack keeps the file: the built-in one does, another one if it has begun to. */
export function keepsFirings({ under, firings }: PackPlaces): boolean {
  return under === undefined || existsSync(firings);
}

/** Compares it with the file. */
export function countCases(places: PackPlaces, firings: string): readonly Case[] {
  if (!keepsFirings(places)) return [];
  const one: Case = { check: 'counts', name: 'firings.tsv', file: places.firings };
  const advice = 'look at it; isnad check --update accepts it';
  if (!existsSync(places.firings))
    return [{ ...one, fault: { level: 'failure', reason: 'is not there', advice } }];
  const details = changedFirings(readFileSync(places.firings, 'utf8'), firings);
  if (details.length === 0) return [one];
  const reason = `${details.length} of its rows ${details.length === 1 ? 'has' : 'have'} changed`;
  return [{ ...one, fault: { level: 'failure', reason, advice, details } }];
}
