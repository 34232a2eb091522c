/**
 * The schemas that editors use agree with the readers: what a reader accepts is valid by them, and of each file with one
 * thing changed both say the same. What a schema cannot know (words in a text, tags, groups) only the readers refuse.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse, stringify } from 'yaml';
import { parseAnnotation } from '../../check/gold/parse.js';
import { readManifest } from '../../packs/manifest.js';
import { readPatterns } from '../../packs/patterns.js';
import { PORT_YAML } from '../check/gold/articles.js';
import { filesUnder, read } from '../house/tree.js';

const ajv = new Ajv({ strict: false, allErrors: true });
const validator = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(`rules/${name}.schema.json`, 'utf8')));
const isRule = validator('rule');
const isPack = validator('pack');
const isGold = validator('gold');

const RULES = filesUnder(['rules/patterns'], '.yaml');
const ANNOTATIONS = filesUnder(['fixtures/gold'], '.yaml');

test.each(RULES)('%s is valid, and names its schema to editors', (file) => {
  isRule(parse(read(file)));
  expect(isRule.errors ?? []).toEqual([]);
  expect(schemaOf(file)).toBe('rules/rule.schema.json');
});

test.each(ANNOTATIONS)('%s is valid, and names its schema to editors', (file) => {
  isGold(parse(read(file)));
  expect(isGold.errors ?? []).toEqual([]);
  expect(schemaOf(file)).toBe('rules/gold.schema.json');
});

/** The schema that a file names in its first line, from the project's root. */
function schemaOf(file: string): string {
  const named = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(read(file))?.[1] ?? '';
  return path.posix.join(path.posix.dirname(file), named);
}

const folder = mkdtempSync(path.join(tmpdir(), 'isnad-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

function refusesRule(rule: unknown): readonly string[] {
  const patterns = path.join(folder, 'patterns');
  mkdirSync(path.join(patterns, 'person'), { recursive: true });
  writeFileSync(path.join(patterns, 'person/penned-by.yaml'), stringify(rule));
  return readPatterns(patterns).defects.map(({ reason }) => reason);
}

function refusesPack(manifest: unknown): readonly string[] {
  const file = path.join(folder, 'pack.yaml');
  writeFileSync(file, stringify(manifest));
  return readManifest(file).defects.map(({ reason }) => reason);
}

function refusesGold(annotation: unknown): readonly string[] {
  return parseAnnotation('gold.yaml', stringify(annotation)).defects.map(({ reason }) => reason);
}

const RULE = {
  id: 'person/penned-by',
  says: 'A name of two words or more behind بقلم names the writer.',
  match: '(بقلم|كتب) [<person>#NameFirst #NameNext{1,3}]',
  unless: { before: '#Cue', after: '#Title' },
  makes: { type: 'Person', span: 'person', jobTitle: 'before' },
  confidence: 0.9,
  examples: [
    { text: 'بقلم هديل المرعشلي', person: 'هديل المرعشلي' },
    { text: 'مقال بقلم زاهر قندلفت نشر أمس', person: 'زاهر قندلفت' },
  ],
  nearMisses: [
    { text: 'كتبه بقلم أزرق جديد', why: 'ordinary words follow' },
    { text: 'بقلم المحرر', why: 'no name follows' },
  ],
};
const PACK = { says: 'Names of our desk.', remove: ['person/credit', 'places:الوادي'] };
const GOLD = { id: 'port', text: 'port.txt', ...parse(PORT_YAML) };
GOLD.entities['ميناء زهران'].forms.push({ words: 'الميناء', occurrence: 2 });
GOLD.entities['ميناء زهران'].optional = { الميناء: [1] };

/** Reasons of readers that no schema can give. */
const BEYOND =
  /do not occur|differs from the file|no group named|has no "person"|unknown key|match|pattern|nothing is named|no rule id/u;

describe.each([
  ['a rule', RULE, isRule, refusesRule],
  ['pack.yaml', PACK, isPack, refusesPack],
  ['an annotation', GOLD, isGold, refusesGold],
] as const)('%s', (_what, whole, isValid, refuses) => {
  test('is accepted whole', () => {
    expect(refuses(whole)).toEqual([]);
    expect([isValid(whole), isValid.errors]).toEqual([true, null]);
  });

  test.each(mutants(whole))('with %s', (_change, mutant) => {
    const reasons = refuses(mutant);
    const valid = isValid(JSON.parse(JSON.stringify(mutant)));
    if (valid) expect(reasons.filter((reason) => !BEYOND.test(reason))).toEqual([]);
    else expect(reasons).not.toEqual([]);
  });
});

/** A value with one thing changed: each part left out, made something else, and each map with a further key. */
function mutants(whole: unknown): readonly (readonly [string, unknown])[] {
  return placesIn(whole).flatMap((place) => {
    const here = place.join('.') || 'the whole';
    const before = place.reduce((value: unknown, key) => (value as Record<string, unknown>)[key], whole);
    const others = [null, 42, 'كلمة', '', [], {}, true].filter((other) => kindOf(other) !== kindOf(before));
    const isMap = kindOf(before) === 'object';
    return [
      ...(place.length > 0 ? [[`${here} left out`, changed(whole, place, undefined)] as const] : []),
      ...others.map(
        (other) => [`${here} as ${JSON.stringify(other)}`, changed(whole, place, other)] as const,
      ),
      ...(isMap ? [[`${here} with a further key`, changed(whole, [...place, 'priority'], 1)] as const] : []),
    ];
  });
}

function kindOf(value: unknown): string {
  if (value === null || value === '') return String(value) || 'empty';
  return Array.isArray(value) ? 'array' : typeof value;
}

function placesIn(value: unknown): readonly (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[], ...inner.flatMap(([key, part]) => placesIn(part).map((place) => [key, ...place]))];
}

function changed(whole: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(whole)) {
    const part = changed(whole[Number(key)], rest, to);
    return part === undefined
      ? whole.filter((_, index) => index !== Number(key))
      : whole.with(Number(key), part);
  }
  const parts = whole as Record<string, unknown>;
  const part = changed(parts[key], rest, to);
  const others = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== key));
  return part === undefined ? others : { ...parts, [key]: part };
}
