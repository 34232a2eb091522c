/**
 * Reads the pattern rules of a pack: one YAML file a rule, in `patterns/<family>/<name>.yaml`.
 * Gives the sound rules in order of families and files, and every defect with file, line and column. Runs no rule.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'yaml';
import type { EntityType } from '../pipeline/document.js';
import { parseMain, parseSide } from '../pipeline/rules/parse.js';
import type { ParsedMatch, Pattern } from '../pipeline/rules/pattern.js';
import type { NearMiss, Rule, RuleExample, RuleProduct } from '../pipeline/rules/rule.js';
import type { Defect } from './error.js';
import { type CheckedMatch, checkMatch } from './match.js';
import { nearest } from './nearest.js';
import { type Fields, fieldsOf, itemsOf, readYaml, reportUnknown, textOf, type YamlSource } from './yaml.js';

export interface Patterns {
  readonly rules: readonly Rule[];
  readonly defects: readonly Defect[];
}

/** One rule's file: the rule when it is sound, and every defect. */
export interface ReadRule {
  readonly rule?: Rule;
  readonly defects: readonly Defect[];
}

/**
 * Reads all rules under a pack's `patterns` folder.
 * @param read reads one file; whoever reads a folder again and again may remember what has not changed
 */
export function readPatterns(folder: string, read: typeof readRule = readRule): Patterns {
  const rules: Rule[] = [];
  const defects: Defect[] = [];
  for (const family of entriesOf(folder, defects, 'folder'))
    for (const name of entriesOf(path.join(folder, family), defects, 'file')) {
      const file = path.join(folder, family, name);
      const { rule, defects: found } = read(file, `${family}/${name.slice(0, -EXTENSION.length)}`);
      defects.push(...found);
      if (found.length === 0 && rule !== undefined) rules.push(rule);
    }
  return { rules, defects };
}

const EXTENSION = '.yaml';
const KEYS = ['id', 'says', 'match', 'unless', 'makes', 'confidence', 'examples', 'nearMisses'];
const TYPES = ['Person', 'Organization', 'Place'];
const LEAST = 2;

/** Names in order; what is neither a family's folder nor a rule's file is a defect, or the rule would be lost unseen. */
function entriesOf(folder: string, defects: Defect[], want: 'folder' | 'file'): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const fits = (name: string, isFolder: boolean): boolean =>
    want === 'folder' ? isFolder : !isFolder && name.endsWith(EXTENSION);
  for (const entry of entries)
    if (!fits(entry.name, entry.isDirectory())) {
      const reason = `not the ${want === 'folder' ? 'folder of a rule family' : 'file of a rule'}`;
      const advice = 'a rule stands in patterns/<family>/<name>.yaml; move or delete this';
      defects.push({ file: path.join(folder, entry.name), reason, advice });
    }
  return entries
    .filter((entry) => fits(entry.name, entry.isDirectory()))
    .map(({ name }) => name)
    .sort();
}

/** Reads one rule's file; `id` is what its path says. */
export function readRule(file: string, id: string): ReadRule {
  const source = readYaml(file, id);
  const { root, defects } = source;
  if (root === undefined) return { defects };
  const fields = fieldsOf(source, root, 'the rule', KEYS);
  checkId(source, root, fields, id);
  const says = textOf(source, root, fields, 'says', 'the rule');
  const match = textOf(source, root, fields, 'match', 'the rule');
  const { pattern, groups } = patternOf(source, match, parseMain, fields.values.get('match'));
  const { unless, ...sides } = unlessOf(source, fields.values.get('unless'));
  const makes = productOf(source, root, fields, groups);
  const confidence = confidenceOf(source, root, fields);
  const examples = listOf(source, root, fields, 'examples').map((node) =>
    exampleOf(source, node, makes?.span, groups),
  );
  const nearMisses = listOf(source, root, fields, 'nearMisses').map((node) => nearMissOf(source, node));
  if (defects.length > 0 || !says || !match || !pattern || !makes) return { defects };
  const asked = { match, ...(unless === undefined ? {} : { unless }), parsed: { match: pattern, ...sides } };
  return { rule: { id, says, ...asked, makes, confidence, examples, nearMisses }, defects };
}

function checkId(source: YamlSource, root: Node, fields: Fields, id: string): void {
  const written = textOf(source, root, fields, 'id', 'the rule');
  if (written !== undefined && written !== id)
    source.report(
      fields.values.get('id'),
      `the id "${written}" differs from the file's path`,
      `write "id: ${id}" or move the file`,
    );
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))
    source.report(
      root,
      `the path "${id}" is no rule id`,
      'name family and file in lower-case words joined by hyphens',
    );
}

function patternOf(
  source: YamlSource,
  match: string | undefined,
  parse: (match: string) => Pattern,
  node: Node | undefined,
): Omit<CheckedMatch, 'faults'> {
  if (match === undefined) return {};
  const { faults, ...checked } = checkMatch(match, parse);
  for (const { reason, advice } of faults) source.report(node, reason, advice);
  return checked;
}

