/**
 * Documents made by hand, as the pipeline would give them, for the tests of the output. The articles are
 * invented. Spans are found by their words, so that no offset is written down.
 */
import type {
  Document,
  Entity,
  EntityType,
  Evidence,
  Mention,
  Quotation,
  Span,
} from '../../pipeline/document.js';

const BODY = [
  'وزير الري: السد آمن',
  '',
  'قال وزير الري المصري هاني سويلم لقناة النيل إن السد «آمن تماما ولا خوف عليه» في الخرطوم 👍🏽 اليوم.',
  'وأضاف سويلم: «نراقب المنسوب» ثم تابع «كل ساعة».',
  'ونقلت وكالة الضفاف عن مصدر أمني أن الجسر أغلق.',
  'وأكدت القاهرة أن الاجتماع تأجل.',
].join('\n');

/** The documents by name; in all but two the same things are found. */
export const DOCUMENTS: Readonly<Record<string, Document>> = {
  plain: article(BODY, 'plain'),
  'emoji before everything': article(`🕊\ufe0f😀 ${BODY}`, 'emoji'),
  'lone combining marks': article(
    `\u064B\u0301 \u0651\n\u200F\u202B${BODY.replace('سويلم:', 'سويلم\u0650:')}`,
    'marks',
  ),
  'line separators': article(`صباح\u2028الخير\u0085\n${BODY}`, 'separators'),
  'half an emoji': article(`\uD83D ${BODY} \uDE00`, 'surrogate'),
  'nothing in it': empty(''),
  'nothing but an emoji': empty('😀'),
};

function empty(text: string): Document {
  const start = text.length;
  const problem = { code: 'empty-text', start, end: start, message: 'The article has no text.' } as const;
  return { article: { identifier: 'empty', text }, entities: [], quotations: [], problems: [problem] };
}

function article(text: string, identifier: string): Document {
  const person = entity(text, 'Person', ['هاني سويلم', 'سويلم'], {
    alternateNames: ['سويلم', 'سويلم', 'هاني سويلم'],
    canonicalName: 'هاني سويلم',
    wikidata: 'Q1234',
    jobTitles: ['وزير الري المصري'],
  });
  const channel = entity(text, 'Organization', ['قناة النيل']);
  const city = entity(text, 'Place', ['الخرطوم']);
  const agency = entity(text, 'Organization', ['وكالة الضفاف']);
  const capital = entity(text, 'Place', ['القاهرة']);
  const mark = find(text, '👍🏽');
  return {
    article: {
      identifier,
      text,
      source: `${identifier}/1.txt`,
      record: 3,
      headline: 'وزير الري: السد آمن',
      inLanguage: 'ar',
      datePublished: '2021-05-04',
      url: '/أخبار/not an absolute one',
      publisher: '',
    },
    entities: [person, channel, city, agency, capital],
    quotations: quotations(text, { person, channel, agency, capital }),
    problems: [
      { ...mark, code: 'unbalanced-quotation-mark', message: 'No partner.' },
      { ...mark, code: 'control-character', message: 'A control character.' },
    ],
  };
}

type Cast = Readonly<Record<'person' | 'channel' | 'agency' | 'capital', Entity>>;

/** Every kind but `colon`, every role, a row in a row, a row in two pieces, two rows at one offset. */
function quotations(text: string, { person, channel, agency, capital }: Cast): readonly Quotation[] {
  const quote = find(text, 'آمن تماما ولا خوف عليه');
  const clause = { start: find(text, 'السد «').start, end: quote.end + 1 };
  const said = {
    speakers: [person],
    speakerSpan: find(text, 'وزير الري المصري'),
    resolution: 'title',
  } as const;
  const elided = { speakers: [person], resolution: 'elided', cue: find(text, 'تابع') } as const;
  const party = (entity: Entity) => ({ entity, text: entity.name, span: entity.mentions[0] });
  const words = (piece: string) => ({ text: piece, span: find(text, piece) });
  return [
    row(find(text, 'السد آمن'), 'headline', {
      ...said,
      speakerSpan: find(text, 'وزير الري'),
      resolution: 'headline',
    }),
    row(clause, 'indirect', {
      ...said,
      cue: find(text, 'قال'),
      addressee: party(channel),
      verbatim: [quote],
    }),
    row({ start: clause.start, end: clause.start + 4 }, 'indirect', {
      ...said,
      polarity: 'denied',
      confidence: 1,
    }),
    row(quote, 'mixed', { ...said, partOf: 1, verbatim: [quote] }),
    row(find(text, 'نراقب المنسوب'), 'direct', {
      ...elided,
      speakerSpan: find(text, 'سويلم', 1),
      resolution: 'name',
    }),
    row(find(text, 'كل ساعة'), 'direct', { ...elided, continues: 4, confidence: 0.87654 }),
    row(find(text, 'الجسر أغلق'), 'indirect', {
      resolution: 'none',
      abstention: 'no-entity',
      speakerSpan: find(text, 'مصدر أمني'),
      relay: party(agency),
      onBehalfOf: words('الجسر'),
      addressee: words('مصدر أمني'),
    }),
    row(find(text, 'الاجتماع تأجل'), 'indirect', {
      speakers: [capital, agency],
      resolution: 'name',
      stance: 'claims',
    }),
  ];
}

function row(span: Span, kind: Quotation['kind'], rest: Partial<Quotation>): Quotation {
  const common = {
    speakers: [],
    resolution: 'none',
    polarity: 'asserted',
    stance: 'neutral',
    confidence: 0.9,
  } as const;
  return {
    ...span,
    kind,
    ...common,
    evidence: evidence('quote/clause', 'quote/clause', 'speaker/title'),
    ...rest,
  };
}

function entity(
  text: string,
  type: EntityType,
  names: readonly string[],
  rest: Partial<Entity> = {},
): Entity {
  const spans = names.map((name, index) => find(text, name, index));
  const mentions = spans.map(
    (span, index): Mention => ({
      ...span,
      type,
      name: names[index],
      evidence: evidence('names/list'),
      confidence: 0.98,
    }),
  );
  return { type, name: names[0], alternateNames: [], jobTitles: [], mentions, ...rest };
}

function evidence(...rules: readonly string[]): readonly Evidence[] {
  return rules.map((rule) => ({ rule }));
}

function find(text: string, piece: string, skip = 0): Span {
  let start = text.indexOf(piece);
  for (let count = 0; count < skip; count++) start = text.indexOf(piece, start + 1);
  if (start < 0) throw new Error(`the test's article lacks "${piece}"`);
  return { start, end: start + piece.length };
}
