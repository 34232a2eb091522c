/** The built-in pack is what `rules/` holds, and says what to do when it was not built. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadBuiltin, openBuiltin } from '../../packs/builtin.js';
import { loadPack, loadWholePack } from '../../packs/load.js';

test('the built pack is up to date', () => {
  const builtin = loadBuiltin();
  expect(builtin.digest).toBe(loadWholePack('rules').digest);
  expect(loadPack([], builtin).digest).toBe(builtin.digest);
  expect(openBuiltin().digest).toBe(builtin.digest);
});

describe('a pack that cannot be read', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'isnad-dist-'));
  const dist = path.join(root, 'dist');
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(dist);
  writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  for (const folder of ['packs', 'pipeline'])
    cpSync(path.join('dist', folder), path.join(dist, folder), { recursive: true });
  const module = pathToFileURL(path.join(dist, 'packs/builtin.js')).href;
  const message = (load: string): string => {
    const script = `import(${JSON.stringify(module)}).then((builtin) => builtin.${load}()).catch((e) => console.log(e.message))`;
    return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trimEnd();
  };

  test('was not built', () => {
    expect(message('loadBuiltin')).toMatch(
      /pack\.json the built-in rules are not built — run `npm run build`$/u,
    );
    expect(message('openBuiltin')).toMatch(/pack\.bin the built-in rules are not built, or damaged — run/u);
  });

  test('is damaged', () => {
    writeFileSync(path.join(dist, 'pack.json'), '{"digest":');
    writeFileSync(path.join(dist, 'pack.bin'), 'no image');
    expect(message('loadBuiltin')).toMatch(
      /pack\.json the built-in rules are damaged — run `npm run build`$/u,
    );
    expect(message('openBuiltin')).toMatch(/pack\.bin the built-in rules are not built, or damaged — run/u);
  });
});
