/** Two annotators are scored by each other with the evaluator's own measures; kappa is that of the textbooks. */
import { agreement } from '../../../check/gold/agree.js';
import { agreementTable, disagreementList } from '../../../check/gold/agree-text.js';
import { buildRows } from '../../../check/gold/build.js';
import { kappa } from '../../../check/gold/kappa.js';
import { parseAnnotation } from '../../../check/gold/parse.js';
import { goldJson } from '../../../check/gold/rows.js';
import { type GoldDocument, goldDocument } from '../../../check/gold.js';
import { PORT, PORT_YAML } from './articles.js';

function gold(yaml: string, id = 'port', text = PORT): GoldDocument {
  const { annotation } = parseAnnotation('port.yaml', yaml);
  const { rows, defects } = buildRows('port.yaml', annotation, text);
  expect(defects).toEqual([]);
  return goldDocument('port.json', goldJson({ id, file: 'port.txt', sha256: '' }, text, rows), text);
}

const WHOLE = gold(PORT_YAML);

test('who agrees with themselves has 100 everywhere and nothing to discuss', () => {
  const found = agreement([WHOLE], [WHOLE]);
  expect(found.byA.mentions.micro).toMatchObject({ F: 100, fp: 0, fn: 0 });
  expect(found.byA.quotations['joint with speaker']).toMatchObject({ F: 100, tp: 3 });
  expect(found.kappa).toEqual({ names: 1, quotations: 1 });
  expect(disagreementList(found)).toBe('');
});

test('what one of them lacks is missed one way and spurious the other, and shown in context', () => {
  const other = gold(
    PORT_YAML.replace('زهران: [2]', 'زهران: [2, 3]')
      .replace('speaker: سامر الحيدروسي\n    cue: أضاف', 'speaker: null\n    cue: أضاف')
      .replace('  - kind: headline\n    speaker: الحيدروسي\n    words: الميناء لن يباع\n', ''),
  );
  const found = agreement([WHOLE], [other]);
  expect(found.byA.mentions.Place).toMatchObject({ tp: 2, fp: 1, fn: 0 });
  expect(found.byB.mentions.Place).toMatchObject({ tp: 2, fp: 0, fn: 1 });
  expect(found.byA.quotations['jaccard>=.8']).toMatchObject({ tp: 2, fp: 0, fn: 1 });
  expect(found.byA['speaker accuracy on found']).toBe(50);
  const list = disagreementList(found);
  expect(list).toMatch(/mention spurious \(1\)\n {2}port \d+–\d+ Place\n.*⟦زهران⟧/u);
  expect(list).toMatch(/quotation missed \(1\)\n.*headline/u);
  expect(list).toMatch(/speaker wrong \(1\)\n.*gold: سامر الحيدروسي \(Person\); said: nobody/u);
  expect(agreementTable(found)).toMatch(/^mentions Place +80\.0 +80\.0$/mu);
});

test('what is optional for one counts only where the other asks for it', () => {
  const required = gold(
    PORT_YAML.replace('    optional: true\nquotations', 'quotations').replaceAll('    optional: true\n', ''),
  );
  const found = agreement([WHOLE], [required]);
  expect(found.byA.mentions.micro).toMatchObject({ F: 100 });
  expect(found.byB.mentions.micro).toMatchObject({ F: 100, fn: 0 });
  expect(found.byB.quotations['joint with speaker']).toMatchObject({ F: 100, tp: 4 });
});

test('articles are told by their ids; those of one alone count nowhere', () => {
  const found = agreement([WHOLE, gold(PORT_YAML, 'second')], [WHOLE, gold(PORT_YAML, 'third')]);
  expect([found.articles, found.only]).toEqual([1, { a: ['second'], b: ['third'] }]);
  expect(agreementTable(found)).toContain('only A has second\nonly B has third\n');
  expect(() => agreement([WHOLE], [gold(PORT_YAML, 'second')])).toThrow('no article in common');
  expect(() => agreement([WHOLE], [gold(PORT_YAML, 'port', `${PORT} `)])).toThrow(
    'port: the two annotated different texts',
  );
});

test.each([
  [['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'b'], 1],
  [['a', 'a', 'b', 'b'], ['b', 'b', 'a', 'a'], -1],
  [['a', 'a', 'b', 'b'], ['a', 'b', 'a', 'b'], 0],
  [['a', 'a'], ['a', 'a'], 1],
  // Forty words: 20 and 15 alike, 5 one of them only.
  [[...Array(25).fill('x'), ...Array(15).fill('y')], [...Array(20).fill('x'), ...Array(20).fill('y')], 0.75],
])('kappa of %j and %j is %d', (a, b, expected) => {
  expect(kappa(a, b)).toBe(expected);
});
