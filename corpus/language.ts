/**
 * Tells the language of an article by its letters: Arabic from the other languages of its script by the letters that only these
 * have, languages of other scripts by tinyld. Takes a text of any length and looks at a few hundred characters of it; what the
 * source says counts only where the letters leave it open.
 */
import { createRequire } from 'node:module';

/**
 * The language as a BCP 47 tag: `ar`, `fa`; `und` where there are no letters, `und-Latn` where nobody can tell more.
 * @param declared what the source says, in whatever form
 */
export function languageOf(text: string, declared?: string): string {
  const sample = sampleOf(text);
  const counts = countLetters(sample);
  const all = counts[ARABIC] + counts[LATIN] + counts[OTHER];
  if (all === 0) return 'und';
  if (counts[ARABIC] >= all * ENOUGH_ARABIC) return ofArabicScript(sample, counts, declared);
  const isLatin = counts[LATIN] >= counts[OTHER];
  const found = tinyld().detect(sample, isLatin ? { only: [...OF_LATIN_SCRIPT] } : {});
  if (found === '') return isLatin ? 'und-Latn' : 'und-Zyyy';
  return found;
}

/** Names and terms of other scripts do not make an article less Arabic, and an Arabic word in an English one not more. */
const ENOUGH_ARABIC = 0.2;

/** Those that news comes in; tinyld also knows Esperanto and Klingon. */
const OF_LATIN_SCRIPT = [
  ...[
    'en',
    'fr',
    'es',
    'de',
    'it',
    'pt',
    'nl',
    'ca',
    'sv',
    'da',
    'no',
    'fi',
    'is',
    'pl',
    'cs',
    'sk',
    'hu',
    'ro',
  ],
  ...['hr', 'sl', 'lt', 'lv', 'et', 'tr', 'az', 'tk', 'id', 'ms', 'vi', 'tl', 'sq', 'eu', 'ga', 'af'],
];

const SAMPLE = 400;

/** The beginning, the middle and the end. */
function sampleOf(text: string): string {
  if (text.length <= 3 * SAMPLE) return text;
  const middle = (text.length - SAMPLE) >> 1;
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)} ${text.slice(-SAMPLE)}`;
}

/** Letters that Arabic does not have, by the languages that tell themselves by them. */
const OWN_LETTERS: readonly (readonly [language: string, letters: string])[] = [
  ['fa', 'پچژگ'],
  ['ur', 'ٹڈڑںےۓۂ'],
  ['ckb', 'ێڕڵۆڤ'],
  ['ps', 'ښځڅړږۍټډګې'],
  ['ug', 'ۇۈۋڭ'],
  ['sd', 'ڪڻٻڀڄڃڇڏڊڌٺٽٿڙڦڳڱڍ'],
  ['ms', 'ڽڠۏݢڬ'],
];

/** Kurdish and Uyghur share it, and write it in nearly every word. */
const SHARED_VOWEL = 'ە';

/** Letters of Persian and Urdu that Arabic is typed with too, by whoever has such a keyboard. */
const KEYBOARD_LETTERS = 'یکھہ';

/** Letters that in these languages stand in loan words only, and in Arabic in every other word. */
const LETTERS_OF_ARABIC = 'ةأإ';

const ARABIC = 0;
const LATIN = 1;
const OTHER = 2;
const SHARED = 3;
const KEYBOARD = 4;
const ONLY_ARABIC = 5;
const FIRST_OWN = 6;

/** Class of each letter up to U+07FF, from 1; 0 for what is no letter. */
const CLASSES = classTable();

function classTable(): Uint8Array {
  const classes = new Uint8Array(0x800);
  for (let unit = 0; unit < classes.length; unit++) {
    const letter = String.fromCharCode(unit);
    if (!/\p{L}/u.test(letter)) continue;
    const isArabic = /\p{Script=Arabic}/u.test(letter);
    classes[unit] = 1 + (isArabic ? ARABIC : /\p{Script=Latin}/u.test(letter) ? LATIN : OTHER);
  }
  classes[SHARED_VOWEL.charCodeAt(0)] = 1 + SHARED;
  for (const letter of KEYBOARD_LETTERS) classes[letter.charCodeAt(0)] = 1 + KEYBOARD;
  for (const letter of LETTERS_OF_ARABIC) classes[letter.charCodeAt(0)] = 1 + ONLY_ARABIC;
  for (const [at, [, letters]] of OWN_LETTERS.entries())
    for (const letter of letters) classes[letter.charCodeAt(0)] = 1 + FIRST_OWN + at;
  return classes;
}

/** Letters by class; those of Arabic script are all counted under `ARABIC` too. */
function countLetters(text: string): Uint32Array {
  const counts = new Uint32Array(FIRST_OWN + OWN_LETTERS.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const found = unit < CLASSES.length ? CLASSES[unit] : beyondTable(unit);
    if (found === 0) continue;
    counts[found - 1]++;
    if (found > SHARED) counts[ARABIC]++;
  }
  return counts;
}

/** Forms of Arabic letters, and the scripts of Asia. */
function beyondTable(unit: number): number {
  if ((unit >= 0xfb50 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefc)) return 1 + ARABIC;
  return /\p{L}/u.test(String.fromCharCode(unit)) ? 1 + OTHER : 0;
}

/** So many letters of its own a language writes at least; foreign names bring a few of them into Arabic. */
const ENOUGH_OWN = 0.015;
const SURELY_OWN = 0.04;
const ENOUGH_OF_ARABIC = 0.02;
/** Below so many letters a text may have none of its own, and what the source says decides. */
const FEW_LETTERS = 60;

function ofArabicScript(sample: string, counts: Uint32Array, declared: string | undefined): string {
  const own = OWN_LETTERS.map(([language], at) => ({ language, count: counts[FIRST_OWN + at] }));
  const [persian, ...others] = own;
  const [most] = others.sort((a, b) => b.count - a.count);
  const ofOthers = most.count + counts[SHARED];
  const enough = counts[ARABIC] * ENOUGH_OWN;
  const isArabic = counts[ONLY_ARABIC] >= counts[ARABIC] * ENOUGH_OF_ARABIC;
  if (ofOthers >= enough && !(isArabic && ofOthers < counts[ONLY_ARABIC]))
    return most.count > 0 ? most.language : 'ckb';
  if (persian.count >= counts[ARABIC] * SURELY_OWN && !isArabic) return 'fa';
  if (persian.count + counts[KEYBOARD] >= enough && !isArabic)
    return tinyld().detect(sample, { only: ['ar', 'fa', 'ur'] }) || 'ar';
  const said = declared?.toLowerCase().split(/[-_]/u)[0] ?? '';
  return counts[ARABIC] < FEW_LETTERS && ARABIC_SCRIPT.has(said) ? said : 'ar';
}

const ARABIC_SCRIPT: ReadonlySet<string> = new Set([
  'ar',
  'ku',
  ...OWN_LETTERS.map(([language]) => language),
]);

function tinyld(): typeof import('tinyld') {
  return createRequire(import.meta.url)('tinyld');
}
