/**
 * What many rules cost: 50 and 1,000 of them on the same articles, in turns. The rules are the built-in ones and others
 * made by chance of the pack's ordinary words and tags, of which most never match. The same ones in every run.
 */
import { loadBuiltin, openBuiltin } from '../packs/builtin.js';
import { type Compiled, compile, extract } from '../pipeline/index.js';
import { inspectText } from '../pipeline/inspect.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { lookUp } from '../pipeline/lookup/lookup.js';
import { pairMarks } from '../pipeline/quote/marks.js';
import { recognize } from '../pipeline/recognize/recognize.js';
import { shapeTokens, TAGS } from '../pipeline/recognize/shapes.js';
import { compileRules } from '../pipeline/rules/compile.js';
import { parseMain } from '../pipeline/rules/parse.js';
import type { Rule } from '../pipeline/rules/rule.js';
import { segment } from '../pipeline/segment.js';
import { tokenize } from '../pipeline/tokenize.js';
import type { ManyRules, Setting, Text } from './measurement.js';
import { randomFrom } from './random.js';
import { median } from './statistics.js';
import { secondsOf } from './stopwatch.js';
import { readTexts } from './texts.js';

const FEW = 50;
const MANY = 1_000;
const SEED = 20_261_122;

/** The stage that runs the rules. */
export async function rulesInStage(setting: Setting): Promise<ManyRules> {
  return inTurns(setting, ({ lexicon, memory }, text) => {
    const tokens = tokenize(inspectText(text, []).text);
    const lookups = lookUp(lexicon, memory, tokens);
    const marks = pairMarks(tokens);
    const segments = segment(tokens, marks, lookups);
    const shapes = shapeTokens(tokens, lookups, marks);
    return ({ rules }) => recognize(rules, tokens, lookups, marks, shapes, segments);
  });
}

/** The whole way of an article. */
export async function rulesInWhole(setting: Setting): Promise<ManyRules> {
  return inTurns(setting, (_, text) => (compiled) => extract(compiled, { identifier: 'bench', text }));
}

/** Work on a text that is ready to be done with one set of rules and with the other. */
type Prepare = (compiled: Compiled, text: string) => (compiled: Compiled) => unknown;

async function inTurns({ texts: file, seconds }: Setting, prepare: Prepare): Promise<ManyRules> {
  const texts = await readTexts(file);
  const knowledge = loadBuiltin();
  const builtin = compile(openBuiltin());
  const rules = [...knowledge.rules, ...rulesByChance(knowledge, MANY - knowledge.rules.length)];
  const few = { ...builtin, rules: compileRules(rules.slice(0, FEW)) };
  const many = { ...builtin, rules: compileRules(rules) };
  const ratioOn = (text: string): number => {
    const work = prepare(builtin, text);
    const time = (compiled: Compiled): number => secondsOf(() => work(compiled));
    time(few);
    const [first, second, third, last] = [time(few), time(many), time(many), time(few)];
    return (second + third) / (first + last);
  };
  pass(texts, seconds, ratioOn);
  return { kind: 'many-rules', ratio: pass(texts, seconds, ratioOn) };
}

/** The median over the texts, as many as the time allows: a moment in which the machine stands still then counts for one text. */
function pass(texts: readonly Text[], seconds: number, ratioOn: (text: string) => number): number {
  const ratios: number[] = [];
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end || i < LEAST; i++)
    ratios.push(ratioOn(texts[i % texts.length].text));
  return median(ratios);
}

const LEAST = 100;

function rulesByChance({ commonWords }: Knowledge, count: number): Rule[] {
  const random = randomFrom(SEED);
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)];
  const words = commonWords.filter((word) => !word.includes(' '));
  const word = (): string => oneOf(words);
  const tag = (): string => `#${oneOf(TAGS)}`;
  const forms: readonly (() => string)[] = [
    () => `${word()} [<x>#NameFirst #NameNext{1,3}]`,
    () => `${word()} ${word()} [<x>#Unknown{1,2}]`,
    () => `#Title #Complement{0,4} ${word()} [<x>#NameFirst]`,
    () => `(${word()}|${word()}|${word()}) #Nisba? [<x>#NameFirst]`,
    () => `${tag()} ${tag()} ${word()} [<x>${tag()}]`,
    () => `(${tag()} && ${tag()}) ${tag()} #Dual [<x>#NameFirst]`,
  ];
  return Array.from({ length: count }, (_, index) => ruleOf(`bench/${index}`, oneOf(forms)()));
}

function ruleOf(id: string, match: string): Rule {
  const makes = { type: 'Person', span: 'x' } as const;
  const parsed = { match: parseMain(match) };
  return { id, says: '', match, parsed, makes, confidence: 0.5, examples: [], nearMisses: [] };
}
