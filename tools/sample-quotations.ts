/**
 * Draws quotations at random from many articles, so that somebody can read them and count what is right.
 * Takes a file with one article a line (JSON with `id` and `text`, plain or gzipped); prints so many quotations of each
 * kind with their surroundings, cue, speaker and sieve. The same seed draws the same quotations.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { generator } from '../check/bootstrap.js';
import { createExtractor, type Extractor, type Quotation, type QuotationKind } from '../index.js';

const KINDS: readonly QuotationKind[] = ['direct', 'mixed', 'indirect', 'colon', 'headline'];

interface Line {
  readonly id: string;
  readonly text: string;
}

/** One quotation and the article that it stands in. */
interface Drawn extends Line {
  readonly quotation: Quotation;
}

/** Up to `each` quotations of every kind, drawn evenly from all that the articles hold. */
export function sampleQuotations(
  extractor: Extractor,
  articles: Iterable<Line>,
  each: number,
  random: () => number,
): Map<QuotationKind, readonly Drawn[]> {
  const drawn = new Map(KINDS.map((kind) => [kind, [] as Drawn[]]));
  const met = new Map(KINDS.map((kind) => [kind, 0]));
  for (const { id, text } of articles) {
    const document = extractor.extract({ identifier: id, text });
    for (const quotation of document.quotations) {
      const count = met.get(quotation.kind)! + 1;
      met.set(quotation.kind, count);
      const place = count <= each ? count - 1 : Math.floor(random() * count);
      if (place < each) drawn.get(quotation.kind)![place] = { id, text: document.article.text, quotation };
    }
  }
  return drawn;
}

/** Letters of the text to show on either side. */
const AROUND = 160;
/** Longer contents are shown by their beginning and end. */
const SHOWN = 260;

function show({ id, text, quotation }: Drawn, number: number): string {
  const { start, end, cue, speakers, speakerSpan, resolution, abstention, evidence, confidence } = quotation;
  const words = text.slice(start, end);
  const content =
    words.length <= SHOWN ? words : `${words.slice(0, SHOWN / 2)} [...] ${words.slice(-SHOWN / 2)}`;
  const said = speakerSpan === undefined ? '' : ` "${text.slice(speakerSpan.start, speakerSpan.end)}"`;
  const who = speakers.map(({ name }) => name).join(' + ') || (abstention ?? '-');
  return [
    `${number}. ${id} ${start} (${confidence})`,
    `   ${oneLine(text.slice(Math.max(0, start - AROUND), start))}[[${oneLine(content)}]]${oneLine(text.slice(end, end + AROUND / 2))}`,
    `   cue ${cue === undefined ? '-' : text.slice(cue.start, cue.end)} | ${who}${oneLine(said)} | ${resolution} | ${evidence.at(-1)?.rule}`,
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' / ');
}

function* articlesIn(file: string, step: number): Iterable<Line> {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  for (let at = 0; at < lines.length; at += step) if (lines[at] !== '') yield JSON.parse(lines[at]) as Line;
}

const USAGE =
  'usage: node dist/tools/sample-quotations.js ARTICLES.jsonl[.gz] [--each 40] [--seed 1] [--step 1] [--kind direct]';

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      each: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      step: { type: 'string', default: '1' },
      kind: { type: 'string' },
    },
  });
  const numbers = [values.each, values.seed, values.step].map(Number);
  const [each, seed, step] = numbers;
  const asked = KINDS.filter((kind) => values.kind === undefined || values.kind === kind);
  const wrong = numbers.some((number) => !Number.isInteger(number) || number < 1) || asked.length === 0;
  if (positionals.length !== 1 || wrong) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const drawn = sampleQuotations(createExtractor(), articlesIn(positionals[0], step), each, generator(seed));
  for (const kind of asked) {
    console.log(`\n== ${kind}`);
    drawn.get(kind)!.forEach((one, index) => {
      console.log(show(one, index + 1));
    });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
