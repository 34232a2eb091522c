/** What a comparison says when rows of lists differ: the row is named, also where no evidence tells of it. */

import type { ReadArticle } from '../../../corpus/read.js';
import type { Knowledge } from '../../../index.js';
import { loadBuiltin } from '../../../packs/builtin.js';
import { changesBetween } from '../../../packs/changes.js';
import { differencesIn, outcomesOf, pairOf } from './read.js';

/** Milliseconds: a busy machine takes its time. */
const PATIENCE = 60_000;

const builtin = loadBuiltin();

const TEXT = [
  'قال وزير الخارجية الروسي سيرغي لافروف إن المحادثات مستمرة.',
  'وأضاف لافروف: «لن نغادر الطاولة».',
].join('\n');

function article(text: string): ReadArticle {
  const place = { record: 0, identifier: 'one', bytes: text.length };
  return {
    file: { path: 'one.txt', source: 'one.txt', identifier: 'one' },
    record: { kind: 'article', ...place, article: { identifier: 'one', text }, problems: [] },
  };
}

async function causesWithout(changed: Partial<Knowledge>, text = TEXT): Promise<readonly string[]> {
  const after = { ...builtin, ...changed };
  const differences = differencesIn(await outcomesOf(pairOf(builtin, after), [article(text)]));
  expect(differences.length).toBeGreaterThan(0);
  return [...new Set(differences.flatMap(({ causes }) => causes))];
}

test(
  'a person taken out of the list',
  async () => {
    const names = builtin.names.filter(({ name }) => name !== 'سيرغي لافروف');
    expect(await causesWithout({ names })).toEqual(['people:سيرغي لافروف']);
  },
  PATIENCE,
);

test(
  'a title, which no evidence names',
  async () => {
    const titles = builtin.titles.filter(({ title }) => title !== 'وزير');
    expect(titles).toHaveLength(builtin.titles.length - 1);
    const text = 'وصل وزير النقل الأردني سامر الحيدروسي إلى العقبة.';
    expect(await causesWithout({ titles }, text)).toEqual(['titles:وزير']);
  },
  PATIENCE,
);

test(
  'a verb of speech',
  async () => {
    const cues = builtin.cues.filter(({ lemma }) => lemma !== 'قال');
    expect(await causesWithout({ cues })).toEqual(['cue-verbs:قال']);
  },
  PATIENCE,
);

test(
  'of several rows each has what it changes',
  async () => {
    const cues = builtin.cues.filter(({ lemma }) => lemma !== 'أضاف');
    const commonWords = [...builtin.commonWords, 'كلمةلاتقع'];
    expect(cues).toHaveLength(builtin.cues.length - 1);
    expect(await causesWithout({ cues, commonWords })).toEqual(['cue-verbs:أضاف']);
  },
  PATIENCE,
);

test('changes between packs: removed, altered, added, in that order', () => {
  const names = builtin.names
    .filter(({ name }) => name !== 'سيرغي لافروف')
    .map((row) => (row.name === 'فلاديمير بوتين' ? { ...row, gender: 'f' as const } : row));
  const commonWords = [...builtin.commonWords, 'كلمةلاتقع'];
  const changes = changesBetween(builtin, { ...builtin, names, commonWords });
  expect(changes.map(({ what, name }) => [what, name]).sort()).toEqual([
    ['added', 'common-words:كلمةلاتقع'],
    ['altered', 'people:فلاديمير بوتين'],
    ['removed', 'people:سيرغي لافروف'],
  ]);
});
