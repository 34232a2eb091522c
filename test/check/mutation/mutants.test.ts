/** Mutants: what they are, that rows are taken out of an image as if they had never been in it, and who notices. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openNotices } from '../../../check/mutation/kept.js';
import { ruleNoticer } from '../../../check/mutation/notice.js';
import { tryRows } from '../../../check/mutation/row-mutants.js';
import { ruleMutants } from '../../../check/mutation/rule-mutants.js';
import { createExtractor, serialize } from '../../../index.js';
import { loadBuiltin, openBuiltin } from '../../../packs/builtin.js';
import { withoutRows } from '../../../pipeline/lookup/without-rows.js';
import { articlesOf } from '../diff/read.js';
import { ruleOf } from '../small-rules.js';

const builtin = loadBuiltin();
const articles = await articlesOf();
const extractor = createExtractor();

const RULE = ruleOf(`says: A name behind a title.
match: "^(#Title && !#Def) (بقلم|بريشة)? [<person>#NameFirst #NameNext{1,2}]"
unless:
  after: "#PlaceHead"
makes: { type: Person, span: person }
confidence: 0.9
examples:
  - text: "وزير سامر الحيدروسي"
    person: "سامر الحيدروسي"
  - text: "وزير بقلم سامر الحيدروسي"
    person: "سامر الحيدروسي"
nearMisses:
  - text: "الوزير سامر الحيدروسي"
    why: an article
  - text: "عاد وزير سامر الحيدروسي"
    why: not at the beginning
`);

test('a rule may be gone, lack an alternative, or ask for less', () => {
  expect(ruleMutants(RULE).map(({ says }) => says)).toEqual([
    'the rule is gone',
    'without بقلم of (بقلم|بريشة)?',
    'without بريشة of (بقلم|بريشة)?',
    'without (بقلم|بريشة)? absent',
    'without (بقلم|بريشة)? present',
    'without #NameNext{1,2} once',
    'without #NameNext{1,2} more than once',
    'without unless after all of "#PlaceHead"',
    '!#Def for (#Title && !#Def)',
    '#Title for (#Title && !#Def)',
    'without ^',
  ]);
});

test('who notices: its examples, the articles, the file of firings, or nobody', () => {
  const rules = [...builtin.rules, RULE];
  const notice = ruleNoticer({
    extractor: extractor.withRules(rules),
    rules,
    articles: articles.slice(0, 2),
  });
  const noticed = new Map(ruleMutants(RULE).map((mutant) => [mutant.says, notice(mutant)]));
  expect(noticed.get('#Title for (#Title && !#Def)')).toBe('examples alone');
  expect(noticed.get('without ^')).toBe('examples alone');
  expect(noticed.get('without (بقلم|بريشة)? absent')).toBe('examples alone');
  expect(noticed.get('without بريشة of (بقلم|بريشة)?')).toBe('nothing');
  expect(noticed.get('the rule is gone')).toBe('firings');
  const title = builtin.rules.find(({ id }) => id === 'person/title-name')!;
  expect(notice(ruleMutants(title)[0])).not.toBe('nothing');
});

test.each([
  ['people', 'names', 'name', ({ name }: { name: string }) => name === 'دونالد ترامب'],
  [
    'foreign places',
    'names',
    'name',
    ({ spelling, type }: { spelling: string; type: string }) => spelling === 'foreign' && type === 'Place',
  ],
  ['cue verbs', 'cues', 'cue', ({ lemma }: { lemma: string }) => lemma === 'قال' || lemma === 'أضاف'],
  ['given names', 'givenNames', 'given', ({ name }: { name: string }) => name < 'ر'],
  ['stop words', 'functionWords', 'function', ({ word }: { word: string }) => word.length === 2],
  ['common words', 'commonWords', 'common', (word: unknown) => (word as string).length % 2 === 0],
] as const)('an image without %s reads what a pack built without them reads', (_, part, list, isOut) => {
  const rows: readonly unknown[] = builtin[part];
  const out = new Set(
    rows.flatMap((row, index) => ((isOut as (row: unknown) => boolean)(row) ? [index] : [])),
  );
  expect(out.size).toBeGreaterThan(0);
  const built = createExtractor({
    knowledge: { ...builtin, [part]: rows.filter((_row, index) => !out.has(index)) },
  });
  const cut = createExtractor({ image: withoutRows(openBuiltin(), list, out) });
  for (const { record } of articles)
    expect(serialize(cut.extract(record.article))).toBe(serialize(built.extract(record.article)));
});

test('rows that articles meet are missed when they go, and the sample is that of its seed', () => {
  const pack = { image: openBuiltin(), lists: builtin, rules: builtin.rules };
  const tried = tryRows(pack, articles, { size: 40, seed: 7 });
  expect(tried).toHaveLength(40);
  expect(tried.filter(({ notice }) => notice === 'nothing')).toEqual([]);
  expect(tried.some(({ notice }) => notice === 'articles')).toBe(true);
  expect(tryRows(pack, articles, { size: 40, seed: 7 })).toEqual(tried);
  expect(tryRows(pack, articles, { size: 40, seed: 8 })).not.toEqual(tried);
});

test('what was noticed is kept until its key changes, and a damaged file is as good as none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-mutants-'));
  try {
    const kept = openNotices(folder);
    kept.keep('person/a', 'one', ['nothing', 'firings']);
    kept.save();
    expect(openNotices(folder).recall('person/a', 'one')).toEqual(['nothing', 'firings']);
    expect(openNotices(folder).recall('person/a', 'two')).toBeUndefined();
    writeFileSync(
      path.join(folder, 'mutants.json'),
      readFileSync(path.join(folder, 'mutants.json'), 'utf8').slice(0, 9),
    );
    expect(openNotices(folder).recall('person/a', 'one')).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
