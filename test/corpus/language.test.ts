/** Languages: articles that are Arabic, in whatever spelling, and those of other languages in the same and in other scripts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { languageOf } from '../../corpus/language.js';

const ARABIC = 'قال وزير النقل إن الجسر الجديد جاهز وسيفتتح الأسبوع المقبل بعد أن اكتملت الإنارة على جانبيه.';

test.each([
  ['ar', ARABIC],
  ['ar', 'عاجل'],
  ['ar', 'انا مش عارف ليه الناس دي بتعمل كده النهارده في الشارع'],
  // Typed on a Persian keyboard.
  ['ar', ARABIC.replaceAll('ي', 'ی').replaceAll('ك', 'ک').replaceAll('ه', 'ھ')],
  // Names by their sound.
  ['ar', `${ARABIC} وشارك في الحفل ڤيكتور ومهندسو شركة گولدن چيلسي.`],
  ['ar', `${ARABIC} (The New Golden Bridge Engineering Company Limited)`],
  ['ar', '\ufe97\ufeea\ufe9e'],
  [
    'fa',
    'رئیس جمهور در نشست خبری گفت که دولت برای حل مشکلات اقتصادی تلاش می\u200cکند و از همه مردم خواست همکاری کنند.',
  ],
  ['fa', 'رئيس جمهور در گفتگو با خبرنگاران گفت پل تازه از هفته آينده باز مي شود و چراغ هاي آن روشن است.'],
  ['ur', 'وزیر اعظم نے کہا ہے کہ حکومت ملک میں مہنگائی کم کرنے کے لیے تمام وسائل استعمال کر رہی ہے۔'],
  ['ckb', 'سەرۆکی حکومەتی هەرێمی کوردستان ڕایگەیاند کە کێشەکانی نێوان هەولێر و بەغدا چارەسەر دەکرێن.'],
  ['ps', 'د افغانستان ولسمشر وویل چې حکومت به د خلکو د ستونزو د حل لپاره هڅې کوي او نوي ښوونځي جوړوي.'],
  ['ug', 'ئاپتونوم رايونلۇق ھۆكۈمەت بۈگۈن يېڭى قارار ئېلان قىلدى، كۆۋرۈك كېلەر ھەپتە ئېچىلىدۇ.'],
  ['sd', 'سنڌ حڪومت جو چوڻ آهي ته پاڻي جو مسئلو جلد حل ڪيو ويندو ۽ ماڻهن کي سهولت ملندي.'],
  ['en', 'The minister said the bridge is ready and will open next week after two years of work.'],
  ['fr', 'Le ministre a déclaré que le pont est prêt et sera inauguré la semaine prochaine.'],
  ['tr', 'Bakan, köprünün hazır olduğunu ve gelecek hafta açılacağını söyledi.'],
  ['he', 'שר התחבורה אמר כי הגשר מוכן וייפתח בשבוע הבא.'],
  ['ru', 'Министр заявил, что мост готов и откроется на следующей неделе.'],
  ['en', `The word «جسر» means a bridge. ${'The minister said the bridge is ready. '.repeat(9)}`],
  ['und', '2021 – 12:30 👍🏽'],
  ['und', ''],
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test('what the source says counts only where the letters leave it open', () => {
  expect(languageOf('سلام', 'fa-IR')).toBe('fa');
  expect(languageOf('سلام', 'en')).toBe('ar');
  expect(languageOf(ARABIC, 'fa')).toBe('ar');
  expect(languageOf('The minister said the bridge is ready.', 'ar')).toBe('en');
});

test('every article of fixtures/ is Arabic', () => {
  for (const name of readdirSync('fixtures/articles'))
    expect(languageOf(readFileSync(path.join('fixtures/articles', name), 'utf8'))).toBe('ar');
});

const NEWS = path.resolve('../shared/corpora/news/articles.jsonl.gz');
const whenPresent = existsSync(NEWS) ? test : test.skip;
if (!existsSync(NEWS))
  console.warn(`${NEWS} is absent: the test of the languages of its articles is skipped`);

whenPresent(
  'of the corpus beside the project nearly every article is Arabic, whole and cut short',
  () => {
    const texts = gunzipSync(readFileSync(NEWS)).toString('utf8').trimEnd().split('\n');
    const articles = texts.map((line): string => JSON.parse(line).text);
    const others = articles.filter((text) => languageOf(text) !== 'ar');
    expect(others.length).toBeLessThanOrEqual(articles.length / 5000);
    const cut = articles.filter((text) => languageOf(text.slice(text.length >> 1).slice(0, 60)) !== 'ar');
    expect(cut.length).toBeLessThanOrEqual(articles.length / 1000);
  },
  60_000,
);
