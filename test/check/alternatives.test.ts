/** The alternatives of a pattern are those that its author wrote, and examples exercise one when they fail without it. */
import { alternativesOf } from '../../check/alternatives.js';
import { exercise } from '../../check/exercise.js';
import { createExtractor } from '../../index.js';
import { PENNED, PENNED_EXAMPLES, ruleOf } from './small-rules.js';

const MATCHES: readonly (readonly [string, readonly string[]])[] = [
  ['#Title [<person>#NameFirst #NameNext]', []],
  ['مكتب [<person>(#Family|#Given)]', ['#Family in (#Family|#Given)', '#Given in (#Family|#Given)']],
  ['[<person>(أبو|أمّ)] #Title', ['أبو in (أبو|أمّ)', 'أمّ in (أبو|أمّ)']],
  ['#Title #Nisba? [<person>#Given]', ['none of #Nisba?', 'any of #Nisba?']],
  ['[<person>#Given{1,3}]', ['only 1 of #Given{1,3}', 'more than 1 of #Given{1,3}']],
  ['[<person>#Given{2}]', []],
  [
    '(#Title #Nisba|مكتب) [<person>(#Given && !#Def){0,2}]',
    [
      '#Title #Nisba in (#Title #Nisba|مكتب)',
      'مكتب in (#Title #Nisba|مكتب)',
      'none of (#Given && !#Def){0,2}',
      'any of (#Given && !#Def){0,2}',
    ],
  ],
  [
    '#Title [<person>(#A|#B|#C|#D|#E){1,2}]'.replace('#A|#B|#C|#D|#E', '#Given|#Family|#Unknown|#Def|#Nisba'),
    [
      '#Given in (#Given|#Family|#Unknown|…){1,2}',
      '#Family in (#Given|#Family|#Unknown|…){1,2}',
      '#Unknown in (#Given|#Family|#Unknown|…){1,2}',
      '#Def in (#Given|#Family|#Unknown|…){1,2}',
      '#Nisba in (#Given|#Family|#Unknown|…){1,2}',
      'only 1 of (#Given|#Family|#Unknown|#Def|#Nisba){1,2}',
      'more than 1 of (#Given|#Family|#Unknown|#Def|#Nisba){1,2}',
    ],
  ],
];

test.each(MATCHES)('%s', (match, expected) => {
  const rule = ruleOf(PENNED.replace(/match: .*/u, `match: "${match}"`) + PENNED_EXAMPLES);
  expect(alternativesOf(rule).map(({ says }) => says)).toEqual(expected);
});

test('the sides of unless and what they hold are alternatives too', () => {
  const rule = ruleOf(
    `${PENNED}unless: { before: "#Title", after: "(#Title|، #Nisba)" }\n${PENNED_EXAMPLES}`,
  );
  const sides = alternativesOf(rule).filter(({ part }) => part !== 'match');
  expect(sides.map(({ part, says }) => `${part}: ${says}`)).toEqual([
    'before: all of "#Title"',
    'after: all of "(#Title|، #Nisba)"',
    'after: #Title in (#Title|، #Nisba)',
    'after: ، #Nisba in (#Title|، #Nisba)',
  ]);
});

test('what no example needs is exercised by none', () => {
  const rule = ruleOf(
    `${PENNED}unless: { before: "رسمها", after: "#Title" }\n${PENNED_EXAMPLES.replace('بريشة ناعمة', 'بريشة زاهر قندلفت')}`,
  );
  const exercised = exercise(createExtractor(), rule).map(({ says, exercisedBy }) => [says, exercisedBy]);
  expect(exercised).toEqual([
    ['بقلم in (بقلم|بريشة)', [1]],
    ['بريشة in (بقلم|بريشة)', [2]],
    ['only 1 of #NameNext{1,2}', [1, 2]],
    ['more than 1 of #NameNext{1,2}', []],
    ['all of "رسمها"', [2]],
    ['all of "#Title"', []],
  ]);
});
