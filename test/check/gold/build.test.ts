/** Annotations become gold, and whatever does not fit the text is refused, all of it, with line and advice. */
import { readFileSync } from 'node:fs';
import { buildRows } from '../../../check/gold/build.js';
import { findForm } from '../../../check/gold/forms.js';
import { parseAnnotation } from '../../../check/gold/parse.js';
import { goldJson, rowsOf } from '../../../check/gold/rows.js';
import { PORT, PORT_YAML } from './articles.js';

/** Defects as `line: reason — advice`. */
function defectsIn(yaml: string, text = PORT): readonly string[] {
  const { annotation, defects } = parseAnnotation('port.yaml', yaml);
  return [...defects, ...buildRows('port.yaml', annotation, text).defects].map(
    ({ line, reason, advice }) => `${line}: ${reason} — ${advice}`,
  );
}

const words = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('a sound annotation', () => {
  const { annotation, defects } = parseAnnotation('port.yaml', PORT_YAML);
  const { rows, defects: unfit } = buildRows('port.yaml', annotation, PORT);

  test('has no defect', () => {
    expect([...defects, ...unfit]).toEqual([]);
  });

  test('marks every form where it is meant, the longest first, and a name rather than the source around it', () => {
    expect(
      rows.mentions.map((row) => `${row.entity}: ${words(PORT, row)}${row.optional ? '?' : ''}`),
    ).toEqual([
      'سامر الحيدروسي: الحيدروسي',
      'سامر الحيدروسي: سامر الحيدروسي',
      'ميناء زهران: ميناء زهران',
      'سامر الحيدروسي: الحيدروسي',
      'زهران: زهران',
      'موانئ: موانئ?',
    ]);
    expect(rows.entities['سامر الحيدروسي'].label).toBe('Samer al-Haydarusi');
    expect(rows.entities.زهران).toEqual({ type: 'Place', label: 'زهران', names: ['زهران'] });
  });

  test('places quotations by their words or by their two ends, and knows speakers by any of their names', () => {
    expect(rows.quotations.map((row) => `${row.kind} ${row.speaker}: ${words(PORT, row)}`)).toEqual([
      'headline سامر الحيدروسي: الميناء لن يباع',
      'indirect سامر الحيدروسي: أعمال ميناء زهران ستبدأ غدا',
      'direct سامر الحيدروسي: لن نبيع الميناء لأحد',
      'indirect مصدر: العمل متوقف',
    ]);
    expect(rows.notSpeech.map((row) => words(PORT, row))).toEqual(['موانئ']);
  });

  test('has offsets in code points in its gold, which give the rows again', () => {
    const text = `😀 ${PORT}`;
    const moved = buildRows('port.yaml', annotation, text).rows;
    const gold = goldJson({ id: 'port', file: 'port.txt', sha256: '' }, text, moved);
    expect(gold.mentions[0].start).toBe(2);
    expect(moved.mentions[0].start).toBe(3);
    expect(rowsOf(gold, text)).toEqual(moved);
  });
});

