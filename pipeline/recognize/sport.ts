/**
 * Whether a name that a club shares with a place or an ordinary word stands for the club. Reads how many words of sport
 * an article holds, and how many stand near the name; decides nothing else.
 */
import type { NameRow } from '../knowledge.js';
import type { Lookups, NameHit } from '../lookup/lookup.js';
import { hashWord, type Tokens } from '../tokenize.js';
import { isWithBeh } from './place-context.js';
import { SHAPE } from './shapes.js';

/** Whether an article is about sport at all. */
export function isAboutSport(tokens: Tokens): boolean {
  return countSport(tokens, 0, tokens.count) >= ENOUGH_IN_ARTICLE;
}

/**
 * `الأهلي` and `النصر` are clubs in an article about a match, ordinary words elsewhere. A city abroad gives its club the
 * name (`تعادل ليفربول`), but only among words of sport, and not where something happens (`في ليفربول`).
 */
export function standsForClub(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  hit: NameHit,
  club: NameRow,
  isSport: () => boolean,
): boolean {
  const before = hit.first > 0 ? shapes[hit.first - 1] : 0;
  const isDefinite = (shapes[hit.first] & SHAPE.Def) !== 0 && (before & SHAPE.DefMore) === 0;
  if (isDefinite && isSport() && isToldHere(tokens, shapes, hit)) return true;
  if (club.spelling !== 'foreign') return false;
  if (isBehindTeamWord(tokens, lookups, hit.first)) return true;
  if (before & SHAPE.PlaceHead || isWithBeh(tokens, hit)) return false;
  if (hit.first > 0 && WHERE.has(tokens.hash[hit.first - 1])) return false;
  return countSport(tokens, hit.first - NEAR, hit.last + NEAR) >= ENOUGH_NEAR;
}

/** `فاز العهد`, `مباراة الأهلي الأخيرة`, but not `العهد الجديد`, nor where the article speaks of something else. */
function isToldHere(tokens: Tokens, shapes: Int32Array, { first, last }: NameHit): boolean {
  if (countSport(tokens, first - AROUND, last + AROUND) < ENOUGH_NEAR) return false;
  const after = last + 1 < shapes.length ? shapes[last + 1] : 0;
  if (first > 0 && SPORT.has(tokens.hash[first - 1])) return true;
  return (after & SHAPE.DefMore) === 0 || (after & SHAPE.Title) !== 0;
}

/** `نادي برشلونة`, `لاعب برشلونة`: words that only a club has. A university in a city does not make it one. */
export function isBehindTeamWord(tokens: Tokens, lookups: Lookups, token: number): boolean {
  if (token === 0) return false;
  if (TEAM.has(tokens.hash[token - 1])) return true;
  return (lookups.words[token - 1] ?? []).some(({ reading }) => reading.head?.row.head === 'نادي');
}

function countSport(tokens: Tokens, from: number, to: number): number {
  let words = 0;
  for (let token = Math.max(0, from); token < Math.min(to, tokens.count); token++)
    if (SPORT.has(tokens.hash[token])) words++;
  return words;
}

const ENOUGH_IN_ARTICLE = 4;
const ENOUGH_NEAR = 3;
/** Words on either side. */
const NEAR = 20;
const AROUND = 60;

const folded = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashWord));

const SPORT = folded(
  'المباراه مباراه المباريات الدوري دوري اللاعبين لاعب اللاعب لاعبي المدرب مدرب الهدف هدف اهداف الملعب ملعب النادي الفريق فريق الجماهير الكاس كاس البطوله المنتخب الحكم المهاجم مهاجم مدافع حارس مرمي الشوط ركله ضيفه مضيفه تعادل التعادل سجل بهدف بهدفين',
);
const TEAM = folded(
  'لاعب لاعبو لاعبي مدرب مهاجم مدافع حارس مرمي نجم قائد جماهير مشجعي فريق نادي صفوف ضيفه مضيفه',
);
/** Behind these a city is where something happens or comes from. */
const WHERE = folded('في وفي الي والي من ومن مدينه مطار شمال جنوب شرق غرب قرب ملعب جامعه');
