/**
 * Whom a headline means by a description: the person that the text's first sentences give with the same title
 * (`مدير ميناء النخيل: …`, and below `أكد مدير عام الميناء سامر العتيبي`), or the one whose name ends with its words.
 */
import type { Layers } from '../layers.js';
import { FINITE_CUE } from '../lookup/lexicon.js';
import { fold } from '../normalize.js';
import { bare, type TitlePhrase } from '../resolve/titles.js';
import { foldedWord, WORD } from '../tokenize.js';
import { agreesInCountry, around } from './holders.js';
import type { Subject } from './noun-phrase.js';
import { matrixSubject } from './sentence.js';

/** So many sentences below the headline its speaker is looked for. */
const LEAD = 2;

export function namedInLead(layers: Layers, label: Subject): number | undefined {
  if (label.title === undefined) return bySurname(layers, label);
  if (label.title.number !== 's') return undefined;
  const { segments } = layers;
  const from = segments.sentenceOf[label.last] + 1;
  for (const sentence of segments.sentences.slice(from, from + LEAD + 1)) {
    const subject = matrixSubject(layers, sentence.end - 1);
    if (subject?.figure === undefined) continue;
    const { roles } = layers.figures.figures[subject.figure];
    const titles = roles.filter(({ first }) => first >= sentence.first && first < sentence.end);
    if (subject.title !== undefined) titles.push(subject.title);
    if (titles.length === 0) continue;
    const reports = (layers.lookups.bits[sentence.first] & FINITE_CUE) !== 0;
    return titles.some((had) => fitsLabel(layers, label, had, subject, reports)) ? subject.figure : undefined;
  }
  return undefined;
}

/** `العتيبي: …`, `سامر: …`: the only person named around whose name begins or ends so. */
export function bySurname(layers: Layers, { first, last }: Subject): number | undefined {
  const { tokens, figures } = layers;
  if (first !== last || tokens.foldLength[first] < 4) return undefined;
  const word = foldedWord(tokens, first);
  const bearers = around(layers, first).filter((index) => {
    const { type, name } = figures.figures[index].entity;
    return type === 'Person' && hasAtEnd(fold(name), word);
  });
  return bearers.length === 1 ? bearers[0] : undefined;
}

function hasAtEnd(name: string, word: string): boolean {
  return name.startsWith(`${word} `) || name.endsWith(` ${word}`);
}

/**
 * The same office of the same body, or what anybody of that country may be called (`خبير كيني`); `مسؤول` alone is
 * whoever speaks in the first words of the sentence.
 */
function fitsLabel(
  layers: Layers,
  label: Subject,
  had: TitlePhrase,
  subject: Subject,
  reports: boolean,
): boolean {
  const title = label.title as TitlePhrase;
  const person = layers.figures.figures[subject.figure as number];
  const { gender, type } = person.entity;
  if (type !== 'Person' || (gender !== undefined && gender !== title.gender)) return false;
  if (!agreesInCountry(layers, title, had, person)) return false;
  const said = wordsOf(layers, Math.min(subject.first, had.first), Math.max(subject.last, had.last));
  const wanted = wordsOf(layers, label.first, label.last);
  const missing = [...wanted].filter((word) => !said.has(word) && !title.nationalityWords.has(word));
  if (ANYBODY.has(title.title) && (wanted.size > 1 || reports) && !isRuler(title, had))
    return missing.every((word) => word === title.title);
  return had.title === title.title && missing.length <= (wanted.size - 1) / 2;
}

/** Who rules a country is called an official (`مسؤول`) at most, no analyst or member of parliament. */
function isRuler({ title }: TitlePhrase, had: TitlePhrase): boolean {
  return title !== 'مسوول' && title !== 'مسيول' && RULERS.test(had.title);
}

const RULERS = /^(رييس( (الوزراء|الحكومه|الجمهوريه|البلاد))?|وزير.*|ملك|امير)$/u;

/** What a headline calls somebody whatever the title below. */
const ANYBODY = new Set([
  'مسوول',
  'مسيول',
  'دبلوماسي',
  'سياسي',
  'خبير',
  'محلل',
  'ناشط',
  'نايب',
  'باحث',
  'مختص',
  'طبيب',
  'نجم',
  'لاعب',
]);

function wordsOf({ tokens }: Layers, first: number, last: number): Set<string> {
  const words = new Set<string>();
  for (let token = first; token <= last; token++)
    if (tokens.kind[token] === WORD) words.add(bare(foldedWord(tokens, token)));
  return words;
}