describe('what is refused', () => {
  const replaced = (from: string, to: string): readonly string[] => defectsIn(PORT_YAML.replace(from, to));

  test.each([
    [
      'a form that is not in the text',
      'forms:\n      - سامر الحيدروسي',
      'forms:\n      - سامر الحيدرسي',
      '6: "سامر الحيدرسي" is not in the text as a word — the text has "سامر الحيدروسي"',
    ],
    [
      'quoted words that are not in the text',
      'words: لن نبيع الميناء لأحد',
      'words: لن نبيع المينا لأحد',
      '36: "لن نبيع المينا لأحد" is not in the text — the text has "لن نبيع الميناء لأحد"',
    ],
    [
      'an end that does not come behind its beginning',
      'to: ستبدأ غدا',
      'to: الميناء لن',
      '31: "الميناء لن" is not in the text behind "أعمال ميناء زهران" — the text has "الميناء لأحد"',
    ],
    [
      'words that stand there twice',
      'words: لن نبيع الميناء لأحد',
      'words: لن',
      '36: "لن" stands in the text 3 times — add "occurrence" with a number from 1 to 3',
    ],
    [
      'an occurrence that there is not',
      'words: العمل متوقف',
      'words: العمل متوقف\n    occurrence: 2',
      '40: occurrence 2 of "العمل متوقف" is not in the text — it stands there once',
    ],
    [
      'a speaker whom nobody knows',
      'speaker: مصدر',
      'speaker: مصدرر',
      '40: the speaker "مصدرر" is no entity of this annotation — did you mean "مصدر"?',
    ],
    [
      'a cue that is not in the text',
      'cue: أضاف',
      'cue: أضافت',
      '36: the cue "أضافت" is not in the text — copy it from the text',
    ],
    [
      'quotations that cross',
      'words: العمل متوقف',
      'from: زهران في العاصمة\n    to: مصدر\n  - kind: indirect\n    speaker: null\n    from: العاصمة. وقال\n    to: متوقف',
      '40: the quotation "زهران في العاصمة" crosses "العاصمة. وقال" — nest one in the other, or part them',
    ],
    [
      'words that begin inside a word',
      'words: العمل متوقف',
      'words: عمل متوقف',
      '40: "عمل متوقف" begins or ends inside a word — write whole words, or "occurrence: 1" when just this is meant',
    ],
    [
      'positions of what is no form',
      'زهران: [2]',
      'زهرا: [2]',
      '17: "زهرا" is no form of "زهران" — write it under "forms" too, or correct it',
    ],
    [
      'a position beyond the last',
      'زهران: [2]',
      'زهران: [4]',
      '17: occurrence 4 of "زهران" is not in the text — it stands there as a word 3 times',
    ],
    [
      'an unknown kind',
      'kind: headline',
      'kind: headlin',
      '28: there is no kind "headlin" — did you mean "headline"?',
    ],
    [
      'a name that is nowhere marked',
      'زهران: [2]',
      'زهران: []',
      '12: "زهران" is never mentioned — give it a form of its own, or delete it',
    ],
    [
      'two ways to say the words',
      'to: ستبدأ غدا',
      'to: ستبدأ غدا\n    words: ستبدأ',
      '36: the quotation has both "words" and "from" — write one of them',
    ],
    [
      'an end without a beginning',
      'from: أعمال ميناء زهران\n',
      'optional: true\n',
      '31: the quotation has no "from" — write it',
    ],
    [
      'a number that is none',
      'زهران: [2]',
      'زهران: [zwei]',
      '17: an occurrence of "زهران" is not a whole number from 1 — count the places in the text, from 1',
    ],
    [
      'a flag that is no yes',
      'words: العمل متوقف\n    optional: true',
      'words: العمل متوقف\n    optional: perhaps',
      '43: "optional" of the quotation is not true — write true, or leave it out',
    ],
    [
      'no list of entities',
      'entities:',
      'entity:',
      '1: the annotation has an unknown key "entity" — did you mean "entities"?',
    ],
  ])('%s', (_what, from, to, expected) => {
    const found = replaced(from, to);
    expect(found).toContain(expected);
  });

  test('names that overlap, with their surroundings', () => {
    const overlapping = PORT_YAML.replace(
      '      - موانئ\n    optional',
      '      - موانئ\n      - زهران ستبدأ\n    optional',
    );
    expect(defectsIn(overlapping)).toEqual([
      '18: "زهران ستبدأ" (موانئ) overlaps "ميناء زهران" (ميناء زهران) in "… الحيدروسي إن أعمال ميناء زهران ستبدأ غدا، وأضاف الحيدروس…"' +
        ' — leave one of them out with "except" or "only"',
    ]);
  });

  test('everything at once, in order of lines', () => {
    const broken = PORT_YAML.replace('سامر الحيدروسي\n      - الحيدروسي', 'هالة\n      - الحيدروسي')
      .replace('cue: قال', 'cue: قالت')
      .replace('speaker: مصدر', 'speaker: هالة منصور');
    const lines = defectsIn(broken).map((defect) => Number(defect.split(':')[0]));
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

test.each([
  ['وأنقرة', 'أنقرة', ['أنقرة']],
  ['للكرملين', 'الكرملين', ['لكرملين']],
  ['والكرملين، بالكرملين', 'الكرملين', ['الكرملين', 'الكرملين']],
  ['للبنان', 'لبنان', ['لبنان']],
  ['اللبناني', 'لبنان', []],
  ['أنقرةَ', 'أنقرة', []],
  ['ـأنقرة', 'أنقرة', ['أنقرة']],
  ['ليون ليون ليون', 'ليون ليون', ['ليون ليون']],
])('in «%s» the form «%s» stands as %j', (text, form, expected) => {
  expect(findForm(text, form).map((span) => words(text, span))).toEqual(expected);
});

test('the example of the guide is sound', () => {
  const page = readFileSync('docs/gold.md', 'utf8');
  const text = /<div dir="rtl">\n\n([\s\S]*?)\n\n<\/div>/u.exec(page)?.[1].replace(/^> ?/gmu, '') ?? '';
  const yaml = /```yaml\n(text:[\s\S]*?)```/u.exec(page)?.[1] ?? '';
  expect(defectsIn(yaml, text)).toEqual([]);
});
