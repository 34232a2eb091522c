/** The baseline follows its recipe: marks with a verb near them, and the name next to the verb. */
import { baselineQuotations } from '../../bench/baseline.js';

const VERBS = new Set(['قال', 'اضاف']);

/** Names as entities that stand where their words do. */
function entities(text: string, ...names: readonly string[]) {
  return names.map((name) => {
    const start = text.indexOf(name);
    return { type: 'Person', id: name, occurrences: [{ start, end: start + name.length }] };
  });
}

function read(text: string, ...names: readonly string[]): readonly string[] {
  return baselineQuotations(text, entities(text, ...names), VERBS).map(
    ({ start, end, speaker = [] }) => `${speaker.join()}: ${text.slice(start, end)}`,
  );
}

test('the name next to the nearest verb speaks', () => {
  const text = 'التقى سامر العتيبي الوفد، وقال نادر الكيلاني: «الطريق جاهز للسير».';
  expect(read(text, 'سامر العتيبي', 'نادر الكيلاني')).toEqual(['نادر الكيلاني: الطريق جاهز للسير']);
});

test('marks without a verb near them, and short ones, are left out', () => {
  expect(read('عرض فيلم "ليالي المدينة القديمة" في القاعة.')).toEqual([]);
  expect(read('قال المدير إن "الوضع صعب".')).toEqual([]);
});

test('a verb of another paragraph is not near', () => {
  expect(read('قال المدير ذلك.\n"الوضع صعب على الجميع"')).toEqual([]);
});
