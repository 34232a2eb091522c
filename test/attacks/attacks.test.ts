/** What may come in from anywhere: nothing of it crashes a run, leaves its folder, reaches the network or harms a neighbour. */
import path from 'node:path';
import { total } from '../../corpus/run/marker.js';
import { temporaryFolder } from '../cli/isnad.js';
import { type Attack, attacked, type Outcomes } from './attack.js';
import { damagedCopies, SAMPLES } from './broken-bytes.js';
import { MARKUP_ATTACKS } from './markup-attacks.js';
import { PACKED_ATTACKS } from './packed-attacks.js';
import { CELLS, TEXT_ATTACKS } from './text-attacks.js';

const folder = temporaryFolder();
let made = 0;

/** Runs an attack, and expects that every record is accounted for and every span is the text that it says it is. */
function survived(attack: Attack): Outcomes {
  const outcomes = attacked(path.join(folder, `${made++}`), {
    ...attack,
    options: ['--with-text', ...(attack.options ?? [])],
  });
  const { articles, quarantine, counts } = outcomes;
  expect({ articles: articles.length, quarantined: quarantine.length }).toEqual({
    articles: counts.articles,
    quarantined: total(counts.quarantined),
  });
  expect(counts.articles + total(counts.quarantined) + total(counts.passedOver)).toBe(counts.records);
  for (const { articleBody, mentions = [] } of articles as unknown as readonly Written[]) {
    const letters = [...articleBody];
    for (const { start, end, text } of mentions.flatMap(({ occurrences }) => occurrences)) {
      expect(letters.slice(start, end).join('')).toBe(text);
    }
  }
  return outcomes;
}

interface Written {
  readonly articleBody: string;
  readonly mentions?: readonly {
    readonly occurrences: readonly { start: number; end: number; text: string }[];
  }[];
}

test.each(Object.entries({ ...PACKED_ATTACKS, ...TEXT_ATTACKS, ...MARKUP_ATTACKS }))('%s', (_, attack) => {
  const { articles, files, counts, leftOut } = survived(attack);
  expect(articles.map(({ identifier }) => identifier).sort()).toEqual([...attack.articles].sort());
  expect(counts.quarantined).toEqual(attack.quarantined ?? {});
  expect(leftOut).toBe(attack.leftOut ?? 0);
  for (const words of attack.absent ?? []) {
    for (const [name, bytes] of files) expect(`${name}: ${bytes.includes(words)}`).toBe(`${name}: false`);
  }
});

test('cells that a spreadsheet would run as formulas are text in tables', () => {
  const { files } = survived({
    files: { 'cells.jsonl': CELLS },
    options: ['--tables', 'csv'],
    articles: [],
  });
  const tables = [...files].filter(([name]) => name.endsWith('.csv'));
  expect(tables.map(([name]) => name)).toContain('part-00000.articles.csv');
  for (const [name, bytes] of tables) {
    const formulas = bytes.toString('utf8').match(/(?:^|,)"?[=+@\t\r-](?!\d)[^,\n]*/gmu);
    expect({ name, formulas }).toEqual({ name, formulas: null });
  }
});

test.each(Object.keys(SAMPLES))('a %s file with a wrong byte, at every byte in turn', (ending) => {
  const copies = damagedCopies(ending);
  const { counts, leftOut } = survived({ files: copies, articles: [] });
  expect(leftOut).toBe(0);
  expect(counts.records).toBeGreaterThanOrEqual(Object.keys(copies).length);
});
