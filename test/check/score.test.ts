/**
 * The definitions of the scores, one by one, on a small invented article.
 */

import { score } from '../../check/score.js';
import { scoreTable } from '../../check/table.js';
import { entity, GOLD, prediction, said } from './gold-example.js';

const HADDAD = entity('Person', 'h', ['سميرة الحداد']);
const BRIDGE = 'الجسر سيفتح يوم الأحد القادم';
const ROAD = 'الطريق إلى صيدا آمن تماما';
const SCHOOLS = 'لن نغلق المدارس هذا الشتاء';

type Article = ReturnType<typeof prediction>;
const mentions = (...entities: Article['mentions'] & object) =>
  score([GOLD], [prediction(entities)]).mentions;
const quotations = (quotation: object, entities: Article['mentions'] = [HADDAD], piece = BRIDGE) =>
  score([GOLD], [prediction(entities ?? [], [said(piece, quotation)])]);

describe('mentions', () => {
  test('an attached proclitic does not matter, nor does a duplicate', () => {
    const found = mentions(entity('Place', 'a', ['صيدا', 'صيدا']), entity('Place', 'b', ['بيروت']));
    expect(found.Place).toMatchObject({ tp: 2, fp: 0, fn: 0, F: 100 });
    expect(found.micro).toMatchObject({ tp: 2, fp: 0, fn: 1 });
  });
  test('optional and Source mentions excuse whatever touches them, of any type', () => {
    const found = mentions(
      entity('Organization', 'a', ['لقناة النور']),
      entity('Person', 'b', ['أمني رفيع']),
    );
    expect([found.Organization.fp, found.Person.fp]).toEqual([0, 0]);
    expect(found.Organization).toMatchObject({ tp: 0, fn: 0, F: 0 });
  });
  test('a wrong type is a miss and a false positive', () => {
    const found = mentions(entity('Organization', 'a', ['بيروت']));
    expect([found.Organization.fp, found.Place.fn]).toEqual([1, 2]);
  });
});

describe('quotations', () => {
  test('a complementizer in front does not matter', () => {
    expect(quotations({}, [], `إن ${BRIDGE}`).quotations.strict).toMatchObject({ tp: 1, fp: 0, fn: 2 });
  });
  test('four words of five pair, but not strictly; three do not', () => {
    const near = quotations({}, [], 'الجسر سيفتح يوم الأحد').quotations;
    expect(near['jaccard>=.8']).toMatchObject({ tp: 1, fp: 0, fn: 2 });
    expect(near.strict).toMatchObject({ tp: 0, fp: 1, fn: 3 });
    const far = quotations({}, [], 'الجسر سيفتح يوم').quotations;
    expect(far['jaccard>=.8']).toMatchObject({ tp: 0, fp: 1, fn: 3 });
    expect([far['coverage>.3'].tp, far['coverage>.8'].tp]).toEqual([1, 0]);
  });
  test('two predictions of one row: one is spurious', () => {
    const both = prediction([], [said(BRIDGE), said(BRIDGE)]);
    expect(score([GOLD], [both]).quotations['jaccard>=.8']).toMatchObject({ tp: 1, fp: 1, fn: 2 });
  });
  test('an optional row counts nowhere, found or half found', () => {
    const optional = { ...GOLD, quotations: [{ ...GOLD.quotations[0], optional: true }] };
    for (const piece of [BRIDGE, 'الجسر سيفتح يوم']) {
      const found = score([optional], [prediction([], [said(piece)])]);
      expect(found.quotations['joint with speaker']).toMatchObject({ tp: 0, fp: 0, fn: 0 });
    }
    expect(score([optional], [prediction([HADDAD], [said(BRIDGE, { speaker: ['h'] })])])['by kind']).toEqual({
      'indirect?': { gold: 1, found: 1, recall: 100, 'speaker right': 1 },
    });
  });
  test('by kind: precision of what is said of that kind, recall of what the gold has of it', () => {
    const all = [
      said(BRIDGE, { kind: 'indirect', speaker: ['h'] }),
      said(ROAD, { kind: 'mixed', speaker: ['h'] }),
      said(SCHOOLS, { kind: 'direct', speaker: ['h'] }),
      said('دار الكتب', { kind: 'direct' }),
    ];
    const scores = score([GOLD], [prediction([HADDAD], all)]);
    expect(scores['by kind']).toEqual({
      direct: { gold: 1, found: 1, recall: 100, 'speaker right': 1, precision: 50, F: 66.7, 'joint F': 66.7 },
      indirect: {
        gold: 2,
        found: 2,
        recall: 100,
        'speaker right': 1,
        precision: 100,
        F: 100,
        'joint F': 66.7,
      },
      mixed: { gold: 0, found: 0, recall: 0, 'speaker right': 0, precision: 100, F: 0, 'joint F': 0 },
    });
    expect(scoreTable(scores)).toMatch(/direct +1 +1 +1 +50\.0 +100\.0 +66\.7 +66\.7/u);
  });
  test('marks around a name taken for speech are counted', () => {
    expect(quotations({}, [], 'دار الكتب')['names in marks taken for speech']).toBe('1/1');
    expect(quotations({})['names in marks taken for speech']).toBe('0/1');
  });
});

