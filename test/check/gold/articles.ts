/** Articles for the tests of annotations: our own, and those of the shared folder where it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../../corpus/encoding/decode.js';

export const SHARED = '../shared';
export const isShared = existsSync(SHARED);

/** Name and text of each article. */
export const ARTICLES: readonly (readonly [string, string])[] = [
  'fixtures/articles',
  'fixtures/broken',
  ...(isShared ? [`${SHARED}/seeds`, `${SHARED}/news`] : []),
].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => [path.join(folder, name), decode(readFileSync(path.join(folder, name))).text] as const),
);

/** An invented article in which names stand in many ways. */
export const PORT = [
  'الحيدروسي: الميناء لن يباع',
  '',
  'قال وزير النقل سامر الحيدروسي إن أعمال ميناء زهران ستبدأ غدا، وأضاف الحيدروسي: "لن نبيع الميناء لأحد". وزار الوزير زهران،',
  'ثم عاد إلى قصر زهران في العاصمة. وقال مصدر في شركة «موانئ» للصحفيين إن العمل متوقف.',
  '',
].join('\n');

/** Its annotation. */
export const PORT_YAML = `entities:
  سامر الحيدروسي:
    type: Person
    label: Samer al-Haydarusi
    forms:
      - سامر الحيدروسي
      - الحيدروسي
  ميناء زهران:
    type: Place
    forms:
      - ميناء زهران
  زهران:
    type: Place
    forms:
      - زهران
    only:
      زهران: [2]
  موانئ:
    type: Organization
    forms:
      - موانئ
    optional: true
  مصدر:
    type: Source
    forms:
      - مصدر في شركة «موانئ»
quotations:
  - kind: headline
    speaker: الحيدروسي
    words: الميناء لن يباع
  - kind: indirect
    speaker: سامر الحيدروسي
    cue: قال
    from: أعمال ميناء زهران
    to: ستبدأ غدا
  - kind: direct
    speaker: سامر الحيدروسي
    cue: أضاف
    words: لن نبيع الميناء لأحد
  - kind: indirect
    speaker: مصدر
    words: العمل متوقف
    optional: true
notSpeech:
  - words: موانئ
`;
