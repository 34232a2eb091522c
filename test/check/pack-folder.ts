/** Packs for tests of `isnad check`: a small sound one, and ways to break it. */
import { type PackFiles, writePack } from '../packs/small-pack.js';

/** A rule, a list, an article with its gold, and the floors of that gold. Every check finds it sound. */
export const SOUND: PackFiles = {
  'pack.yaml': ['says: Who writes for us.'],
  'names/organizations.tsv': [
    'name\taliases\tkind\tgender\tcountry\tspelling\twikidata\tcertainty',
    'صحيفة الرصيف\t\tmedia\tf\tLB\tarabic\t\tsure',
  ],
  'patterns/person/penned-by.yaml': [
    'id: person/penned-by',
    'says: A name of two words or more behind بقلم names the writer.',
    'match: "بقلم [<person>#NameFirst #NameNext{1,2}]"',
    'makes: { type: Person, span: person }',
    'confidence: 0.9',
    'examples:',
    '  - text: "بقلم هديل المرعشلي"',
    '    person: "هديل المرعشلي"',
    '  - text: "مقال بقلم زاهر فان قندلفت نشر أمس"',
    '    person: "زاهر فان قندلفت"',
    'nearMisses:',
    '  - text: "كتبه بقلم أزرق جديد"',
    '    why: ordinary words follow',
    '  - text: "بقلم المحرر"',
    '    why: no name follows',
  ],
  'articles/001-quay.txt': [
    'الرصيف يعود إلى الصيادين',
    '',
    'بقلم هديل المرعشلي',
    '',
    'نشرت صحيفة الرصيف صور الميناء.',
  ],
  'gold/001-quay.yaml': [
    'entities:',
    '  هديل المرعشلي:',
    '    type: Person',
    '    forms:',
    '      - هديل المرعشلي',
    '  صحيفة الرصيف:',
    '    type: Organization',
    '    forms:',
    '      - صحيفة الرصيف',
    'quotations: []',
    'notSpeech: []',
  ],
  'floors.json': ['{', '  "mentions": 100,', '  "content": 0,', '  "joint": 0,', '  "speaker": 0', '}'],
};

export const RULE = 'patterns/person/penned-by.yaml';

/** Writes the sound pack with some files changed, added, or (when undefined) left out. */
export function packWith(changes: Readonly<Record<string, readonly string[] | undefined>> = {}): string {
  const files = Object.entries({ ...SOUND, ...changes }).filter(([, content]) => content !== undefined);
  return writePack(Object.fromEntries(files) as PackFiles);
}

/** The lines of the rule with some replaced, by their number from 1; undefined takes one out. */
export function ruleWith(changes: Readonly<Record<number, string | undefined>>): readonly string[] {
  const lines = SOUND[RULE] as readonly string[];
  return lines.flatMap((line, index) => (index + 1 in changes ? (changes[index + 1] ?? []) : line));
}
