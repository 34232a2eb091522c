/**
 * `isnad explain`: extracts an article again and prints the evidence for a quotation, a mention, or everything at
 * an offset. Offsets that come in and go out are code points.
 */
import { inContext } from '../check/errors.js';
import { articleAt } from '../corpus/list.js';
import { readArticle, type WhichArticle } from '../corpus/read.js';
import {
  createExtractor,
  createWeighing,
  type Document,
  type Entity,
  type Mention,
  type Quotation,
  type Span,
} from '../index.js';
import { readText } from '../output/code-points.js';
import { candidateLines } from './candidates.js';
import { type Explained, evidenceTree } from './evidence-tree.js';
import { extractFrom, type RuleOptions } from './extracting.js';
import { Failure } from './failure.js';
import { knowledgeOf } from './knowledge.js';
import { type ReadingOptions, readOptionsOf } from './reading-options.js';
import { print } from './standard-output.js';
import { isolated } from './visible.js';

export interface ExplainOptions extends RuleOptions, ReadingOptions, WhichArticle {
  readonly at?: number;
  readonly quotation?: number;
  readonly mention?: number;
}

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function explainCommand(named: string, options: ExplainOptions): Promise<void> {
  const asked = [options.at, options.quotation, options.mention].filter((value) => value !== undefined);
  if (asked.length !== 1)
    throw new Failure('give one of --at, --quotation and --mention; see isnad explain --help', 2);
  const file = articleAt(named);
  const knowledge = knowledgeOf(options.rules);
  const says = new Map(knowledge.rules.map((rule) => [rule.id, rule.says]));
  const weighing = createWeighing();
  const document = extractFrom(
    createExtractor({ knowledge }),
    await readArticle(file, readOptionsOf(options), options),
    weighing,
  );
  const explained: Explained = {
    text: document.article.text,
    at: readText(document.article.text).at,
    says,
    candidates: weighing.candidates,
  };
  await print(`${chosen(document, options, explained).join('\n')}\n`);
}

function chosen(document: Document, options: ExplainOptions, explained: Explained): readonly string[] {
  const mentions = mentionsOf(document);
  const mention = (index: number) => explainMention(mentions[index], index, explained);
  const quotation = (index: number) => explainQuotation(document.quotations[index], index, explained);
  if (options.quotation !== undefined) {
    return [quotation(indexOf(options.quotation, document.quotations.length, 'quotation'))];
  }
  if (options.mention !== undefined) return [mention(indexOf(options.mention, mentions.length, 'mention'))];
  const unit = unitOffset(explained, options.at!);
  const isThere = (span: Span | undefined) => span !== undefined && span.start <= unit && unit < span.end;
  const found = [
    ...mentions.flatMap(({ mention: span }, index) => (isThere(span) ? [mention(index)] : [])),
    ...document.quotations.flatMap((row, index) =>
      [row, row.cue, row.speakerSpan].some(isThere) ? [quotation(index)] : [],
    ),
  ];
  return found.length > 0 ? found : [nothingAt(options.at!, explained)];
}

function nothingAt(point: number, { text }: Explained): string {
  return `nothing was extracted at ${point}: ${isolated(inContext(Array.from(text), point, point + 1))}`;
}

interface Named {
  readonly mention: Mention;
  readonly entity: Entity;
}

function mentionsOf(document: Document): readonly Named[] {
  return document.entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
    .sort((a, b) => a.mention.start - b.mention.start || a.mention.end - b.mention.end);
}

function explainMention({ mention, entity }: Named, index: number, explained: Explained): string {
  const of = entity.name === mention.name ? '' : `, a mention of ${isolated(entity.name)}`;
  return [
    `mention ${index + 1}: ${place(mention, explained)}`,
    `  ${entity.type}${of}, confidence ${mention.confidence}`,
    ...evidenceTree(mention.evidence, explained),
  ].join('\n');
}

function explainQuotation(quotation: Quotation, index: number, explained: Explained): string {
  const { kind, speakers, resolution, abstention, cue, speakerSpan, confidence } = quotation;
  const names = speakers.map(({ name }) => isolated(name)).join(', ') || 'nobody that can be named';
  return [
    `quotation ${index + 1}: ${place(quotation, explained)}`,
    `  ${kind}, speaker by ${resolution}${abstention === undefined ? '' : ` (${abstention})`}: ${names}, confidence ${confidence}`,
    ...(cue === undefined ? [] : [`  cue ${place(cue, explained)}`]),
    ...(speakerSpan === undefined ? [] : [`  words for the speaker ${place(speakerSpan, explained)}`]),
    ...evidenceTree(quotation.evidence, explained),
    ...candidateLines(explained.candidates.get(index) ?? [], explained),
  ].join('\n');
}

function place({ start, end }: Span, { text, at }: Explained): string {
  return `${at(start)}–${at(end)} ${isolated(text.slice(start, end))}`;
}

function indexOf(number: number, count: number, what: string): number {
  if (number <= count) return number - 1;
  throw new Failure(`--${what} ${number}: the article has ${count} ${what}s; give a number up to that`, 2);
}

/** The UTF-16 offset of a code-point offset. */
function unitOffset({ text, at }: Explained, point: number): number {
  const points = at(text.length);
  if (point >= points) {
    throw new Failure(`--at ${point}: the article has ${points} characters; give an offset below that`, 2);
  }
  let unit = point;
  while (at(unit) < point) unit++;
  return unit;
}
