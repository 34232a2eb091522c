/**
 * Reads an annotation from its YAML, each part with its place. Gives as much as can be understood and every defect:
 * unknown keys, missing words, types that do not exist. What the text has to do with it is left to `build.ts`.
 */
import type { Node } from 'yaml';
import type { Defect } from '../../packs/error.js';
import { nearest } from '../../packs/nearest.js';
import {
  type Fields,
  fieldsOf,
  itemsOf,
  parseYaml,
  readYaml,
  textOf,
  type YamlSource,
} from '../../packs/yaml.js';
import { yaml } from '../../packs/yaml-library.js';
import type { GoldType } from '../gold.js';
import {
  type Annotation,
  ENTITY_TYPES,
  type EntitySource,
  type Positions,
  QUOTATION_KINDS,
  type QuotationSource,
  type Stretch,
} from './annotation.js';

export interface Parsed {
  readonly annotation: Annotation;
  readonly defects: readonly Defect[];
}

/** Reads an annotation's file. */
export function readAnnotation(file: string): Parsed {
  return parsed(readYaml(file));
}

/** Reads an annotation from lines of YAML; `place` names them in defects. */
export function parseAnnotation(place: string, lines: string): Parsed {
  return parsed(parseYaml(place, { lines: lines.split('\n'), defects: [] }));
}

const KEYS = ['$schema', 'id', 'text', 'entities', 'quotations', 'notSpeech'];
const ENTITY_KEYS = ['type', 'label', 'forms', 'only', 'except', 'optional'];
const STRETCH_KEYS = ['words', 'from', 'to', 'occurrence'];
const QUOTATION_KEYS = ['kind', 'speaker', 'cue', ...STRETCH_KEYS, 'optional'];

function parsed(source: YamlSource): Parsed {
  const { root, defects } = source;
  const fields = fieldsOf(source, root, 'the annotation', KEYS);
  const list = (name: string) => itemsOf(source, fields.values.get(name), `"${name}"`);
  if (root !== undefined && fields.values.size > 0)
    for (const name of ['entities', 'quotations', 'notSpeech'])
      if (!fields.values.has(name))
        source.report(root, `the annotation has no "${name}"`, `write it; "${name}: []" when there are none`);
  const annotation = {
    ...given('id', optionalText(source, fields, 'id', 'the annotation')),
    ...given('text', optionalText(source, fields, 'text', 'the annotation')),
    entities: entitiesOf(source, fields.values.get('entities')),
    quotations: list('quotations').flatMap((node) => quotationOf(source, node) ?? []),
    notSpeech: list('notSpeech').flatMap((node) => {
      const what = 'the row of "notSpeech"';
      return stretchOf(source, node, fieldsOf(source, node, what, STRETCH_KEYS), what) ?? [];
    }),
  };
  return { annotation, defects };
}

function entitiesOf(source: YamlSource, node: Node | undefined): readonly EntitySource[] {
  // An empty list is as good as an empty map.
  if (yaml().isSeq(node) && node.items.length === 0) return [];
  const { values, keys } = fieldsOf(source, node, '"entities"');
  return [...values].flatMap(([key, value]) => entityOf(source, key, keys.get(key)!, value) ?? []);
}

function entityOf(source: YamlSource, key: string, keyNode: Node, node: Node): EntitySource | undefined {
  const what = `the entity "${key}"`;
  const fields = fieldsOf(source, node, what, ENTITY_KEYS);
  const type = textOf(source, node, fields, 'type', what);
  const forms = fields.values.has('forms')
    ? itemsOf(source, fields.values.get('forms'), `"forms" of ${what}`)
    : [];
  const label = optionalText(source, fields, 'label', what);
  if (yaml().isMap(node) && forms.length === 0)
    source.report(
      keyNode,
      `${what} has no forms`,
      'write the words by which the text calls it, under "forms"',
    );
  if (type === undefined) return undefined;
  checkChoice(source, fields, 'type', type, ENTITY_TYPES);
  const optional = fields.values.get('optional');
  return {
    place: source.placeOf(keyNode),
    key,
    type: type as GoldType,
    ...given('label', label),
    forms: forms.flatMap((form) => formOf(source, form) ?? []),
    only: positionsOf(source, fields.values.get('only'), '"only"'),
    except: positionsOf(source, fields.values.get('except'), '"except"'),
    optional: isTrue(optional) || positionsOf(source, optional, '"optional"'),
  };
}

