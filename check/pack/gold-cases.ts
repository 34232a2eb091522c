/**
 * Cases of the gold: no figure may be below its floor. Takes the articles with what was found in them; a fall names the
 * articles and their rows that were right in the outputs that are kept, or all mistakes where none is kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Defect } from '../../packs/error.js';
import { inContext } from '../errors.js';
import { FIGURES, type Figures, figuresOf } from '../figures.js';
import { GoldError, loadGold } from '../gold/files.js';
import type { GoldDocument } from '../gold.js';
import { listMistakes, type Mistake } from '../mistakes.js';
import type { PredictedArticle } from '../predictions.js';
import type { CheckedArticle } from './articles.js';
import type { Case, Fault } from './case.js';
import { keptOutput } from './expectation-cases.js';
import type { PackPlaces } from './places.js';

export interface GoldCheck {
  readonly cases: readonly Case[];
  /** What the figures are; undefined when there is no gold, or it cannot be read. */
  readonly figures?: Figures;
}

/** Scores the articles that have a gold: annotations, or gold files that were built of some. */
export function checkGold(places: PackPlaces, articles: readonly CheckedArticle[]): GoldCheck {
  if (!existsSync(places.gold)) return { cases: [] };
  let gold: readonly GoldDocument[];
  try {
    gold = loadGold([places.gold], places.articles);
  } catch (error) {
    if (error instanceof GoldError) return { cases: error.defects.map(defectCase) };
    return { cases: [unreadable(places.gold, (error as Error).message)] };
  }
  const figures = figuresOf(gold, predictionsOf(articles));
  return { figures, cases: floorCases(places, articles, gold, figures) };
}

function defectCase({ file, line, reason, advice }: Defect): Case {
  const name = `${path.basename(file)}${line === undefined ? '' : `:${line}`}`;
  const place = { file, ...(line !== undefined && { line }) };
  return { check: 'gold', name, ...place, fault: { level: 'failure', reason, advice } };
}

/** The message names the file, says what is wrong, and what to do. */
function unreadable(folder: string, message: string): Case {
  const [, file = folder, reason = message, advice = 'mend it'] =
    /^(.+?\.(?:json|ya?ml)): (.*?)(?:; ([^;]*))?$/su.exec(message) ?? [];
  return { check: 'gold', name: 'gold', file, fault: { level: 'failure', reason, advice } };
}

type FigureName = keyof Figures;
const NAMES = Object.keys(FIGURES) as FigureName[];

function floorCases(
  places: PackPlaces,
  articles: readonly CheckedArticle[],
  gold: readonly GoldDocument[],
  figures: Figures,
): readonly Case[] {
  const file = places.floors;
  const floors = readFloors(file);
  if ('level' in floors) return [{ check: 'gold', name: 'floors', file, fault: floors }];
  const written = readFileSync(file, 'utf8').split('\n');
  return NAMES.map((name): Case => {
    const line = written.findIndex((text) => text.includes(`"${name}"`)) + 1;
    const one: Case = { check: 'gold', name, file, ...(line > 0 && { line }) };
    if (floors[name] === undefined)
      return {
        ...one,
        fault: { level: 'failure', reason: `there is no floor for "${name}"`, advice: UPDATE },
      };
    if (figures[name] >= floors[name]) return one;
    const reason = `${FIGURES[name]} is ${figures[name]}, and was ${floors[name]}`;
    const details = lostRows(places, articles, gold, name);
    return {
      ...one,
      fault: { level: 'failure', reason, advice: 'mend what was lost, or accept it with --update', details },
    };
  });
}

const UPDATE = 'isnad check --update writes it';

/** The floors of a file, or what is wrong with it. */
function readFloors(file: string): Partial<Figures> | Fault {
  const fault = (reason: string, advice: string): Fault => ({ level: 'failure', reason, advice });
  if (!existsSync(file)) return fault('there is gold but no floor for its figures', UPDATE);
  let floors: Record<string, unknown>;
  try {
    floors = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fault(
      `not readable as JSON: ${(error as Error).message}`,
      'mend it, or delete it and use --update',
    );
  }
  const wrong = Object.entries(floors).find(
    ([name, value]) => !NAMES.includes(name as FigureName) || typeof value !== 'number',
  );
  if (wrong === undefined) return floors;
  return fault(`"${wrong[0]}" is no figure with a number`, `the figures are ${NAMES.join(', ')}`);
}

/** Mistakes that are new since the outputs were kept, each article's together. */
function lostRows(
  places: PackPlaces,
  articles: readonly CheckedArticle[],
  gold: readonly GoldDocument[],
  figure: FigureName,
): readonly string[] {
  const kept = articles.flatMap((article) => {
    const output = keptOutput(places.expected, article);
    return output === undefined ? [] : [{ ...output, identifier: article.name } as PredictedArticle];
  });
  const before = new Map(
    listMistakes(gold, kept).map(({ gold: { id }, mistakes }) => [id, new Set(mistakes.map(keyOf))]),
  );
  const isKept = new Set(kept.map(({ identifier }) => identifier));
  return listMistakes(gold, predictionsOf(articles)).flatMap(({ gold: one, mistakes }) => {
    const old = isKept.has(path.parse(one.file).name) ? before.get(one.id) : undefined;
    const points = Array.from(one.text);
    return mistakes
      .filter((mistake) => counts(mistake, figure) && old?.has(keyOf(mistake)) !== true)
      .map((mistake) => `${one.file}: ${printed(mistake)} ${inContext(points, mistake.start, mistake.end)}`);
  });
}

function counts({ kind }: Mistake, figure: FigureName): boolean {
  if (figure === 'mentions') return kind.startsWith('mention');
  if (figure === 'speaker') return kind === 'speaker wrong';
  return kind.startsWith('quotation') || (figure === 'joint' && kind === 'speaker wrong');
}

function keyOf({ kind, label, start, end, note }: Mistake): string {
  return [kind, label, start, end, note].join('\0');
}

function printed({ kind, label, start, end, note }: Mistake): string {
  return `${kind}, ${label} ${start}–${end}${note === undefined ? '' : ` (${note})`}:`;
}

function predictionsOf(articles: readonly CheckedArticle[]): readonly PredictedArticle[] {
  return articles.map(({ output }) => output);
}