describe('speakers', () => {
  const accuracy = (...parameters: Parameters<typeof quotations>) =>
    quotations(...parameters)['speaker accuracy on found'];
  test('an entity is right by its mentions, or by a name after folding', () => {
    expect(accuracy({ speaker: ['h'] })).toBe(100);
    expect(
      accuracy({ speaker: ['x'] }, [entity('Person', 'x', [], { alternateName: ['سميره الحداد'] })]),
    ).toBe(100);
    expect(accuracy({ speaker: ['x'] }, [entity('Person', 'x', ['بيروت'], { name: 'بيروت' })])).toBe(0);
    expect(accuracy({ speaker: ['x'] }, [entity('Person', 'x', ['سميرة الحداد', 'صيدا', 'بيروت'])])).toBe(0);
  });
  test('an entity that is nowhere is wrong; one of two is enough', () => {
    expect(accuracy({ speaker: ['nobody'], speakerText: 'الحداد' })).toBe(0);
    expect(accuracy({ speaker: ['nobody', 'h'] })).toBe(100);
  });
  test('without an entity the words must be a name', () => {
    expect(accuracy({ speakerText: 'الحَدّاد' })).toBe(100);
    expect(accuracy({ speakerText: 'سميرة' })).toBe(0);
    expect(accuracy({})).toBe(0);
  });
  test('a described speaker is right by half of the words', () => {
    expect(accuracy({ speakerText: 'مصدر أمني' }, [], ROAD)).toBe(100);
    expect(accuracy({ speakerText: 'مصدر' }, [], ROAD)).toBe(0);
  });
  test('nobody in the gold: right when no entity is given', () => {
    const nobody = { ...GOLD, quotations: [{ ...GOLD.quotations[0], speaker: null }] };
    const right = (rest: object) =>
      score([nobody], [prediction([HADDAD], [said(BRIDGE, rest)])])['speaker accuracy on found'];
    expect([right({ speakerText: 'شهود' }), right({ speaker: ['h'] })]).toEqual([100, 0]);
  });
  test('a wrong speaker is one miss and one false positive in the joint figure', () => {
    expect(quotations({}).quotations['joint with speaker']).toMatchObject({ tp: 0, fp: 1, fn: 3 });
  });
});

describe('articles', () => {
  test('an absent prediction is named and counts as nothing found', () => {
    const scores = score([GOLD], []);
    expect(scores.missing).toEqual(['7']);
    expect(scores.mentions.micro).toMatchObject({ tp: 0, fp: 0, fn: 3, P: 0, F: 0 });
  });
  test('the identifier is the id or the name of the text; two claims are refused', () => {
    const byId = { ...prediction([HADDAD]), identifier: '7' };
    expect(score([GOLD], [byId]).mentions.Person.tp).toBe(1);
    expect(() => score([GOLD], [byId, prediction([])])).toThrow(/2 predictions claim it/u);
  });
  test('intervals hold the score and are the same each time', () => {
    const other = { ...GOLD, id: '8', file: '8.txt' };
    const all = prediction([HADDAD], [said(BRIDGE), said(ROAD), said(SCHOOLS)]);
    const scores = score([GOLD, other], [all]);
    expect(scores.intervals.quotations['jaccard>=.8']).toEqual([0, 100]);
    expect(score([GOLD, other], [all])).toEqual(scores);
    expect(scoreTable(scores)).toMatch(/jaccard>=\.8 +100\.0 +50\.0 +66\.7 +\[0–100\] +3 +0 +3/u);
    expect(scoreTable(scores)).toContain('no prediction for 8');
  });
});
