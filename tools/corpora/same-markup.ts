/** The articles of `same.ts` in the vocabularies of XML: feeds, agencies, scholars, wikis. */
import { escaped, OUTLET, SAMPLES, type Sample } from './same.js';

type Texts = readonly (readonly [name: string, text: string])[];

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const html = ({ paragraphs }: Sample) =>
  paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');
const each = (write: (sample: Sample) => string) => SAMPLES.map(write).join('\n');

export function inFeeds(): Texts {
  const rss = each(
    (one) =>
      `<item><title>${escaped(one.title)}</title><link>${one.url}</link><guid isPermaLink="false">${one.id}</guid>` +
      `<pubDate>${one.mailDate}</pubDate><autor:creator>${one.author}</autor:creator><description>ملخص</description>\n` +
      `<full:encoded><![CDATA[${html(one)}]]></full:encoded></item>`,
  );
  const short = each(
    (one) =>
      `<item><title>${escaped(one.title)}</title><link>${one.url}</link><guid>${one.id}</guid><pubDate>${one.mailDate}</pubDate>` +
      `<author>${one.author}</author>\n<description>${escaped(html(one))}</description></item>`,
  );
  const rdf = each(
    (one) =>
      `<item rdf:about="${one.url}"><dc:identifier>${one.id}</dc:identifier><title>${escaped(one.title)}</title><link>${one.url}</link>` +
      `<dc:date>${one.date}</dc:date><dc:creator>${one.author}</dc:creator>\n<description>${escaped(html(one))}</description></item>`,
  );
  const atom = each(
    (one) =>
      `<entry><id>${one.id}</id><title>${escaped(one.title)}</title><link rel="self" href="${one.url}.atom"/><link href="${one.url}"/>` +
      `<published>${one.date}</published><updated>2024-06-01T00:00:00Z</updated><author><name>${one.author}</name></author>\n` +
      `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html(one)}</div></content></entry>`,
  );
  const content = 'http://purl.org/rss/1.0/modules/content/';
  const dublin = 'http://purl.org/dc/elements/1.1/';
  return [
    [
      'rss.xml',
      `${XML}<rss version="2.0" xmlns:full="${content}" xmlns:autor="${dublin}"><channel><title>${OUTLET}</title><language>ar</language>\n${rss}\n</channel></rss>\n`,
    ],
    [
      'rss-091.xml',
      `<rss version="0.91"><channel><title>${OUTLET}</title><language>ar</language>\n${short}\n</channel></rss>`,
    ],
    [
      'rdf.xml',
      `${XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="${dublin}">` +
        `<channel rdf:about="https://difaf.example/"><title>${OUTLET}</title><dc:language>ar</dc:language></channel>\n${rdf}\n</rdf:RDF>\n`,
    ],
    [
      'atom.xml',
      `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>${OUTLET}</title>\n${atom}\n</feed>\n`,
    ],
    ['generic.xml', `${XML}<أخبار>\n${each(genericOf)}\n</أخبار>\n`],
  ];
}

function genericOf(one: Sample): string {
  return (
    `<خبر id="${one.id}"><title>${escaped(one.title)}</title><date>${one.date}</date><url>${one.url}</url>` +
    `<author>${one.author}</author><publisher>${OUTLET}</publisher><language>ar</language><body>${html(one)}</body></خبر>`
  );
}

function nitfOf(one: Sample): string {
  return (
    `<nitf xml:lang="ar"><head><title>x</title><docdata><doc-id id-string="${one.id}"/><date.issue norm="${one.date}"/></docdata>` +
    `<pubdata name="${OUTLET}" ex-ref="${one.url}"/></head>\n<body><body.head><hedline><hl1>${escaped(one.title)}</hl1></hedline>` +
    `<byline><person>${one.author}</person></byline><dateline><location>التلال</location></dateline></body.head>\n` +
    `<body.content><block>${html(one)}</block></body.content></body></nitf>`
  );
}

