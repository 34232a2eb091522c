/**
 * Writes an annotation as YAML that is easy to correct: one thing a line, Arabic words alone on their lines where they
 * can be, comments above what they are about. `parse.ts` reads the same annotation back.
 */
import { characterFault } from '../../packs/text.js';
import type { Annotation, EntitySource, Positions, QuotationSource, Stretch } from './annotation.js';

/** The YAML of an annotation, ending with a line break. */
export function writeAnnotation(annotation: Annotation): string {
  const { notes, id, text, entities, quotations, notSpeech } = annotation;
  const lines = [
    ...comments('', notes),
    ...(id === undefined ? [] : [`id: ${scalar(id)}`]),
    ...(text === undefined ? [] : [`text: ${scalar(text)}`]),
    ...section('entities', entities.flatMap(entityLines), '{}'),
    ...section('quotations', quotations.flatMap(quotationLines), '[]'),
    ...section(
      'notSpeech',
      notSpeech.flatMap((stretch) => item(stretch.notes, stretchLines(stretch))),
      '[]',
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(name: string, lines: readonly string[], empty: string): readonly string[] {
  return lines.length === 0 ? [`${name}: ${empty}`] : [`${name}:`, ...lines];
}

function entityLines(entity: EntitySource): readonly string[] {
  const { key, type, label, forms, only, except, optional, notes } = entity;
  return [
    ...comments('  ', notes),
    `  ${scalar(key)}:`,
    `    type: ${type}`,
    ...(label === undefined ? [] : [`    label: ${scalar(label)}`]),
    '    forms:',
    ...forms.flatMap((form) =>
      form.occurrence === undefined
        ? [`      - ${scalar(form.words)}`]
        : [`      - words: ${scalar(form.words)}`, `        occurrence: ${form.occurrence}`],
    ),
    ...positionLines('only', only),
    ...positionLines('except', except),
    ...(optional === true ? ['    optional: true'] : positionLines('optional', optional)),
  ];
}

function positionLines(name: string, positions: readonly Positions[]): readonly string[] {
  if (positions.length === 0) return [];
  return [
    `    ${name}:`,
    ...positions.flatMap(({ form, numbers, notes }) => [
      ...comments('      ', notes),
      `      ${scalar(form)}: [${numbers.join(', ')}]`,
    ]),
  ];
}

function quotationLines(quotation: QuotationSource): readonly string[] {
  const { kind, speaker, cue, optional, notes } = quotation;
  return item(notes, [
    `kind: ${kind}`,
    `speaker: ${speaker === null ? 'null' : scalar(speaker)}`,
    ...(cue === undefined ? [] : [`cue: ${scalar(cue)}`]),
    ...stretchLines(quotation),
    ...(optional ? ['optional: true'] : []),
  ]);
}

function stretchLines({ words, to, occurrence }: Stretch): readonly string[] {
  return [
    ...(to === undefined ? [`words: ${scalar(words)}`] : [`from: ${scalar(words)}`, `to: ${scalar(to)}`]),
    ...(occurrence === undefined ? [] : [`occurrence: ${occurrence}`]),
  ];
}

/** Lines of a map as an item of a list. */
function item(notes: readonly string[] | undefined, lines: readonly string[]): readonly string[] {
  return [...comments('  ', notes), ...lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`)];
}

/** Characters that may not stand in such a file are shown as a dot: a comment need not be exact. */
function comments(indent: string, notes: readonly string[] = []): readonly string[] {
  return notes.map((note) => {
    const line = [...note.replace(/\s+/gu, ' ')].map((letter) => (characterFault(letter) ? '·' : letter));
    return `${indent}# ${line.join('')}`;
  });
}

const PLAIN = /^[\p{L}][\p{L}\p{M}\p{N} ()«»“”،؛؟./_-]*$/u;
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n)$/iu;

/** A text as YAML: as it is where that is safe, else in quotation marks, with escapes for what may not be typed. */
export function scalar(text: string): string {
  const plain = PLAIN.test(text) && !RESERVED.test(text) && !text.endsWith(' ') && !characterFault(text);
  if (plain) return text;
  const letters = [...text].map((letter) => {
    if (letter === '"' || letter === '\\') return `\\${letter}`;
    if (letter === '\n') return '\\n';
    return letter === '\t' || characterFault(letter) ? escaped(letter) : letter;
  });
  return `"${letters.join('')}"`;
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
