/**
 * A small pack made by hand, and the first layers of a text over it, in a form that a table of cases can spell out.
 * Every offset is sliced back out of the text, so that a case that passes also shows where its words stand.
 */
import type {
  AttributionRow,
  CueRow,
  Knowledge,
  NamePartRow,
  NameRow,
  NisbaRow,
  TitleRow,
} from '../../pipeline/knowledge.js';
import { buildImage } from '../../pipeline/lookup/build-image.js';
import { openImage } from '../../pipeline/lookup/image.js';
import { type Lexicon, openLexicon } from '../../pipeline/lookup/lexicon.js';
import { type Lookups, lookUp } from '../../pipeline/lookup/lookup.js';
import { WordMemory } from '../../pipeline/lookup/word-memory.js';
import { type Marks, pairMarks } from '../../pipeline/quote/marks.js';
import { type Segments, segment } from '../../pipeline/segment.js';
import { type Tokens, tokenize } from '../../pipeline/tokenize.js';

/** A text and what the first stages make of it. */
export interface FirstLayers {
  readonly tokens: Tokens;
  readonly lookups: Lookups;
  readonly marks: Marks;
  readonly segments: Segments;
}

/** Runs the first stages over a text, with the small pack or another; nothing is remembered from text to text. */
export function layersOf(text: string, knowledge: Knowledge = SMALL): FirstLayers {
  const tokens = tokenize(text);
  const lookups = lookUp(lexiconOf(knowledge), new WordMemory(), tokens);
  const marks = pairMarks(tokens);
  return { tokens, lookups, marks, segments: segment(tokens, marks, lookups) };
}

/** The lists of a pack, compiled. */
export function lexiconOf(knowledge: Knowledge): Lexicon {
  return openLexicon(openImage(buildImage(knowledge))!);
}

/** The written words of tokens `first` to `last`, as the text has them; empty for an empty range. */
export function written(tokens: Tokens, first: number, last: number): string {
  return last < first ? '' : tokens.text.slice(tokens.start[first], tokens.end[last]);
}

/** Every token as the text has it. */
export function allWritten(tokens: Tokens): string[] {
  return Array.from({ length: tokens.count }, (_, token) => written(tokens, token, token));
}

export function nameRow(name: string, rest: Partial<NameRow> = {}): NameRow {
  return { type: 'Place', name, aliases: [], spelling: 'arabic', certainty: 'sure', ...rest };
}

function part(name: string): NamePartRow {
  return { name, common: false };
}

function cue(lemma: string, rest: Partial<CueRow>): CueRow {
  return {
    lemma,
    perfect: [],
    imperfect: [],
    passive: [],
    participle: [],
    masdar: [],
    complements: ['أن'],
    speech: 'both',
    stance: 'neutral',
    trust: 'strong',
    continues: false,
    ...rest,
  };
}

function title(name: string, rest: Partial<TitleRow> = {}): TitleRow {
  return { title: name, dual: [], plural: [], kind: 'office', ...rest };
}

function nisba(masculine: string, feminine: string, place: string): NisbaRow {
  return { masculine, feminine, dual: [], plural: [], place };
}

function attribution(phrase: string, kind: AttributionRow['kind']): AttributionRow {
  return { phrase, kind };
}

/** Just enough of each list for the cases of this folder. */
export const SMALL: Knowledge = {
  digest: 'small',
  names: [
    nameRow('العراق'),
    nameRow('اليمن', { aliases: ['الجمهورية اليمنية'] }),
    nameRow('بغداد'),
    nameRow('الكويت'),
    nameRow('مدينة الكويت'),
    nameRow('لبنان'),
    nameRow('وارسو', { spelling: 'foreign' }),
    nameRow('الأمم المتحدة', { type: 'Organization' }),
    nameRow('سيرغي لافروف', { type: 'Person', spelling: 'foreign', aliases: ['لافروف'] }),
    nameRow('عبد الرحمن المهيري', { type: 'Person' }),
  ],
  givenNames: [part('سامر'), part('هالة'), part('عبد الله')],
  familyNames: [part('العبدلات'), part('منصور')],
  nisbas: [nisba('عراقي', 'عراقية', 'العراق'), nisba('يمني', 'يمنية', 'اليمن')],
  titles: [
    title('وزير', { feminine: 'وزيرة', dual: ['وزيران', 'وزيرين'], plural: ['وزراء'] }),
    title('وزير الخارجية'),
  ],
  heads: [{ head: 'مدينة', type: 'Place', inside: 'no', gender: 'f', dual: [], plural: ['مدن'] }],
  cues: [
    cue('قال', {
      perfect: ['قال', 'قالت', 'قالا', 'قالتا', 'قالوا', 'قلن'],
      imperfect: ['يقول', 'تقول', 'يقولان', 'تقولان', 'يقولون', 'يقلن'],
      complements: ['إن', ':'],
    }),
    cue('أعلن', {
      perfect: ['أعلن', 'أعلنت', '', '', 'أعلنوا', ''],
      imperfect: ['يعلن', 'تعلن', '', '', 'يعلنون', ''],
      masdar: ['إعلان'],
    }),
  ],
  complementizers: [
    { word: 'أن', function: 'that' },
    { word: 'إن', function: 'that' },
  ],
  attributions: [attribution('بحسب', 'according'), attribution('كتب', 'label')],
  functionWords: [
    { word: 'في', function: 'preposition' },
    { word: 'يناير', function: 'month' },
    { word: 'أيار', function: 'month' },
    { word: 'الثلاثاء', function: 'weekday' },
  ],
  commonWords: ['كتاب', 'جديد'],
  rules: [],
};
