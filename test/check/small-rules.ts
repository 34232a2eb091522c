/** Small rules for tests of what checks rules, read as a pack would read them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Rule } from '../../index.js';
import { readPatterns } from '../../packs/patterns.js';

/** Reads one rule, `person/tested`, from the text of its file without the id. */
export function ruleOf(yaml: string): Rule {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-rule-'));
  try {
    mkdirSync(path.join(folder, 'person'));
    writeFileSync(path.join(folder, 'person/tested.yaml'), `id: person/tested\n${yaml}`);
    const { rules, defects } = readPatterns(folder);
    if (defects.length > 0) throw new Error(JSON.stringify(defects));
    return rules[0];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rest of a rule that finds who `بقلم` or `بريشة` names, with two words and a third one at times. */
export const PENNED = `says: A name behind بقلم or بريشة names the author.
match: "(بقلم|بريشة) [<person>#NameFirst #NameNext{1,2}]"
makes: { type: Person, span: person }
confidence: 0.9
`;

export const PENNED_EXAMPLES = `examples:
  - text: "مقال بقلم هديل المرعشلي نشر أمس"
    person: "هديل المرعشلي"
  - text: "لوحة بريشة زاهر قندلفت"
    person: "زاهر قندلفت"
nearMisses:
  - text: "كتبه بقلم أزرق جديد"
    why: ordinary words follow
  - text: "رسمها بريشة ناعمة"
    why: an ordinary word follows
`;
