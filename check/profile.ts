/**
 * Evaluation profiles: our mentions under the conventions of another corpus, where they differ from ours by rule.
 * Takes a text and one predicted mention, gives what the corpus would mark instead, or nothing. A profile knows types,
 * class nouns and endings only; it never knows a name. All offsets are Unicode code points, end exclusive.
 */
import { foldName } from './fold.js';
import type { PredictedMention } from './mentions.js';

/** Gives what a corpus marks where we find a mention; `points` is the text, a code point each. */
export type Profile = (points: readonly string[], mention: PredictedMention) => PredictedMention | undefined;

/**
 * ANERcorp (Benajiba, Rosso and Benedí 2007): bodies of a state (`وزارة الدفاع`, `الحكومة اللبنانية`, `الجيش`) and agencies
 * that stand in brackets as a source are no names; a national team is its country; a building is the place that it is
 * called after (`مطار بيروت`: `بيروت`), and so is what is named by a class noun of land and water, by a direction or with
 * an epithet (`قطاع غزة`, `شمال أفريقيا`, `مكة المكرمة`); a club takes the noun before it and the adjective behind it (`نادي فالنسيا الإسباني`).
 */
const anercorp: Profile = (points, mention) => {
  const words = wordsIn(points, mention);
  const noun = classNoun(words[0]?.form ?? '', points[mention.start - 1]);
  if (mention.type === 'Place') return bareName(mention, words);
  if (mention.type !== 'Organization') return mention;
  if (TEAMS.has(noun)) {
    const whole = words[0].form.startsWith('ال') || words.length === 1;
    return whole ? undefined : { ...from(mention, words[1].start), type: 'Place' };
  }
  if (STATE.has(noun) || isSourceInBrackets(points, mention)) return undefined;
  return clubOf(points, mention);
};

/** The profiles by the names under which a user asks for them. */
export const PROFILES: ReadonlyMap<string, Profile> = new Map([['anercorp', anercorp]]);

interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

function from(mention: PredictedMention, start: number): PredictedMention {
  return { ...mention, start };
}

/** A place without the class nouns and directions before its name, and without an epithet behind it. */
function bareName(mention: PredictedMention, words: readonly Word[]): PredictedMention {
  let first = 0;
  let last = words.length - 1;
  while (first < last && BEFORE_PLACE.has(words[first].form)) first++;
  if (first < last && EPITHETS.has(words[last].form)) last--;
  return words.length === 0 ? mention : { ...mention, start: words[first].start, end: words[last].end };
}

function wordsIn(points: readonly string[], { start, end }: { start: number; end: number }): readonly Word[] {
  const words: Word[] = [];
  for (let at = start; at < end; ) {
    while (at < end && /\s/u.test(points[at])) at++;
    const first = at;
    while (at < end && !/\s/u.test(points[at])) at++;
    if (at > first) words.push({ start: first, end: at, form: foldName(points.slice(first, at).join('')) });
  }
  return words;
}

/** A class noun without article; `لحكومة` behind another `ل` is `الحكومة`. */
function classNoun(form: string, before: string | undefined): string {
  if (form.startsWith('ال')) return form.slice(2);
  return before === 'ل' && form.startsWith('ل') ? form.slice(1) : form;
}

/** `استنبول ( أ ف ب )`: an agency alone in brackets says where the article comes from. */
function isSourceInBrackets(points: readonly string[], { start, end }: PredictedMention): boolean {
  return neighbour(points, start, -1) === '(' && neighbour(points, end - 1, 1) === ')' && end - start < 8;
}

function neighbour(points: readonly string[], from: number, step: number): string | undefined {
  let at = from + step;
  while (points[at] === ' ') at += step;
  return points[at];
}

/** A club with its noun before it and its nationality behind it. */
function clubOf(points: readonly string[], mention: PredictedMention): PredictedMention {
  const before = wordsIn(points, { start: Math.max(0, mention.start - 12), end: mention.start }).at(-1);
  if (before === undefined || !/^(?:[وفبلك]|ال|لل)*نادي$/u.test(before.form)) return mention;
  const lineEnd = points.indexOf('\n', mention.end);
  const next = wordsIn(points, {
    start: mention.end,
    end: Math.min(mention.end + 20, lineEnd < 0 ? points.length : lineEnd),
  })[0];
  const adjective = next !== undefined && /^ال.{2,}ي$/u.test(next.form);
  return { ...mention, start: before.start, end: adjective ? next.end : mention.end };
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(foldName));

const STATE = words(
  'وزارة وزارتا وزارتي حكومة برلمان رئاسة خارجية داخلية دفاع سفارة قنصلية جيش شرطة قوات قوة استخبارات مخابرات مباحث حرس أركان ' +
    'إدارة مديرية بلدية محافظة محكمة نيابة ديوان دائرة مصلحة مكتب لجنة سلطة سلطات قيادة جهاز',
);
const TEAMS = words('منتخب منتخبا منتخبي');
const BEFORE_PLACE = words(
  'مطار ميناء مرفأ محطة جسر نفق شارع طريق ساحة ميدان سجن معتقل سوق ملعب استاد مستشفى مسجد جامع كنيسة معبر سد فندق مسرح مخيم مخيمات ' +
    'قطاع إقليم مدينة جمهورية جبل جبال بحيرة خليج وادي أعالي شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي',
);
const EPITHETS = words('المكرمة المنورة المشرفة الشعبية');
