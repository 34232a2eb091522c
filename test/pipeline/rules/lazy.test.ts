/** compromise is needed to parse rules and not to run them: a program with the built-in rules never loads it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ruleLines, writePack } from '../../packs/small-pack.js';

test('the built-in rules run without compromise', () => {
  expect(loadedWith('{}')).toEqual([]);
});

test('rules of a pack of the user’s own are parsed by it', () => {
  const folder = writePack({ 'patterns/person/title-name.yaml': ruleLines() });
  expect(loadedWith(`{ rules: [${JSON.stringify(folder)}] }`)).not.toEqual([]);
});

/** The files of compromise that a program has loaded which made an extractor and read an article. */
function loadedWith(options: string): readonly string[] {
  const index = new URL('../../../index.js', import.meta.url);
  const program = `
    import { createRequire } from 'node:module';
    import { createExtractor } from '${index.href}';
    createExtractor(${options}).extract({ identifier: 'a', text: 'وقال وزير النقل سامر العبدلات إن الجسر جاهز' });
    const loaded = Object.keys(createRequire('${index.href}').cache);
    console.log(JSON.stringify(loaded.filter((file) => file.includes('/compromise/'))));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('.', index)),
    // A pack that an earlier run has compiled would not be parsed again.
    env: { ...process.env, ISNAD_CACHE: '' },
    encoding: 'utf8',
  });
  return JSON.parse(output);
}