/** What must not stand before or behind the match: as it is written, and parsed. */
function unlessOf(
  source: YamlSource,
  node: Node | undefined,
): Pick<Rule, 'unless'> & Omit<ParsedMatch, 'match'> {
  if (node === undefined) return {};
  const fields = fieldsOf(source, node, '"unless"', ['before', 'after']);
  const [before, after] = ['before', 'after'].map((name) => {
    const match = fields.values.has(name) ? textOf(source, node, fields, name, '"unless"') : undefined;
    return { match, ...patternOf(source, match, parseSide, fields.values.get(name)) };
  });
  if (fields.values.size === 0) source.report(node, '"unless" is empty', 'write before, after, or both');
  return defined({
    unless: defined({ before: before.match, after: after.match }),
    notBefore: before.pattern,
    notAfter: after.pattern,
  });
}

/** Without the keys that have no value. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

function productOf(
  source: YamlSource,
  root: Node,
  rule: Fields,
  groups: readonly string[] | undefined,
): RuleProduct | undefined {
  const node = rule.values.get('makes');
  if (node === undefined) {
    source.report(root, 'the rule has no "makes"', 'write it');
    return undefined;
  }
  const fields = fieldsOf(source, node, '"makes"', ['type', 'span', 'jobTitle']);
  const choice = (name: string, values: readonly string[], value: string | undefined): void => {
    if (value !== undefined && !values.includes(value))
      source.report(
        fields.values.get(name),
        `"${name}" of "makes" is "${value}"`,
        `write one of ${values.join(', ')}`,
      );
  };
  const type = textOf(source, node, fields, 'type', '"makes"');
  choice('type', TYPES, type);
  const span = textOf(source, node, fields, 'span', '"makes"');
  if (span !== undefined && groups?.includes(span) === false)
    reportSpan(source, fields.values.get('span'), span, groups);
  const jobTitle = fields.values.has('jobTitle')
    ? textOf(source, node, fields, 'jobTitle', '"makes"')
    : undefined;
  choice('jobTitle', ['before', 'after'], jobTitle);
  if (type === undefined || span === undefined) return undefined;
  const product = { type: type as EntityType, span };
  return jobTitle === undefined ? product : { ...product, jobTitle: jobTitle as 'before' | 'after' };
}

function reportSpan(
  source: YamlSource,
  node: Node | undefined,
  span: string,
  groups: readonly string[],
): void {
  const close = nearest(span, groups);
  const advice = close === undefined ? `mark a group [<${span}>…] in the match` : `did you mean "${close}"?`;
  source.report(node, `the match has no group named "${span}"`, advice);
}

function confidenceOf(source: YamlSource, root: Node, fields: Fields): number {
  const node = fields.values.get('confidence');
  const value = (node as { value?: unknown } | undefined)?.value;
  if (node === undefined) source.report(root, 'the rule has no "confidence"', 'write a number from 0 to 1');
  else if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    source.report(
      node,
      '"confidence" is not a number from 0 to 1',
      'write a number from 0 to 1, such as 0.9',
    );
  return typeof value === 'number' ? value : 0;
}

function listOf(source: YamlSource, root: Node, fields: Fields, name: string): readonly Node[] {
  const node = fields.values.get(name);
  const items = itemsOf(source, node, `"${name}"`);
  if (items.length < LEAST) {
    const reason = `the rule has ${items.length === 0 ? 'no' : 'only one'} item in "${name}"`;
    source.report(fields.keys.get(name) ?? root, reason, `write at least ${LEAST}`);
  }
  return items;
}

function exampleOf(
  source: YamlSource,
  node: Node,
  span: string | undefined,
  groups: readonly string[] | undefined,
): RuleExample {
  const fields = fieldsOf(source, node, 'the example');
  const text = textOf(source, node, fields, 'text', 'the example') ?? '';
  const roles: Record<string, string> = {};
  for (const [role, keyNode] of fields.keys) {
    if (role === 'text') continue;
    if (groups?.includes(role) === false) {
      reportUnknown(source, keyNode, role, 'the example', ['text', ...groups]);
      continue;
    }
    const words = textOf(source, node, fields, role, 'the example');
    if (words === undefined) continue;
    roles[role] = words;
    if (text !== '' && !text.includes(words))
      source.report(
        fields.values.get(role),
        `the words of "${role}" do not occur in the example's text`,
        'copy them from it',
      );
  }
  if (span !== undefined && text !== '' && !fields.keys.has(span))
    source.report(node, `the example has no "${span}"`, 'write the words that the rule must find');
  return { text, roles };
}

function nearMissOf(source: YamlSource, node: Node): NearMiss {
  const fields = fieldsOf(source, node, 'the near miss', ['text', 'why']);
  return {
    text: textOf(source, node, fields, 'text', 'the near miss') ?? '',
    why: textOf(source, node, fields, 'why', 'the near miss') ?? '',
  };
}
