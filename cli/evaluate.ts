/**
 * `isnad evaluate`: scores an extraction, or a saved output, against a gold, or mentions against a corpus in CoNLL
 * format, and prints a table, JSON, or the mistakes themselves.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { calibrate, calibrationTable } from '../check/calibration.js';
import { conllDocuments, parseConll, scoreConll } from '../check/conll.js';
import { printMistakes } from '../check/errors.js';
import { type GoldDocument, readGold } from '../check/gold.js';
import { mentionsOf, type PredictedMention } from '../check/mentions.js';
import { listMistakes } from '../check/mistakes.js';
import { type PredictedArticle, parsePredictions } from '../check/predictions.js';
import { PROFILES, type Profile } from '../check/profile.js';
import { score } from '../check/score.js';
import { conllTable, scoreTable } from '../check/table.js';
import { unreadable } from '../corpus/input-error.js';
import { articleAt } from '../corpus/list.js';
import { readArticles } from '../corpus/read.js';
import { createExtractor, type Extractor, toJsonLd } from '../index.js';
import { extractFrom, type RuleOptions } from './extracting.js';
import { Failure } from './failure.js';
import { print } from './standard-output.js';
import { visible } from './visible.js';

export interface EvaluateOptions extends RuleOptions {
  readonly gold?: string;
  readonly texts?: string;
  readonly output?: string;
  readonly conll?: string;
  readonly profile?: string;
  readonly errors?: boolean;
  readonly json?: boolean;
}

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function evaluateCommand(options: EvaluateOptions): Promise<void> {
  checkOptions(options);
  const result = options.conll === undefined ? await againstGold(options) : againstConll(options);
  await print(result);
}

function checkOptions({ gold, conll, texts, output, rules, profile }: EvaluateOptions): void {
  if (gold === undefined && conll === undefined) {
    throw new Failure(
      'give --gold with a folder of gold files, or --conll with a file; see isnad evaluate --help',
      2,
    );
  }
  if (conll !== undefined && (gold ?? texts ?? output) !== undefined) {
    throw new Failure('--conll is scored alone; leave --gold, --texts and --output out', 2);
  }
  if (profile !== undefined && (conll === undefined || !PROFILES.has(profile))) {
    const known = [...PROFILES.keys()].join(', ');
    throw new Failure(`--profile is for --conll, and takes one of: ${known}; correct it or leave it out`, 2);
  }
  if (output !== undefined && rules !== undefined) {
    throw new Failure(
      '--output is a saved extraction, which --rules cannot change; leave one of them out',
      2,
    );
  }
}

async function againstGold(options: EvaluateOptions): Promise<string> {
  const folder = options.texts ?? options.gold!;
  const gold = asked(() => readGold(options.gold!, folder));
  const predictions =
    options.output === undefined ? await extractTexts(gold, folder, options) : savedOutput(options.output);
  if (options.errors) return mistakesOf(gold, predictions, options);
  const scores = asked(() => score(gold, predictions));
  const calibration = calibrate(gold, predictions);
  if (options.json) return json({ ...scores, calibration });
  return `${scoreTable(scores)}${calibrationTable(calibration)}`;
}

async function extractTexts(
  gold: readonly GoldDocument[],
  folder: string,
  options: RuleOptions,
): Promise<readonly PredictedArticle[]> {
  const extractor = createExtractor({ rules: options.rules });
  const files = gold.map(({ file }) => articleAt(path.join(folder, file)));
  const predictions: PredictedArticle[] = [];
  for await (const read of readArticles(files, { format: 'text' }))
    predictions.push(toJsonLd(extractFrom(extractor, read)));
  return predictions;
}

function againstConll(options: EvaluateOptions): string {
  const place = options.conll!;
  const lines = readText(place);
  const sentences = asked(() => parseConll(lines, place));
  const extractor = createExtractor({ rules: options.rules });
  if (options.errors) {
    const gold = conllDocuments(sentences);
    const predictions = gold.map(({ id, text }) => mentionsOnly(extractor, id, text));
    return mistakesOf(gold, predictions, options);
  }
  const profile = PROFILES.get(options.profile ?? '');
  const found = (text: string) => mentionsOf(mentionsOnly(extractor, place, text));
  const scores = scoreConll(sentences, found);
  if (profile === undefined) return options.json ? json(scores) : conllTable(scores);
  const mapped = scoreConll(sentences, (text) => underProfile(profile, text, found(text)));
  if (options.json) return json({ own: scores, [options.profile!]: mapped });
  return `${conllTable(scores)}\nunder the conventions of ${options.profile}:\n\n${conllTable(mapped)}`;
}

function underProfile(
  profile: Profile,
  text: string,
  mentions: readonly PredictedMention[],
): readonly PredictedMention[] {
  const points = Array.from(text);
  return mentions.flatMap((mention) => profile(points, mention) ?? []);
}

/** Such a corpus says nothing of quotations, so that none of them may count as a mistake. */
function mentionsOnly(extractor: Extractor, identifier: string, text: string): PredictedArticle {
  const { mentions } = toJsonLd(extractor.extract({ identifier, text }));
  return { identifier, mentions };
}

function mistakesOf(
  gold: readonly GoldDocument[],
  predictions: readonly PredictedArticle[],
  options: EvaluateOptions,
): string {
  const articles = asked(() => listMistakes(gold, predictions));
  if (!options.json) return visible(printMistakes(articles));
  return json(
    articles.flatMap(({ gold: { id }, mistakes }) =>
      mistakes.map((mistake) => ({ article: id, ...mistake })),
    ),
  );
}

function savedOutput(place: string): readonly PredictedArticle[] {
  const lines = readText(place);
  return asked(() => parsePredictions(lines, place));
}

function readText(place: string): string {
  try {
    return readFileSync(place, 'utf8');
  } catch (error) {
    throw unreadable(place, error);
  }
}

/** The evaluator's errors are lines for a person about what was given. */
function asked<Result>(evaluate: () => Result): Result {
  try {
    return evaluate();
  } catch (error) {
    throw new Failure((error as Error).message, 2);
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
