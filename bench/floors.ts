/**
 * Floors: what any program does that reads and writes texts, and below which no pipeline gets.
 * Sizes are those of the texts in UTF-8, so that the floors compare with the stages.
 */
import { readFileSync, statSync } from 'node:fs';
import type { Setting, Text, Throughput } from './measurement.js';
import { throughput } from './stopwatch.js';
import { readTexts } from './texts.js';

/** The whole file at once; it counts with its own size. */
export async function readFloor({ texts: file, seconds }: Setting): Promise<Throughput> {
  const words = (await readTexts(file)).reduce((sum, text) => sum + text.words, 0);
  const whole = { text: '', bytes: statSync(file).size, words };
  return throughput([whole], seconds, { prepare: () => file, run: (place) => readFileSync(place).length });
}

export async function decodeFloor({ texts, seconds }: Setting): Promise<Throughput> {
  return throughput(await readTexts(texts), seconds, {
    prepare: ({ text }) => Buffer.from(text),
    run: (bytes) => bytes.toString('utf8').length,
  });
}

/** An article as a line of JSON, from bytes to bytes: decoded, parsed, made a line again and encoded. */
export async function jsonFloor({ texts, seconds }: Setting): Promise<Throughput> {
  return throughput(await readTexts(texts), seconds, {
    prepare: (text) => Buffer.from(jsonLine(text)),
    run: (bytes) => roundTrip(bytes.toString('utf8')).length,
  });
}

/** The same without decoding. */
export async function jsonTextFloor({ texts, seconds }: Setting): Promise<Throughput> {
  return throughput(await readTexts(texts), seconds, {
    prepare: jsonLine,
    run: (line) => roundTrip(line).length,
  });
}

/** Looks up the class of each UTF-16 unit and counts where it changes. */
export async function scanFloor({ texts, seconds }: Setting): Promise<Throughput> {
  const classes = classTable();
  return throughput(await readTexts(texts), seconds, {
    prepare: ({ text }) => text,
    run: (text) => countChanges(text, classes),
  });
}

function jsonLine({ text }: Text): string {
  return JSON.stringify({ identifier: 'bench', text });
}

function roundTrip(line: string): Buffer {
  return Buffer.from(JSON.stringify(JSON.parse(line)));
}

function countChanges(text: string, classes: Uint8Array): number {
  let changes = 0;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = classes[text.charCodeAt(at)];
    if (kind !== last) changes++;
    last = kind;
  }
  return changes;
}

function classTable(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  classes.fill(1, 0x620, 0x64b).fill(2, 0x64b, 0x653).fill(3, 0x660, 0x66a);
  classes.fill(3, 0x30, 0x3a).fill(4, 0x41, 0x5b).fill(4, 0x61, 0x7b).fill(5, 0x09, 0x21);
  return classes;
}
