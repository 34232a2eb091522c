/** Records that break readers of JSON, CSV and plain text, or what is made of their ids and cells. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonLine, soundIds, soundLines, soundText } from './articles.js';
import type { Attack } from './attack.js';

const NEIGHBOUR = { 'neighbour.txt': soundText(1000) };

/** Ids that are dangerous as names of files, in a terminal, in a spreadsheet or in a database. */
export const HOSTILE_IDS = [
  '../../evil',
  '/etc/passwd',
  '..',
  'a\0b',
  'CON',
  'part-00000',
  '__proto__',
  'constructor',
  '=1+1',
  '@SUM(A1:A9)',
  "+cmd|' /C calc'!A0",
  "'; DROP TABLE articles; --",
  '\u001b[2J\u001b]0;owned\u0007',
  '\u202Eevil',
  '<script>alert(1)</script>',
  'x'.repeat(100_000),
  'two\nlines\r\nof id',
];

/** Records whose every field begins as a formula does. */
export const CELLS = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0", '"=1"', ' =1']
  .map(
    (cell) =>
      `${JSON.stringify({ id: cell, title: cell, author: cell, publisher: cell, url: cell, text: `${cell}\n${soundText()}` })}\n`,
  )
  .join('');

/** Keys that mean something to the language in which readers are written. */
const POLLUTING = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

export const TEXT_ATTACKS: Readonly<Record<string, Attack>> = {
  'ids that lead elsewhere': {
    files: {
      ...NEIGHBOUR,
      'ids.jsonl': HOSTILE_IDS.map((id, index) => jsonLine(id, soundText(index))).join(''),
    },
    options: ['--tables', 'csv', '--n-quads'],
    articles: ['neighbour', ...HOSTILE_IDS],
  },
  'keys that reach for prototypes': {
    files: {
      ...NEIGHBOUR,
      'keys.jsonl': `${POLLUTING.map(
        (key) =>
          `{"${key}":{"polluted":true,"text":"x"},"id":"key ${key}","text":${JSON.stringify(soundText())}}\n`,
      ).join('')}{"__proto__":{"text":${JSON.stringify(soundText())}},"id":"only inherited"}\n`,
      'keys.csv': `id,text,${POLLUTING.join(',')}\ncell,${soundText().replace(/\n/gu, ' ')},${POLLUTING.join(',')}\n`,
    },
    articles: ['neighbour', ...POLLUTING.map((key) => `key ${key}`), 'cell'],
    quarantined: { 'no-text': 1 },
  },
  'a line of 72 MB between two sound ones': {
    files: {
      ...NEIGHBOUR,
      'long.jsonl': `${soundLines(1)}{"id":"long","text":"${'قال الوزير '.repeat(3_600_000)}"}\n${soundLines(1, 1)}`,
    },
    articles: ['neighbour', ...soundIds(2)],
    quarantined: { 'too-large': 1 },
  },
  'nesting without end': {
    files: {
      ...NEIGHBOUR,
      'deep.jsonl': [
        soundLines(1),
        `${'['.repeat(200_000)}${']'.repeat(200_000)}\n`,
        `{"id":"deep","text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}\n`,
        `${'{"text":'.repeat(100_000)}\n`,
        soundLines(1, 1),
      ].join(''),
      'deep.json': `${'['.repeat(300_000)}`,
    },
    articles: ['neighbour', ...soundIds(2)],
    quarantined: { malformed: 2, 'no-text': 1, truncated: 1 },
  },
  'values that are no articles': {
    files: {
      ...NEIGHBOUR,
      'values.jsonl': [
        ...[
          'null',
          'true',
          '0',
          '1e999',
          '"قال"',
          '[]',
          '{}',
          '{"text":null}',
          '{"text":{}}',
          '{"text":""}',
          '{"text":[[[[[["x"]]]]]]}',
        ],
        ...['nul', '{"text":"x"', '{"text":"\\ud800"}', "{'text':'x'}", '\u0000', '\ufeff', '{"text":"x"}}'],
      ]
        .map((line) => `${line}\n`)
        .join('')
        .concat(soundLines(1)),
    },
    articles: ['neighbour', ...soundIds(1), 'values-13'],
    quarantined: { malformed: 12, 'no-text': 5 },
  },
  'a quotation mark in CSV that nobody closes': {
    files: {
      ...NEIGHBOUR,
      'open.csv': `id,text\na,${soundText().replace(/\n/gu, ' ')}\nb,"${soundText()}\n${'x,y\n'.repeat(200_000)}`,
    },
    articles: ['neighbour', 'a'],
    quarantined: { malformed: 1 },
  },
  'things that are no texts': {
    files: {
      ...NEIGHBOUR,
      'nothing.txt': '',
      'nothing.jsonl': '',
      'mark.txt': '\ufeff',
      'zeros.txt': Buffer.alloc(100_000),
      'picture.txt': Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'program.jsonl': Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(500)]),
    },
    prepare: (below) => {
      const folder = path.join(below, 'in');
      execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
      symlinkSync('.', path.join(folder, 'loop'));
      symlinkSync('nowhere', path.join(folder, 'broken.txt'));
      mkdirSync(path.join(folder, 'folder.txt'));
      writeFileSync(path.join(folder, 'folder.txt', 'inner.txt'), soundText(7));
    },
    articles: ['neighbour', 'inner', 'mark', 'nothing', 'nothing'],
    leftOut: 3,
  },
};
