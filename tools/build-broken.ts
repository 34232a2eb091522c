/**
 * Writes the broken inputs of `fixtures/broken/`: bytes that an editor would repair or hide, so a script keeps them.
 * Each `NAME.txt` has a `NAME.expected.json` with the problem codes that reading and extracting it must report,
 * sorted, each once, however often it occurs. With `--check` it only compares.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One broken input: the bytes, the codes it must give, and what is wrong with it. */
export interface BrokenInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly problems: readonly string[];
  readonly why: string;
}

const SENTENCE = 'قال وزير النقل سامر العبدلات إن الجسر آمن.';
const DIRECT = 'الجسر آمن والعمل مستمر';

/** The broken inputs, in order of name. */
export function brokenInputs(): readonly BrokenInput[] {
  return [...encodings(), ...emptiness(), ...characters(), ...marks()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

function encodings(): BrokenInput[] {
  const cut = utf8(`${SENTENCE}\n`).slice(0, -3);
  return [
    input(
      'bom-at-start',
      utf8(`\u{FEFF}${SENTENCE}\n`),
      [],
      'A UTF-8 byte order mark is not part of the text.',
    ),
    input('bom-only', utf8('\u{FEFF}'), ['empty-text'], 'Nothing follows the byte order mark.'),
    input(
      'crlf-lines',
      utf8(`${SENTENCE}\r\n\r\nوأضاف: «${DIRECT}».\r\n`),
      [],
      'CR LF line ends are no defect.',
    ),
    input('cut-character', cut, ['undecodable-bytes'], 'The file ends in the middle of an Arabic letter.'),
    input(
      'cut-emoji',
      join3(`${SENTENCE} `, [0xf0, 0x9f, 0x98], ' شكرا\n'),
      ['undecodable-bytes'],
      'Three of the four bytes of an emoji.',
    ),
    input(
      'stray-bytes',
      join3('قال وزير النقل ', [0xc7, 0xe1, 0xff, 0xfe], ' إن الجسر آمن.\n'),
      ['undecodable-bytes'],
      'Bytes of another encoding inside UTF-8.',
    ),
    input('utf-16-be', utf16(`\u{FEFF}${SENTENCE}\n`, false), [], 'UTF-16, high byte first, with its mark.'),
    input('utf-16-le', utf16(`\u{FEFF}${SENTENCE}\n`, true), [], 'UTF-16, low byte first, with its mark.'),
  ];
}

function emptiness(): BrokenInput[] {
  return [
    input('empty', new Uint8Array(), ['empty-text'], 'A file of no bytes.'),
    input(
      'no-arabic',
      utf8('The minister said the bridge is safe.\n'),
      ['no-arabic'],
      'An English sentence.',
    ),
    input(
      'only-digits-and-marks',
      utf8('2021 – 12:30 «» "…"\n'),
      ['no-arabic'],
      'Digits and punctuation alone.',
    ),
    input(
      'only-white-space',
      utf8(' \t\n\u{00A0}\r\n\u{3000}\n'),
      ['empty-text'],
      'White space of several kinds.',
    ),
  ];
}

function characters(): BrokenInput[] {
  return [
    input(
      'control-characters',
      utf8('قال وزير\u0007النقل\u001B سامر\u000Bالعبدلات إن الجسر آمن.\n'),
      ['control-character'],
      'Bell, escape and vertical tab among the words.',
    ),
    input(
      'half-emoji-sequence',
      utf8(`${SENTENCE} \u{1F468}\u{200D} \u{FE0F} \u{1F1F8}\n`),
      [],
      'A dangling joiner, a lone variation selector and half a flag are ugly but sound text.',
    ),
    input(
      'nul-characters',
      utf8('قال\u0000وزير النقل\u0000\n'),
      ['control-character'],
      'NUL between the words.',
    ),
    input(
      'replacement-characters',
      utf8('قال وزير النقل سامر العب\u{FFFD}لات إن الجسر آمن.\n'),
      ['replacement-character'],
      'An earlier conversion lost a letter.',
    ),
  ];
}

function marks(): BrokenInput[] {
  return [
    input(
      'reversed-curly-marks',
      utf8(`وقال الوزير: \u{201D}${DIRECT}\u{201C}.\n`),
      ['reversed-quotation-mark'],
      'Curly marks typed the wrong way round.',
    ),
    input(
      'reversed-guillemets',
      utf8(`وقال الوزير: \u{00BB}${DIRECT}\u{00AB}.\n`),
      ['reversed-quotation-mark'],
      'Guillemets typed the wrong way round.',
    ),
    input(
      'several-defects',
      utf8(`وقال الوزير:\u0001 «${DIRECT}.\nوأضاف: \u{201D}${DIRECT}\u{201C} \u{FFFD}.\n`),
      ['control-character', 'replacement-character', 'reversed-quotation-mark', 'unbalanced-quotation-mark'],
      'Four defects: all are reported.',
    ),
    input(
      'unclosed-guillemet',
      utf8(`وقال الوزير: «${DIRECT}.\n\nوغادر القاعة بعد دقائق.\n`),
      ['unbalanced-quotation-mark'],
      'What the mark opens ends with its paragraph.',
    ),
    input(
      'unopened-straight-mark',
      utf8(`وقال الوزير إن ${DIRECT}".\n`),
      ['unbalanced-quotation-mark'],
      'A closing mark that nothing opened.',
    ),
  ];
}

function input(name: string, bytes: Uint8Array, problems: readonly string[], why: string): BrokenInput {
  return { name, bytes, problems: [...problems].sort(), why };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let unit = 0; unit < text.length; unit += 1)
    view.setUint16(unit * 2, text.charCodeAt(unit), littleEndian);
  return new Uint8Array(view.buffer);
}

function join3(before: string, middle: readonly number[], after: string): Uint8Array {
  return Uint8Array.from([...utf8(before), ...middle, ...utf8(after)]);
}

/** Writes (or with `--check` compares) every broken input under a fixtures folder; gives the exit code. */
function main(args: readonly string[]): number {
  const check = args.includes('--check');
  const fixtures =
    args.find((arg) => !arg.startsWith('--')) ?? fileURLToPath(new URL('../../fixtures', import.meta.url));
  const inputs = brokenInputs();
  const files = inputs.flatMap(({ name, bytes, problems, why }) => [
    { path: join(fixtures, 'broken', `${name}.txt`), bytes },
    {
      path: join(fixtures, 'broken', `${name}.expected.json`),
      bytes: utf8(`${JSON.stringify({ problems, why }, null, 2)}\n`),
    },
  ]);
  const stale = files.filter(({ path, bytes }) => !existsSync(path) || !readFileSync(path).equals(bytes));
  if (check) {
    for (const { path } of stale) console.error(`${path}: is stale: run tools/build-broken`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, bytes } of stale) writeFileSync(path, bytes);
  console.log(`${inputs.length} broken inputs`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = main(process.argv.slice(2));
