/** Every defect of a rule gives its own message, with file, line and column. */
import { defectsOf, ruleLines } from './small-pack.js';

const FILE = 'patterns/person/title-name.yaml';
const defectsWith = (changes: Readonly<Record<number, string>>): readonly string[] =>
  defectsOf({ [FILE]: ruleLines(changes) });

const TABLE: readonly (readonly [what: string, changes: Readonly<Record<number, string>>, defect: string])[] =
  [
    [
      'an id that is not the path',
      { 1: 'id: person/title' },
      '1:5 the id "person/title" differs from the file\'s path — write "id: person/title-name" or move the file',
    ],
    [
      'a mistyped key',
      { 5: 'confidnce: 0.9' },
      '5:1 the rule has an unknown key "confidnce" — did you mean "confidence"?',
    ],
    [
      'a key that is like no other',
      { 2: 'says: A name.\npriority-of-rule: 1' },
      '3:1 the rule has an unknown key "priority-of-rule" — known here: id, says, match, unless, makes, confidence, examples, nearMisses',
    ],
    ['no sentence', { 2: '' }, '1:1 the rule has no "says" — write it'],
    [
      'an empty sentence',
      { 2: 'says:' },
      '2:6 "says" of the rule is not a text — write words, in quotation marks where they hold : or #',
    ],
    [
      'a match that begins a comment',
      { 3: 'match: #Title [<person>#NameFirst]' },
      '3:8 "match" of the rule is not a text — write words, in quotation marks where they hold : or #',
    ],
    [
      'a refused construct',
      { 3: 'match: "#Title* [<person>#NameFirst]"' },
      '3:8 the match is refused: "#Title*": a star has no upper bound, and behind a tag compromise reads it as + — write {0,4}',
    ],
    [
      'an unknown tag',
      { 3: 'match: "#Titel [<person>#NameFirst]"' },
      '3:8 the match has an unknown tag "#Titel" — did you mean "#Title"?',
    ],
    [
      'a repetition that compromise does not read',
      { 3: 'match: "#Title [<person>#NameFirst (#NameNext #Def|#Def){0,2}]"' },
      '3:8 the match is refused: the match is read wrongly at "(#namenext" — a word has no marks; marks stand alone: ، ؛ ؟ : . - « » …; choices of several tokens cannot be repeated',
    ],
    [
      'a group without a name',
      { 3: 'match: "#Title [<person>#NameFirst] [#Nisba]"' },
      '3:8 the match is refused: a group without a name — write [<name>…]',
    ],
    [
      'a bracket that never closes',
      { 3: 'match: "#Title [<person>#NameFirst"' },
      '3:8 the match is refused: an unpaired "[" — open and close each bracket',
    ],
    [
      'an unknown condition',
      { 3: 'match: "#Title [<person>(#NameFirst && @inMarks)]"' },
      '3:8 the match is refused: @inMarks is no condition — the conditions are @startsSentence, @insideMarks, @inHeadline, @hasProclitic, @agrees',
    ],
    [
      'what must not stand before, with a group',
      { 3: 'match: "#Title [<person>#NameFirst]"\nunless: { before: "[<x>#Cue]" }' },
      '4:19 the match is refused: a group in "unless" — leave the group out: nothing there is found',
    ],
    [
      'what must not stand behind, with an unknown tag',
      { 3: 'match: "#Title [<person>#NameFirst]"\nunless:\n  before: "#Cue"\n  after: "#Titel"' },
      '6:10 the match has an unknown tag "#Titel" — did you mean "#Title"?',
    ],
    [
      'an "unless" that asks nothing',
      { 3: 'match: "#Title [<person>#NameFirst]"\nunless: {}' },
      '4:9 "unless" is empty — write before, after, or both',
    ],
    [
      'an "unless" with an unknown side',
      { 3: 'match: "#Title [<person>#NameFirst]"\nunless: { behind: "#Cue" }' },
      '4:11 "unless" has an unknown key "behind" — known here: before, after',
    ],
    [
      'a span that is no group',
      { 4: 'makes: { type: Person, span: persons, jobTitle: before }' },
      '4:30 the match has no group named "persons" — did you mean "person"?',
    ],
    [
      'an unknown type',
      { 4: 'makes: { type: People, span: person }' },
      '4:16 "type" of "makes" is "People" — write one of Person, Organization, Place',
    ],
    [
      'an unknown side',
      { 4: 'makes: { type: Person, span: person, jobTitle: left }' },
      '4:48 "jobTitle" of "makes" is "left" — write one of before, after',
    ],
    [
      'a mistyped key of the product',
      { 4: 'makes: { type: Person, span: person, jobtitle: before }' },
      '4:38 "makes" has an unknown key "jobtitle" — did you mean "jobTitle"?',
    ],
    [
      'a product that is a word',
      { 4: 'makes: Person' },
      '4:8 "makes" is not a map — write it as "name: value" pairs',
    ],
    [
      'a confidence above one',
      { 5: 'confidence: 9' },
      '5:13 "confidence" is not a number from 0 to 1 — write a number from 0 to 1, such as 0.9',
    ],
    [
      'a confidence in words',
      { 5: 'confidence: high' },
      '5:13 "confidence" is not a number from 0 to 1 — write a number from 0 to 1, such as 0.9',
    ],
    ['no confidence', { 5: '' }, '1:1 the rule has no "confidence" — write a number from 0 to 1'],
    ['one example', { 9: '', 10: '' }, '6:1 the rule has only one item in "examples" — write at least 2'],
    [
      'words that the example does not hold',
      { 8: '    person: "سامر العبدلي"' },
      '8:13 the words of "person" do not occur in the example\'s text — copy them from it',
    ],
    [
      'an example without its span',
      { 8: '' },
      '7:5 the example has no "person" — write the words that the rule must find',
    ],
    [
      'a mistyped role',
      { 8: '    person: "سامر العبدلات"\n    persn: "سامر"' },
      '9:5 the example has an unknown key "persn" — did you mean "person"?',
    ],
    [
      'one near miss',
      { 14: '', 15: '' },
      '11:1 the rule has only one item in "nearMisses" — write at least 2',
    ],
    ['a near miss without a reason', { 13: '' }, '12:5 the near miss has no "why" — write it'],
    [
      'near misses that are no list',
      { 11: 'nearMisses: none', 12: '', 13: '', 14: '', 15: '' },
      '11:13 "nearMisses" is not a list — write each item on a line of its own, after a hyphen',
    ],
    [
      'an invisible character',
      {
        8: '    person: "سامر\u200e العبدلات"',
        7: '  - text: "وصل وزير النقل سامر\u200e العبدلات إلى العقبة"',
      },
      '7:31 the invisible character U+200E — delete it',
    ],
  ];

