/**
 * `isnad show`: one article for a reader in a terminal, who is named in it and who said what. Arabic words stand
 * between isolates, so that a terminal orders each line sanely; they are otherwise as in the article.
 */
import { articleAt } from '../corpus/list.js';
import { readArticle, type WhichArticle } from '../corpus/read.js';
import {
  createExtractor,
  type Document,
  type Entity,
  type EntityType,
  type Quotation,
  type Span,
} from '../index.js';
import { extractFrom, type RuleOptions } from './extracting.js';
import { type ReadingOptions, readOptionsOf } from './reading-options.js';
import { print } from './standard-output.js';
import { outputStyles, type Styles } from './terminal.js';
import { isolated } from './visible.js';

export interface ShowOptions extends RuleOptions, ReadingOptions, WhichArticle {}

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function showCommand(named: string, options: ShowOptions): Promise<void> {
  const file = articleAt(named);
  const extractor = createExtractor({ rules: options.rules });
  await print(
    showDocument(
      extractFrom(extractor, await readArticle(file, readOptionsOf(options), options)),
      outputStyles(),
    ),
  );
}

/** The page of one article, ending with a line break. */
export function showDocument(document: Document, styles: Styles): string {
  const sections = [
    ...GROUPS.map(([type, title]) => entitySection(document, type, title, styles)),
    section(
      'Quotations',
      document.quotations.flatMap((_, index) => quotationLines(document, index, styles)),
      styles,
    ),
    section(
      'Problems',
      document.problems.map(({ message }) => `  ${message}`),
      styles,
    ),
  ].filter((lines) => lines.length > 0);
  if (sections.length === 0) return 'Nobody is named here, and nothing is quoted.\n';
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const GROUPS: readonly (readonly [EntityType, string])[] = [
  ['Person', 'People'],
  ['Organization', 'Organizations'],
  ['Place', 'Places'],
];

function section(title: string, lines: readonly string[], styles: Styles): readonly string[] {
  return lines.length === 0 ? [] : [styles.heading(title), ...lines];
}

function entitySection(
  document: Document,
  type: EntityType,
  title: string,
  styles: Styles,
): readonly string[] {
  const entities = document.entities.filter((entity) => entity.type === type);
  return section(
    title,
    entities.map((entity) => entityLine(entity, styles)),
    styles,
  );
}

function entityLine({ name, alternateNames, jobTitles, wikidata, mentions }: Entity, styles: Styles): string {
  const parts = [
    ...(alternateNames.length > 0 ? [`also ${alternateNames.map(isolated).join(', ')}`] : []),
    ...jobTitles.map(isolated),
    ...(wikidata === undefined ? [] : [`https://www.wikidata.org/wiki/${wikidata}`]),
  ];
  const aside = parts.map((part) => ` · ${part}`).join('');
  return `  ${styles.name(isolated(name))} ×${mentions.length}${styles.aside(aside)}`;
}

function quotationLines(document: Document, index: number, styles: Styles): readonly string[] {
  const quotation = document.quotations[index];
  const words = (span: Span) => isolated(document.article.text.slice(span.start, span.end));
  const number = `${index + 1}.`.padStart(4);
  return [
    `${number} ${styles.name(speakerOf(quotation, words))} → ${words(quotation)}`,
    styles.aside(`     ${detailsOf(quotation, words).join(' · ')}`),
  ];
}

function speakerOf({ speakers, speakerSpan }: Quotation, words: (span: Span) => string): string {
  if (speakers.length > 0) return speakers.map(({ name }) => isolated(name)).join(', ');
  return speakerSpan === undefined ? '(no speaker)' : words(speakerSpan);
}

function detailsOf(quotation: Quotation, words: (span: Span) => string): readonly string[] {
  const { kind, cue, resolution, abstention, polarity, partOf, continues } = quotation;
  return [
    kind,
    ...(cue === undefined ? [] : [`cue ${words(cue)}`]),
    resolution === 'none'
      ? `speaker unknown${abstention === undefined ? '' : `: ${abstention}`}`
      : `speaker by ${resolution}`,
    ...(polarity === 'asserted' ? [] : [polarity]),
    ...(['relay', 'addressee', 'onBehalfOf'] as const).flatMap((role) => {
      const party = quotation[role];
      return party === undefined ? [] : [`${PARTY[role]} ${isolated(party.text)}`];
    }),
    ...(partOf === undefined ? [] : [`within ${partOf + 1}`]),
    ...(continues === undefined ? [] : [`continues ${continues + 1}`]),
  ];
}

const PARTY = { relay: 'passed on by', addressee: 'to', onBehalfOf: 'for' } as const;
