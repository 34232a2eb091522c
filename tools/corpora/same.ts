/** Three invented articles in every format: takes nothing, gives files by name, all of which must be read as the same articles. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { inAgencyXml, inFeeds, inTei, inWiki } from './same-markup.js';

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** As ISO 8601. */
  readonly date: string;
  /** The same as mails and feeds write it. */
  readonly mailDate: string;
  readonly url: string;
  readonly author: string;
}

export const OUTLET = 'صحيفة الضفاف';

export const SAMPLES: readonly Sample[] = [
  {
    id: 'difaf-101',
    title: 'الزراعة: موسم القمح "أفضل من المتوقع"',
    paragraphs: [
      'قال وزير الزراعة ياسر القلعاوي إن موسم القمح هذا العام "أفضل من المتوقع" رغم قلة المطر.',
      'وأضاف في حديث إلى إذاعة النهر: «سنشتري كل ما يعرضه الفلاحون، ولن نترك قمحا في الحقول».',
    ],
    date: '2024-05-12T09:30:00+03:00',
    mailDate: 'Sun, 12 May 2024 09:30:00 +0300',
    url: 'https://difaf.example/101',
    author: 'هناء الزيبق',
  },
  {
    id: 'difaf-102',
    title: 'شركة "نور & أبناؤه" تفتتح معملا في بلدة التلال',
    paragraphs: [
      'افتتحت شركة نور & أبناؤه معملا للزجاج في بلدة التلال، بكلفة < 5 ملايين.',
      'وأكدت مديرة المعمل رباب السنديان أن نصف العمال من أهل البلدة 😀.',
      'ولم يتضح متى يبدأ الإنتاج.',
    ],
    date: '2024-05-13T18:00:00Z',
    mailDate: 'Mon, 13 May 2024 18:00:00 GMT',
    url: 'https://difaf.example/102',
    author: 'سليم العاقوري',
  },
  {
    id: 'difaf-103',
    title: 'مكتبة المرفأ تعود إلى قرائها',
    paragraphs: ['عادت مكتبة المرفأ إلى قرائها بعد ترميم دام عامين، وفق ما أعلن مديرها جابر المنصوراني.'],
    date: '2024-05-14T07:05:00+03:00',
    mailDate: '14 May 2024 07:05:00 +0300',
    url: 'https://difaf.example/103',
    author: 'هناء الزيبق',
  },
];

/** Names of files, and their bytes. */
export function sameArticles(): readonly (readonly [string, Buffer])[] {
  const texts: readonly (readonly [string, string])[] = [
    ...inJson(),
    ...inTables(),
    ...inSgml(),
    ...inFeeds(),
    ...inAgencyXml(),
    ...inTei(),
    ...inWiki(),
    ...SAMPLES.map(({ title, paragraphs }, at): [string, string] => [
      `plain-${at + 1}.txt`,
      `${title}\n\n${paragraphs.join('\n')}`,
    ]),
  ];
  return [
    ...texts.map(([name, text]): [string, Buffer] => [name, Buffer.from(text)]),
    ['table.parquet', parquet()],
  ];
}

const record = ({ id, title, paragraphs, date, url, author }: Sample) => ({
  ...{ id, title, text: paragraphs.join('\n'), date, url, publisher: OUTLET, author, language: 'ar' },
});

function inJson(): readonly (readonly [string, string])[] {
  const records = SAMPLES.map(record);
  const ninjs = SAMPLES.map(({ id, title, paragraphs, date, url, author }) => ({
    ...{ uri: id, type: 'text', language: 'ar', versioncreated: date, headline: title, byline: author, url },
    body_xhtml: paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join(''),
    copyrightholder: OUTLET,
  }));
  const arabic = SAMPLES.map(({ id, title, paragraphs, date, url, author }) => ({
    ...{
      المعرف: id,
      العنوان: title,
      النص: paragraphs.join('\n'),
      'تاريخ النشر': date,
      الرابط: url,
      الكاتب: author,
    },
    ...{ المصدر: OUTLET, اللغة: 'ar' },
  }));
  return [
    ['lines.jsonl', records.map((each) => `${JSON.stringify(each)}\n`).join('')],
    ['array.json', JSON.stringify(arabic, null, 1)],
    ['object.json', JSON.stringify({ status: 'ok', total: 3, articles: records })],
    ['ninjs.json', JSON.stringify(ninjs, null, 1)],
  ];
}

function inTables(): readonly (readonly [string, string])[] {
  const records = SAMPLES.map(record);
  const header = Object.keys(records[0]);
  const table = (delimiter: string, end: string) =>
    [header, ...records.map((each) => Object.values(each))]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join(end);
  return [
    ['commas.csv', table(',', '\r\n')],
    ['semicolons.csv', `\ufeff${table(';', '\n')}`],
    ['tabs.tsv', table('\t', '\n')],
  ];
}

function parquet(): Buffer {
  const records = SAMPLES.map(record);
  const columnData = (['id', 'title', 'text', 'date', 'url', 'publisher', 'author', 'language'] as const).map(
    (name) => ({ name, data: records.map((each) => each[name]), type: 'STRING' as const }),
  );
  return Buffer.from(parquetWriteBuffer({ columnData }));
}

function inSgml(): readonly (readonly [string, string])[] {
  const trec = SAMPLES.map(
    ({ id, title, paragraphs, date, url, author }) =>
      `<DOC>\n<DOCNO> ${id} </DOCNO>\n<URL>${url}</URL>\n<HEADLINE>${escaped(title)}</HEADLINE>\n<DATE>${date}</DATE>\n` +
      `<SOURCE>${OUTLET}</SOURCE><AUTHOR>${author}</AUTHOR><LANGUAGE>ar</LANGUAGE>\n` +
      `<TEXT>\n${paragraphs.map(escaped).join('\n\n')}\n</TEXT>\n</DOC>\n`,
  );
  const consortium = SAMPLES.map(
    ({ id, title, paragraphs, date }) =>
      `<DOC id=${id} type=story date="${date}">\n<HEADLINE>\n${escaped(title)}\n</HEADLINE>\n<DATELINE>\nالتلال (و ن)\n</DATELINE>\n` +
      `<TEXT>\n${paragraphs.map((paragraph) => `<P>\n${escaped(paragraph).replace(' ', '\n')}\n`).join('')}</TEXT>\n</DOC>\n`,
  );
  return [
    ['trec.txt', trec.join('')],
    ['consortium.sgm', consortium.join('')],
  ];
}

/** With the marks of XML as references. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
