/**
 * Writes the files of `fixtures/corpora/` that an editor would break: texts in old encodings, packed files, archives, a crawl;
 * and the same articles in every format. Their
 * expectations are written by the test that walks the folder. With `--check` it only compares.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { crawl } from './corpora/crawl.js';
import { BZIP2, GZIP, ZSTD } from './corpora/packed.js';
import { sameArticles } from './corpora/same.js';
import { ARTICLE, OLD_PAGE, SHORT } from './corpora/texts.js';
import { zipFile } from './corpora/zip-file.js';

/** Paths under `fixtures/corpora/`, and their bytes. */
export async function corpora(): Promise<ReadonlyMap<string, Buffer>> {
  const same = sameArticles().map(([name, bytes]) => [`same/${name}`, bytes] as const);
  return new Map([...encoded(), ...packed(), ...same, ...(await crawls())]);
}

type Files = readonly (readonly [place: string, bytes: Buffer])[];

function encoded(): Files {
  const utf8 = Buffer.from(ARTICLE);
  return [
    ['encodings/windows-1256.txt', iconv.encode(ARTICLE, 'windows-1256')],
    ['encodings/iso-8859-6.txt', iconv.encode(ARTICLE.replaceAll(/[«»]/gu, '"'), 'iso-8859-6')],
    ['encodings/cp720.txt', iconv.encode(ARTICLE, 'cp720')],
    ['encodings/utf-16le-unmarked.txt', Buffer.from(ARTICLE, 'utf16le')],
    ['encodings/utf-16be-unmarked.txt', Buffer.from(ARTICLE, 'utf16le').swap16()],
    ['encodings/garbled-as-windows-1252.txt', Buffer.from(iconv.decode(utf8, 'windows-1252'))],
    ['encodings/garbled-as-windows-1256.txt', Buffer.from(iconv.decode(utf8, 'windows-1256'))],
    ['encodings/short.txt', iconv.encode(SHORT, 'windows-1256')],
    ['encodings/stray-line.jsonl', strayLine()],
    ['encodings/windows-1256.jsonl', iconv.encode(lines(), 'windows-1256')],
    ['encodings/utf-16le.jsonl', Buffer.from(`\uFEFF${lines()}`, 'utf16le')],
    ['html/windows-1256.html', iconv.encode(OLD_PAGE, 'windows-1256')],
    ['html/declared-falsely.html', Buffer.from(OLD_PAGE)],
  ];
}

function lines(): string {
  const [headline, , ...body] = ARTICLE.trimEnd().split('\n');
  const records = body.map((text, at) => ({ id: `line-${at}`, title: headline, text }));
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** One line of a file in UTF-8 holds bytes of another encoding. */
function strayLine(): Buffer {
  const [first, second, third] = lines().split('\n');
  const [before, after] = second.split('التذاكر');
  return Buffer.concat([
    Buffer.from(`${first}\n${before}`),
    iconv.encode('التذاكر', 'windows-1256'),
    Buffer.from(`${after}\n${third}\n`),
  ]);
}

function packed(): Files {
  const article = Buffer.from(ARTICLE);
  const short = Buffer.from(SHORT);
  const several = zipFile([
    { name: 'news/', content: Buffer.alloc(0) },
    { name: 'news/train.txt', content: article, isDeflated: true },
    { name: 'news/short.txt', content: short, isZip64: true },
    { name: 'news/packed.txt.gz', content: GZIP },
    { name: '__MACOSX/news/._train.txt', content: Buffer.from([0, 5, 22, 7]) },
  ]);
  const odd = zipFile([
    { name: '../outside.txt', content: article },
    { name: '/etc/absolute.txt', content: article },
    { name: 'nul\0inside.txt', content: article },
    { name: 'twice.txt', content: article },
    { name: 'twice.txt', content: article },
    { name: iconv.encode('café.txt', 'cp437'), content: article },
    { name: 'secret.txt', content: article, isEncrypted: true },
    { name: 'rare.txt', content: article, method: 98 },
    { name: 'wrong-sum.txt', content: article, sum: 1 },
    { name: 'bzip2.txt', content: article, packed: BZIP2, method: 12 },
    { name: 'zstd.txt', content: article, packed: ZSTD, method: 93 },
  ]);
  return [
    ['packed/article.txt.bz2', BZIP2],
    ['packed/article.txt.zst', ZSTD],
    ['packed/article.txt.gz', GZIP],
    ['packed/no-suffix', GZIP],
    ['packed/cut.txt.gz', GZIP.subarray(0, 200)],
    ['packed/cut.txt.bz2', BZIP2.subarray(0, 200)],
    ['packed/cut.txt.zst', ZSTD.subarray(0, 200)],
    ['packed/several.zip', several],
    ['packed/several-in-one.zip', zipFile([{ name: 'several.zip', content: several, isDeflated: true }])],
    ['packed/odd-names.zip', odd],
    ['packed/cut.zip', several.subarray(0, -200)],
    ['packed/empty.zip', zipFile([])],
  ];
}

async function crawls(): Promise<Files> {
  const whole = await crawl();
  return [
    ['warc/crawl.warc', whole],
    ['warc/cut.warc', whole.subarray(0, -300)],
  ];
}

/** Writes (or with `--check` compares) every file under a folder; gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const root = fileURLToPath(new URL('../../fixtures/corpora', import.meta.url));
  const files = [...(await corpora())].map(([place, bytes]) => ({ place: path.join(root, place), bytes }));
  const stale = files.filter(({ place, bytes }) => !existsSync(place) || !readFileSync(place).equals(bytes));
  for (const { place, bytes } of stale) {
    if (check) console.error(`${place}: is stale: run tools/build-corpora`);
    else {
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    }
  }
  if (!check) console.log(`${files.length} files of corpora`);
  return check && stale.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await main(process.argv.slice(2));
