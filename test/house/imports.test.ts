/** Who may import whom: each part of the project reaches only for what its place in it allows. */
import { filesUnder, importsOf, OURS, SHIPPED } from './tree.js';

/** Part → beginnings of what it may import; `type:` before what it may only take types from. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  pipeline: ['pipeline/'],
  packs: [
    'packs/',
    'pipeline/rules/',
    'pipeline/knowledge',
    'pipeline/normalize',
    'pipeline/document',
    // The tags that a pattern may name, and the compiled lists that a build keeps.
    'pipeline/recognize/shapes',
    'pipeline/lookup/image',
    'pipeline/lookup/build-image',
  ],
  output: ['output/', 'pipeline/document'],
  'index.ts': ['pipeline/', 'packs/', 'output/'],
  corpus: ['corpus/', 'index', 'output/', 'pipeline/problem', 'pipeline/document', 'pipeline/normalize'],
  check: [
    'check/',
    'index',
    'packs/',
    'corpus/',
    'output/',
    // A draft annotation lists the marks that hold no speech.
    'pipeline/tokenize',
    'pipeline/quote/marks',
    // The names of all sieves.
    'pipeline/confidence',
    // An image without some rows.
    'pipeline/lookup/without-rows',
    'type:pipeline/lookup/',
    'type:pipeline/document',
    'type:pipeline/knowledge',
    'type:pipeline/rules/',
  ],
  names: [
    'names/',
    'packs/',
    'corpus/',
    'pipeline/normalize',
    // The spellings that the lookup makes of a form.
    'pipeline/lookup/phrases',
    'pipeline/lookup/spellings',
    'type:pipeline/document',
    'type:pipeline/knowledge',
  ],
  cli: ['cli/', 'index', 'pipeline/', 'packs/', 'output/', 'corpus/', 'check/', 'names/'],
  tools: ['tools/', 'index', 'pipeline/', 'packs/', 'output/', 'corpus/', 'check/', 'names/'],
  bench: ['bench/', 'index', 'pipeline/', 'packs/', 'output/', 'corpus/', 'check/', 'names/'],
};

describe.each(Object.entries(ALLOWED))('%s', (part, allowed) => {
  const files = filesUnder([part], '.ts', '.cts');

  test('has files', () => {
    expect(files).not.toEqual([]);
  });

  test.each(files)('%s imports what it may', (file) => {
    const wrong = importsOf(file).filter(
      ({ target, own, typeOnly }) =>
        own &&
        !allowed.some((start) =>
          start.startsWith('type:')
            ? typeOnly && target.startsWith(start.slice(5))
            : target.startsWith(start),
        ),
    );
    expect(wrong.map(({ target }) => target)).toEqual([]);
  });
});

test('every folder of code has its place in the table', () => {
  const parts = [...SHIPPED, ...OURS].filter((part) => part !== 'test');
  expect(Object.keys(ALLOWED).sort()).toEqual(parts.sort());
});

test('the pipeline is pure: it imports no file, network or process of Node', () => {
  const impure = filesUnder(['pipeline'], '.ts').flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => target.startsWith('node:') && target !== 'node:module')
      .map(({ target }) => `${file}: ${target}`),
  );
  expect(impure).toEqual([]);
});

test('two files of the pipeline import compromise, and no other package is imported there', () => {
  const packages = filesUnder(['pipeline'], '.ts').flatMap((file) =>
    importsOf(file)
      .filter(({ target, own }) => !own && !target.startsWith('node:'))
      .map(({ target }) => `${file}: ${target.split('/')[0]}`),
  );
  expect([...new Set(packages)]).toEqual([
    'pipeline/recognize/english-people.ts: compromise',
    'pipeline/rules/compromise.ts: compromise',
  ]);
});

test('nothing that ships but those files imports compromise', () => {
  const importers = filesUnder(SHIPPED, '.ts').filter((file) =>
    importsOf(file).some(({ target }) => target === 'compromise' || target.startsWith('compromise/')),
  );
  expect(importers).toEqual(['pipeline/recognize/english-people.ts', 'pipeline/rules/compromise.ts']);
});
