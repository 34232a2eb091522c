/**
 * Whom a headline means by a description: the person that the text's first sentences give with the same title
 * (`مدير ميناء النخيل: …`, and below `أكد مدير عام الميناء سامر العتيبي`), or the one whose name ends with its words.
 */
import type { Layers } from '../layers.js';
import { fold } from '../normalize.js';
import { bare, type TitlePhrase } from '../resolve/titles.js';
import { foldedWord, WORD } from '../tokenize.js';
import { agreesInCountry } from './holders.js';
import { matrixSubject } from './sentence.js';
import type { Subject } from './subject.js';

/** So many sentences below the headline its speaker is looked for. */
const LEAD = 2;

export function namedInLead(layers: Layers, label: Subject): number | undefined {
  if (label.title === undefined) return bySurname(layers, label);
  if (label.title.number !== 's') return undefined;
  const { segments } = layers;
  const from = segments.sentenceOf[label.last] + 1;
  for (const sentence of segments.sentences.slice(from, from + LEAD + 1)) {
    const subject = matrixSubject(layers, sentence.end - 1);
    if (subject?.figure === undefined || subject.title === undefined) continue;
    return fitsLabel(layers, label, label.title, subject) ? subject.figure : undefined;
  }
  return undefined;
}

/** `العتيبي: …`: the only person of the article whose name ends so. */
function bySurname({ tokens, figures }: Layers, { first, last }: Subject): number | undefined {
  if (first !== last || tokens.foldLength[first] < 4) return undefined;
  const ending = ` ${foldedWord(tokens, first)}`;
  const bearers = figures.figures.flatMap(({ entity: { type, name } }, index) =>
    type === 'Person' && fold(name).endsWith(ending) ? [index] : [],
  );
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** The same office of the same body, or what anybody of that country may be called (`خبير كيني`). */
function fitsLabel(layers: Layers, { first, last }: Subject, title: TitlePhrase, subject: Subject): boolean {
  const { figures } = layers;
  const person = figures.figures[subject.figure as number];
  const gender = person.entity.gender;
  if (person.entity.type !== 'Person' || (gender !== undefined && gender !== title.gender)) return false;
  if (!agreesInCountry(layers, title, subject.title as TitlePhrase, person)) return false;
  const said = wordsOf(layers, subject.first, subject.last);
  const wanted = wordsOf(layers, first, last);
  const missing = [...wanted].filter((word) => !said.has(word) && !title.nationalityWords.has(word));
  if (ANYBODY.has(title.title)) return missing.filter((word) => word !== title.title).length === 0;
  return said.has(title.title) && missing.length <= (wanted.size - 1) / 2;
}

/** What a headline calls somebody whatever the title below. */
const ANYBODY = new Set(['مسوول', 'مسيول', 'دبلوماسي', 'سياسي', 'خبير', 'محلل', 'ناشط']);

function wordsOf({ tokens }: Layers, first: number, last: number): Set<string> {
  const words = new Set<string>();
  for (let token = first; token <= last; token++)
    if (tokens.kind[token] === WORD) words.add(bare(foldedWord(tokens, token)));
  return words;
}
