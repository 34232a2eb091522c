/** Documents in XML and HTML that expand, nest, fetch or loop. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { page, paragraphs, rss, rssItem, soundText } from './articles.js';
import type { Attack } from './attack.js';

const NEIGHBOUR = { 'neighbour.txt': soundText(1000) };
const SECRET = 'كلمة السر التي لا يعرفها أحد';

export const MARKUP_ATTACKS: Readonly<Record<string, Attack>> = {
  'entities that multiply': {
    files: {
      ...NEIGHBOUR,
      'laughs.xml': rss(
        rssItem('laughs', `${soundText(1)} &l9;`) + rssItem('sound-1', soundText(2)),
        laughs(),
      ),
      'quadratic.xml': rss(
        rssItem('quadratic', `${soundText(3)} ${'&big;'.repeat(20_000)}`),
        `<!DOCTYPE rss [<!ENTITY big "${'ضحك '.repeat(20_000)}">]>\n`,
      ),
      'itself.xml': rss(
        rssItem('itself', `${soundText(4)} &a;`),
        '<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>\n',
      ),
      'parameters.xml': rss(
        rssItem('parameters', soundText(5)),
        '<!DOCTYPE rss [<!ENTITY % p "<!ENTITY x \'y\'>"> %p; <!ENTITY % q SYSTEM "http://127.0.0.1:9/q.dtd"> %q;]>\n',
      ),
    },
    articles: ['neighbour', 'laughs', 'sound-1', 'itself', 'parameters'],
    quarantined: { 'unpacking-limit': 1 },
  },
  'entities that read files and fetch': {
    files: {
      ...NEIGHBOUR,
      'file.xml': rss(
        rssItem('file', `${soundText(1)} &secret;`),
        '<!DOCTYPE rss [<!ENTITY secret SYSTEM "../secret.txt"><!ENTITY passwd SYSTEM "file:///etc/passwd">]>\n',
      ),
      'http.xml': rss(
        rssItem('http', `${soundText(2)} &page;`),
        '<!DOCTYPE rss [<!ENTITY page SYSTEM "http://127.0.0.1:9/">]>\n',
      ),
      'dtd.xml': rss(rssItem('dtd', soundText(3)), '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">\n'),
      'include.xml': rss(
        rssItem(
          'include',
          `${soundText(4)} <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="../secret.txt" parse="text"/>`,
        ),
        '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>\n',
      ),
    },
    prepare: (below) => writeFileSync(path.join(below, 'secret.txt'), SECRET),
    articles: ['neighbour', 'dtd', 'include'],
    quarantined: { malformed: 2 },
    absent: [SECRET, 'root:x:0'],
  },
  'elements that nest without end': {
    files: {
      ...NEIGHBOUR,
      'deep.xml': rss(rssItem('deep', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)),
      'open.xml': rss(rssItem('open', '<a>'.repeat(100_000))),
      'attributes.xml': rss(
        `<item ${Array.from({ length: 50_000 }, (_, n) => `a${n}="x"`).join(' ')}><guid>many</guid></item>`,
      ),
      'deep.html': page(`${'<div>'.repeat(10_000)}${paragraphs()}`),
      'tables.html': page(`${'<table><tr><td>'.repeat(2_000)}${paragraphs()}`),
      'comment.html': page(`<!--${'-'.repeat(100_000)}`),
      'angles.html': page('<'.repeat(10_000)),
    },
    articles: ['neighbour', 'deep', 'tables'],
    quarantined: { malformed: 2, 'no-text': 3 },
  },
  'elements and attributes that reach for prototypes': {
    files: {
      ...NEIGHBOUR,
      'elements.xml': rss(
        `<item __proto__="x" constructor="y"><guid>elements</guid><__proto__><polluted>true</polluted></__proto__>` +
          `<constructor><prototype>x</prototype></constructor><toString>x</toString><title>خبر</title><description>${soundText(1)}</description></item>`,
      ),
    },
    articles: ['neighbour', 'elements'],
  },
  'crawls that lie about their lengths': {
    files: {
      ...NEIGHBOUR,
      'lies.warc': [
        warcRecord('http://sound.example/1', paragraphs(soundText(1))),
        warcRecord('http://lies.example/long', paragraphs(soundText(2)), 4_000_000_000),
        warcRecord('http://sound.example/3', paragraphs(soundText(3))),
      ].join(''),
      'names.warc': warcRecord('file:///etc/passwd\u0000/../../evil', paragraphs(soundText(4))),
    },
    articles: ['neighbour', 'http://sound.example/1', 'names-0'],
    quarantined: { truncated: 1 },
  },
  'a page that wants to fetch and to run': {
    files: {
      ...NEIGHBOUR,
      'page.html': page(
        `<iframe src="http://127.0.0.1:9/"></iframe><img src="http://127.0.0.1:9/x.png" onerror="process.exit(7)">${paragraphs()}` +
          '<script>process.exit(7)</script><object data="http://127.0.0.1:9/"></object>',
        '<base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">' +
          '<link rel="stylesheet" href="http://127.0.0.1:9/x.css"><script src="http://127.0.0.1:9/x.js"></script>' +
          '<script type="application/ld+json">{"@context":"http://127.0.0.1:9/context","@type":"NewsArticle","headline":"خبر"}</script>',
      ),
    },
    articles: ['neighbour', 'page'],
    absent: ['process.exit'],
  },
};

/** Nine entities, each ten times the one before. */
function laughs(): string {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  return `<!DOCTYPE rss [<!ENTITY l0 "ضحك">${entities.join('')}]>\n`;
}

/** A page as a crawl keeps it; `length` is what its head says, when it lies. */
function warcRecord(uri: string, body: string, length?: number): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(body)}`;
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${uri}`,
    'WARC-Date: 2026-01-01T00:00:00Z',
    'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${length ?? Buffer.byteLength(http)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${http}\r\n\r\n`;
}
