/** Profiles: what a corpus with other conventions marks where we find a mention, by type and class noun alone. */
import { PROFILES } from '../../check/profile.js';

const anercorp = PROFILES.get('anercorp')!;

/** What the profile makes of a mention of `type` over `words` in `text`. */
function under(text: string, words: string, type: string): string | undefined {
  const points = Array.from(text);
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const mapped = anercorp(points, { type, start, end: start + Array.from(words).length });
  return mapped && `${mapped.type} ${points.slice(mapped.start, mapped.end).join('')}`;
}

describe('anercorp', () => {
  test.each([
    ['أعلنت وزارة الموارد المائية الخطة', 'وزارة الموارد المائية'],
    ['نفت الحكومة اللبنانية الخبر', 'الحكومة اللبنانية'],
    ['دعم قدم للحكومة الأردنية', 'لحكومة الأردنية'],
    ['عمان ( بترا ) - وصل الوفد', 'بترا'],
    ['فاز المنتخب الكويتي أمس', 'المنتخب الكويتي'],
  ])('leaves out a body of the state, a team and a source in brackets: %s', (text, words) => {
    expect(under(text, words, 'Organization')).toBeUndefined();
  });

  test.each([
    ['فاز حزب الأرض والعمران', 'حزب الأرض والعمران', 'Organization', 'Organization حزب الأرض والعمران'],
    ['قال مجلس النواب إن', 'مجلس النواب', 'Organization', 'Organization مجلس النواب'],
    [
      'تعاقد نادي كوريموندا البرتغالي مع حارس',
      'كوريموندا',
      'Organization',
      'Organization نادي كوريموندا البرتغالي',
    ],
    ['فاز منتخب كوريموندا أمس', 'منتخب كوريموندا', 'Organization', 'Place كوريموندا'],
    ['هبطت في مطار كفرزينا فجرا', 'مطار كفرزينا', 'Place', 'Place كفرزينا'],
    ['نزح السكان من قطاع كفرزينا ليلا', 'قطاع كفرزينا', 'Place', 'Place كفرزينا'],
    ['هبت الرياح على جنوب شرق كفرزينا', 'جنوب شرق كفرزينا', 'Place', 'Place كفرزينا'],
    ['وصل الحجاج إلى مكة المكرمة فجرا', 'مكة المكرمة', 'Place', 'Place مكة'],
    ['زار جمهورية كورمال الشعبية أمس', 'جمهورية كورمال الشعبية', 'Place', 'Place كورمال'],
    ['سار في الشرق الأوسط زمنا', 'الشرق الأوسط', 'Place', 'Place الشرق الأوسط'],
    ['هبت الرياح على الجنوب أمس', 'الجنوب', 'Place', 'Place الجنوب'],
    ['عبر نهر كفرزينا فجرا', 'كفرزينا', 'Place', 'Place كفرزينا'],
    ['قال سامر الحيدروسي إن', 'سامر الحيدروسي', 'Person', 'Person سامر الحيدروسي'],
  ])('in %s marks for %s (%s) %s', (text, words, type, expected) => {
    expect(under(text, words, type)).toBe(expected);
  });
});