export function inAgencyXml(): Texts {
  const items = each(
    (one) =>
      `<newsItem guid="${one.id}" xml:lang="ar"><itemMeta><provider><name>${OUTLET}</name></provider></itemMeta>` +
      `<contentMeta><contentCreated>${one.date}</contentCreated><headline>${escaped(one.title)}</headline><by>${one.author}</by></contentMeta>\n` +
      `<contentSet><inlineXML contenttype="application/nitf+xml">${nitfOf(one)}</inlineXML></contentSet></newsItem>`,
  );
  const first = SAMPLES.map((one, at): [string, string] => [`nitf-${at + 1}.xml`, `${XML}${nitfOf(one)}\n`]);
  const old = each(
    (one) =>
      `<NewsItem><Identification><NewsIdentifier><ProviderId>difaf.example</ProviderId><PublicIdentifier>${one.id}</PublicIdentifier></NewsIdentifier></Identification>` +
      `<NewsManagement><FirstCreated>${one.date}</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>${escaped(one.title)}</HeadLine>` +
      `<ByLine>${one.author}</ByLine></NewsLines>\n<AdministrativeMetadata><Provider><Party FormalName="${OUTLET}"/></Provider></AdministrativeMetadata>` +
      `<DescriptiveMetadata><Language FormalName="ar"/></DescriptiveMetadata><ContentItem><DataContent>` +
      `<html><head><title>x</title></head><body>${html(one)}</body></html></DataContent></ContentItem></NewsComponent></NewsItem>`,
  );
  return [
    ...first,
    [
      'newsml-g2.xml',
      `${XML}<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>\n${items}\n</itemSet></newsMessage>\n`,
    ],
    ['newsml-1.xml', `${XML}<NewsML>\n${old}\n</NewsML>\n`],
  ];
}

export function inTei(): Texts {
  const documents = each(
    (one) =>
      `<TEI xml:id="${one.id}" xml:lang="ar"><teiHeader><fileDesc><titleStmt><title>${escaped(one.title)}</title><author>${one.author}</author></titleStmt>` +
      `<publicationStmt><publisher>${OUTLET}</publisher><date when="${one.date}">أيار</date><ref>${one.url}</ref></publicationStmt></fileDesc></teiHeader>\n` +
      `<text><body>${html(one)}</body></text></TEI>`,
  );
  const divisions = each(
    (one) =>
      `<div type="article" xml:id="${one.id}"><head>${escaped(one.title)}</head><dateline><date when="${one.date}"/></dateline>${html(one)}</div>`,
  );
  return [
    ['tei.xml', `${XML}<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n${documents}\n</teiCorpus>\n`],
    [
      'tei-newspaper.xml',
      `${XML}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="ar"><teiHeader/><text><body>\n${divisions}\n</body></text></TEI>\n`,
    ],
  ];
}

export function inWiki(): Texts {
  const page = (title: string, id: string, date: string, text: string, more = '') =>
    `<page><title>${escaped(title)}</title><ns>0</ns><id>${id}</id>${more}<revision><id>1</id><timestamp>${date}</timestamp>` +
    `<model>wikitext</model><text xml:space="preserve">${escaped(text)}</text></revision></page>\n`;
  const pages = SAMPLES.map((one) =>
    page(
      one.title,
      one.id,
      one.date,
      `{{خبر|بلد={{علم|التلال}}}}\n${one.paragraphs.map((paragraph) => paragraph.replace('المرفأ', '[[مرفأ|المرفأ]]').replaceAll('&', '&amp;').replaceAll('< ', '&lt; ')).join('\n\n')}<ref>مصدر</ref>\n[[تصنيف:أخبار]]`,
    ),
  );
  const redirect = page(
    'قمح',
    '9',
    '2024-01-01T00:00:00Z',
    '#تحويل [[موسم القمح]]',
    '<redirect title="موسم القمح" />',
  );
  const talk =
    '<page><title>نقاش:قمح</title><ns>1</ns><id>10</id><revision><text>كلام عن الصفحة</text></revision></page>\n';
  return [
    [
      'mediawiki.xml',
      `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="ar">\n<siteinfo><sitename>${OUTLET}</sitename>` +
        `<base>https://difaf.example/wiki/first</base></siteinfo>\n${pages[0]}${redirect}${pages[1]}${talk}${pages[2]}</mediawiki>\n`,
    ],
  ];
}
