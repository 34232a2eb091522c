/** Garbled words: found with their place whatever garbled them, and never where nobody did. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { mojibakeIn } from '../../../corpus/encoding/mojibake.js';

const WORDS = 'قال وزير النقل إن الجسر';

test.each(['windows-1252', 'windows-1256', 'windows-1251', 'macintosh', 'iso-8859-1'])(
  'UTF-8 that was read as %s',
  (label) => {
    const garbled = iconv.decode(Buffer.from(WORDS), label);
    const found = mojibakeIn(`خبر: ${garbled}`);
    expect(found).toMatchObject({ start: 5, says: expect.stringMatching(/^UTF-8 that was read as /u) });
    expect(garbled.startsWith(`خبر: ${garbled}`.slice(found?.start, found?.end))).toBe(true);
  },
);

test('windows-1256 that was read as windows-1252', () => {
  const garbled = iconv.decode(iconv.encode(WORDS, 'windows-1256'), 'windows-1252');
  expect(mojibakeIn(garbled)).toMatchObject({ start: 0, says: 'windows-1256 that was read as windows-1252' });
});

test.each([
  'قال: «تفضّل»، ثم صمت… وبعد ذلك؟',
  'ظ§ حرفان لا أكثر',
  'Le café était très agréable, où l’été naît à Évian.',
  'Þórður sagði að brúin væri tilbúin; ÆØÅ, ÄÖÜ und ßÿ.',
  'Это «мост», сказал министр — и всё.',
  'چهار گروه پژوهشی، ٹھیک ہے، ڈاکٹر صاحب',
])('%s is as somebody wrote it', (text) => {
  expect(mojibakeIn(text)).toBeUndefined();
});

test('no article of fixtures/ is garbled', () => {
  for (const name of readdirSync('fixtures/articles'))
    expect(mojibakeIn(readFileSync(path.join('fixtures/articles', name), 'utf8'))).toBeUndefined();
});

const NEWS = path.resolve('../shared/corpora/news/articles.jsonl.gz');
const whenPresent = existsSync(NEWS) ? test : test.skip;
if (!existsSync(NEWS)) console.warn(`${NEWS} is absent: the test of its articles is skipped`);

whenPresent(
  'of the corpus beside the project no article is garbled',
  () => {
    const lines = gunzipSync(readFileSync(NEWS)).toString('utf8').trimEnd().split('\n');
    const garbled = lines.filter((line) => mojibakeIn(JSON.parse(line).text) !== undefined);
    expect(garbled).toEqual([]);
  },
  60_000,
);
