/**
 * The page `docs/rules.md`: every pattern rule with its examples and near misses, and every other finding that evidence
 * may name, each tried on its example. Takes the rules and an extractor; gives the page. Writes nothing.
 */
import type { Extractor, Rule } from '../../index.js';
import { arabicBlocks } from './arabic.js';
import { type EvidenceEntry, NAMES, QUOTATIONS, SPEAKERS } from './evidence.js';
import { foundBy } from './found.js';

/** The whole page, ending with a line break. */
export function rulesPage(rules: readonly Rule[], extractor: Extractor): string {
  const families = [...new Set(rules.map(familyOf))];
  const entries = (list: readonly EvidenceEntry[]) => list.flatMap((one) => entrySection(one, extractor));
  return `${[
    INTRODUCTION,
    '## Pattern rules',
    ...families.flatMap((family) => [
      `### ${family}`,
      ...rules.filter((rule) => familyOf(rule) === family).flatMap(ruleSection),
    ]),
    '## Names found otherwise',
    ...entries(NAMES),
    '## Quotations',
    ...entries(QUOTATIONS),
    '## Speakers',
    SIEVES,
    ...entries(SPEAKERS),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# What finds names, quotations and speakers

Written by \`npm run docs\` from \`rules/\` and from the program; not by hand. Evidence in the output, \`isnad explain\` and \`isnad diff\` name what stands here.
[\`rules-guide.md\`](rules-guide.md) says how rules are written, [\`patterns.md\`](patterns.md) what their language means. All sentences are invented. What is found is bold.`;

const SIEVES = `They are asked in this order, roughly; the first that has an answer gives it. Below each example stands whom it found.`;

function familyOf({ id }: Rule): string {
  return id.split('/')[0];
}

function ruleSection(rule: Rule): readonly string[] {
  const { id, says, match, unless, makes, confidence, examples, nearMisses } = rule;
  const title = makes.jobTitle === undefined ? '' : `, with the job title ${WHERE[makes.jobTitle]} it`;
  const sides = Object.entries(unless ?? {}).map(([side, pattern]) => `not ${WHERE[side]} it: ${pattern}`);
  return [
    `#### \`${id}\``,
    says,
    ['```', match, ...sides, '```'].join('\n'),
    `Makes ${makes.type === 'Organization' ? 'an' : 'a'} \`${makes.type}\` of \`${makes.span}\`${title}; confidence ${confidence}.`,
    arabicBlocks(
      examples.map(({ text, roles }) => {
        const words = roles[makes.span];
        const start = text.indexOf(words);
        return { text, bold: { start, end: start + words.length } };
      }),
    ),
    'Silent on:',
    ...nearMisses.flatMap(({ text, why }) => [arabicBlocks([{ text }]), `— ${why}.`]),
  ];
}

const WHERE: Readonly<Record<string, string>> = { before: 'before', after: 'behind' };

function entrySection({ id, says, example }: EvidenceEntry, extractor: Extractor): readonly string[] {
  const found = foundBy(id, extractor.extract({ identifier: 'example', text: example }));
  if (found === undefined) throw new Error(`${id}: is not found in its example; give it another`);
  const who = found.who === undefined ? [] : [`→ ${found.who}`];
  return [`#### \`${id}\``, says, arabicBlocks([{ text: example, bold: found.words }]), ...who];
}