test.each(TABLE)('%s', (_what, changes, defect) => {
  expect(defectsWith(changes)[0]).toBe(`${FILE}:${defect}`);
});

test('a key written twice', () => {
  const [first] = defectsWith({ 5: 'confidence: 0.9\nconfidence: 0.8' });
  expect(first).toBe(`${FILE}:6:1 not readable as YAML: Map keys must be unique — mend the YAML syntax`);
});

test('YAML that does not close', () => {
  const [first] = defectsWith({ 4: 'makes: { type: Person' });
  expect(first).toMatch(
    /^patterns\/person\/title-name\.yaml:\d+:\d+ not readable as YAML: .+ — mend the YAML syntax$/u,
  );
});

test('an empty file', () => {
  expect(defectsOf({ [FILE]: [] })).toEqual([`${FILE}:1:1 the file is empty — write it or delete it`]);
});

test('a file whose ending is not .yaml would be lost unseen', () => {
  expect(defectsOf({ 'patterns/person/title-name.yml': ruleLines() })).toEqual([
    'patterns/person/title-name.yml not the file of a rule — a rule stands in patterns/<family>/<name>.yaml; move or delete this',
  ]);
  expect(defectsOf({ 'patterns/title-name.yaml': ruleLines() })).toEqual([
    'patterns/title-name.yaml not the folder of a rule family — a rule stands in patterns/<family>/<name>.yaml; move or delete this',
  ]);
});

test('a path that is no rule id', () => {
  const files = { 'patterns/person/Title_Name.yaml': ruleLines({ 1: 'id: person/Title_Name' }) };
  expect(defectsOf(files)).toEqual([
    'patterns/person/Title_Name.yaml:1:1 the path "person/Title_Name" is no rule id — name family and file in lower-case words joined by hyphens',
  ]);
});

test('a sound rule has no defects', () => {
  expect(defectsWith({})).toEqual([]);
});
