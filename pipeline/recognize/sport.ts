/**
 * Whether a name that a club shares with a place or an ordinary word stands for the club. Reads how many words of sport
 * an article holds, and how many stand near the name; decides nothing else.
 */
import type { NameRow } from '../knowledge.js';
import type { Lookups, NameHit } from '../lookup/lookup.js';
import { LONGEST_WORD, suffixHash, type Tokens } from '../tokenize.js';
import { isWithBeh } from './place-context.js';
import { SHAPE } from './shapes.js';
import { type WordHashes, wordHashes } from './word-hashes.js';

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
  const isAdjective =
    (before & SHAPE.DefMore) !== 0 &&
    hit.start === tokens.start[hit.first] &&
    !isSportWord(tokens, hit.first - 1);
  const isDefinite = (shapes[hit.first] & SHAPE.Def) !== 0 && !isAdjective;
  if (isDefinite && isSport() && isToldHere(tokens, shapes, hit, club)) return true;
  if (club.spelling !== 'foreign') return false;
  if (isBehindTeamWord(tokens, lookups, hit.first)) return true;
  if (before & SHAPE.PlaceHead || isWithBeh(tokens, hit)) return false;
  if (hit.first > 0 && WHERE.has(tokens.hash[hit.first - 1])) return false;
  return countSport(tokens, hit.first - NEAR, hit.last + NEAR) >= ENOUGH_NEAR;
}

/**
 * `فاز العهد`, `مباراة الأهلي الأخيرة`, `العهد والوحدات`, but not `العهد الجديد`, nor where the article speaks of something
 * else.
 */
function isToldHere(tokens: Tokens, shapes: Int32Array, { first, last }: NameHit, club: NameRow): boolean {
  if (countSport(tokens, first - AROUND, last + AROUND) < ENOUGH_NEAR) return false;
  const before = first > 0 ? shapes[first - 1] : 0;
  const after = last + 1 < shapes.length ? shapes[last + 1] : 0;
  if (isSportWord(tokens, first - 1)) return true;
  if (ABSTRACT.has(club.name)) return isBesideClub(tokens, before, first);
  if (before & (SHAPE.NameFirst | SHAPE.Place)) return false;
  if (first > 0 && hasWord(BEFORE_THINGS, tokens, first - 1)) return false;
  return (after & SHAPE.DefMore) === 0 || (after & SHAPE.Title) !== 0 || isJoined(tokens, last + 1);
}

/** `إدارة الشباب`, `أمام الاتفاق`, `الغرافة والشباب`. */
function isBesideClub(tokens: Tokens, before: number, first: number): boolean {
  if (first === 0) return false;
  if (before & SHAPE.Organization) return isJoined(tokens, first);
  return hasWord(BEFORE_CLUBS, tokens, first - 1);
}

/** `والوحدات`: another name, and no adjective. */
function isJoined({ folded, foldStart }: Tokens, token: number): boolean {
  return folded[foldStart[token]] === WAW;
}

const WAW = 0x648;

/** `نادي برشلونة`, `لاعب برشلونة`: words that only a club has. A university in a city does not make it one. */
export function isBehindTeamWord(tokens: Tokens, lookups: Lookups, token: number): boolean {
  if (token === 0) return false;
  if (hasWord(TEAM, tokens, token - 1)) return true;
  return (lookups.words[token - 1] ?? []).some(({ reading }) => reading.head?.row.head === 'نادي');
}

function countSport(tokens: Tokens, from: number, to: number): number {
  let words = 0;
  for (let token = Math.max(0, from); token < Math.min(to, tokens.count); token++)
    if (isSportWord(tokens, token)) words++;
  return words;
}

function isSportWord(tokens: Tokens, token: number): boolean {
  return token >= 0 && hasWord(SPORT, tokens, token);
}

/** The word itself, or behind one letter of a particle: `لمهاجم`, `والمدرب`. */
function hasWord(words: WordHashes, tokens: Tokens, token: number): boolean {
  if (words.has(tokens.hash[token])) return true;
  const length = tokens.foldLength[token];
  if (length < 4 || length > LONGEST_WORD || !PARTICLES.has(tokens.folded[tokens.foldStart[token]]))
    return false;
  return words.has(suffixHash(tokens, token, 1));
}

const PARTICLES = new Set([...'وفبلك'].map((letter) => letter.charCodeAt(0)));

const ENOUGH_IN_ARTICLE = 4;
const ENOUGH_NEAR = 3;
/** Words on either side. */
const NEAR = 20;
const AROUND = 60;

const SPORT = wordHashes(
  'المباراه مباراه مباريات المباريات الدوري دوري اللاعبون اللاعبين لاعب اللاعب لاعبي لاعبو المدرب مدرب الهدف هدف اهداف ' +
    'الملعب ملعب ملاعب استاد النادي نادي انديه الانديه الفريق فريق الفريقين الجماهير جماهير جمهور مشجعي مشجعو الكاس كاس ' +
    'البطوله بطوله المنتخب الحكم المهاجم مهاجم مدافع حارس مرمي الشوط ركله ضيفه مضيفه تعادل التعادل سجل بهدف بهدفين ' +
    'المتصدر الوصيف الديربي ديربي الكلاسيكو كلاسيكو السوبر التدريبات تدريبات التدريبيه الموسم الاحتراف المحترف محترف ' +
    'صفوف التشكيله لقب نهايي النهايي الميركاتو انتقاله اعارته بلاعبي',
);
const TEAM = wordHashes(
  'لاعب لاعبو لاعبي مدرب مهاجم مدافع حارس مرمي نجم قائد جماهير مشجعي مشجعو فريق نادي صفوف ضيفه مضيفه محترف هداف',
);
/** Clubs only right behind a word of sport: an agreement, or young people, are what the word means oftener. */
const ABSTRACT: ReadonlySet<string> = new Set(
  'الاتفاق التعاون الحزم العدالة الحرية التحدي الإرادة الخلود الشباب'.split(' '),
);
const BEFORE_CLUBS = wordHashes('اداره ادارتا ادارتي رييس امام جاره ضد يواجه واجه مواجهه اسوار بيته');
/** Words that make a term of the ordinary word behind them: `رعاية الشباب`, `ولي العهد`. */
const BEFORE_THINGS = wordHashes(
  'رعايه وليي ولي سفراء وزاره وزير هيئه هييه عاصفه يوم شهاده شهادات حقوق بيت صله',
);
/** Behind these a city is where something happens or comes from. */
const WHERE = wordHashes('في وفي الي والي من ومن مدينه مطار شمال جنوب شرق غرب قرب ملعب جامعه');