function formOf(source: YamlSource, node: Node): Stretch | undefined {
  if (yaml().isMap(node)) {
    const fields = fieldsOf(source, node, 'the form', ['words', 'occurrence']);
    const form = stretchOf(source, node, fields, 'the form');
    return form && { ...form, occurrence: form.occurrence ?? 1 };
  }
  const words = yaml().isScalar(node) && typeof node.value === 'string' ? node.value : '';
  if (words.trim() !== '') return { words, place: source.placeOf(node) };
  source.report(node, 'a form is not a text', 'write words, in quotation marks where they hold : or #');
  return undefined;
}

function positionsOf(source: YamlSource, node: Node | undefined, what: string): readonly Positions[] {
  const { values, keys } = fieldsOf(source, node, what);
  return [...values].map(([form, list]) => {
    const numbers = itemsOf(source, list, `"${form}" in ${what}`).flatMap(
      (item) => wholeNumber(source, item, `an occurrence of "${form}"`) ?? [],
    );
    return { form, numbers, place: source.placeOf(keys.get(form)) };
  });
}

function quotationOf(source: YamlSource, node: Node): QuotationSource | undefined {
  const what = 'the quotation';
  const fields = fieldsOf(source, node, what, QUOTATION_KEYS);
  const stretch = stretchOf(source, node, fields, what);
  const kind = textOf(source, node, fields, 'kind', what);
  if (kind !== undefined) checkChoice(source, fields, 'kind', kind, QUOTATION_KINDS);
  const cue = optionalText(source, fields, 'cue', what);
  const optional = fields.values.get('optional');
  if (optional !== undefined && !isTrue(optional))
    source.report(optional, '"optional" of the quotation is not true', 'write true, or leave it out');
  const speaker = fields.values.get('speaker');
  const nobody = yaml().isScalar(speaker) && speaker.value === null;
  const name = nobody ? null : textOf(source, node, fields, 'speaker', what);
  if (stretch === undefined || kind === undefined || name === undefined) return undefined;
  return {
    ...stretch,
    kind,
    speaker: name,
    ...given('cue', cue),
    ...(isTrue(optional) && { optional: true }),
  };
}

/** `words`, or `from` and `to`. */
function stretchOf(source: YamlSource, node: Node, fields: Fields, what: string): Stretch | undefined {
  const ends = fields.values.has('from') || fields.values.has('to');
  if (ends && fields.values.has('words'))
    source.report(fields.keys.get('words'), `${what} has both "words" and "from"`, 'write one of them');
  const words = textOf(source, node, fields, ends ? 'from' : 'words', what);
  const to = ends ? textOf(source, node, fields, 'to', what) : undefined;
  const number = fields.values.get('occurrence');
  const occurrence = number && wholeNumber(source, number, `"occurrence" of ${what}`);
  if (words === undefined || (ends && to === undefined)) return undefined;
  return { words, ...given('to', to), ...given('occurrence', occurrence), place: source.placeOf(node) };
}

function optionalText(source: YamlSource, fields: Fields, name: string, what: string): string | undefined {
  return fields.values.has(name) ? textOf(source, undefined, fields, name, what) : undefined;
}

function wholeNumber(source: YamlSource, node: Node, what: string): number | undefined {
  const value = yaml().isScalar(node) ? node.value : undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  source.report(node, `${what} is not a whole number from 1`, 'count the places in the text, from 1');
  return undefined;
}

function checkChoice(
  source: YamlSource,
  fields: Fields,
  name: string,
  value: string,
  known: readonly string[],
): void {
  if (known.includes(value)) return;
  const close = nearest(value, known);
  const advice = close === undefined ? `write one of ${known.join(', ')}` : `did you mean "${close}"?`;
  source.report(fields.values.get(name), `there is no ${name} "${value}"`, advice);
}

function isTrue(node: Node | undefined): boolean {
  return yaml().isScalar(node) && node.value === true;
}

function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
