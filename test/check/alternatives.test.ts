/** The alternatives of a pattern are those that its author wrote, and examples exercise one when they fail without it. */
import { alternativesOf } from '../../check/alternatives.js';
import { exercise } from '../../check/exercise.js';
import { createExtractor } from '../../index.js';
import { PENNED, PENNED_EXAMPLES, ruleOf } from './small-rules.js';

const MATCHES: readonly (readonly [string, readonly string[]])[] = [
  ['#Title [<person>#NameFirst #NameNext]', []],
  ['مكتب [<person>(#Family|#Given)]', ['#Family of (#Family|#Given)', '#Given of (#Family|#Given)']],
  ['[<person>(أبو|أمّ)] #Title', ['أبو of (أبو|أمّ)', 'أمّ of (أبو|أمّ)']],
  ['#Title #Nisba? [<person>#Given]', ['#Nisba? absent', '#Nisba? present']],
  ['[<person>#Given{1,3}]', ['#Given{1,3} once', '#Given{1,3} more than once']],
  ['[<person>#Given{2}]', []],
  [
    '(#Title #Nisba|مكتب) [<person>(#Given && !#Def){0,2}]',
    [
      '#Title #Nisba of (#Title #Nisba|مكتب)',
      'مكتب of (#Title #Nisba|مكتب)',
      '(#Given && !#Def){0,2} absent',
      '(#Given && !#Def){0,2} present',
    ],
  ],
  [
    '#Title [<person>(#A|#B|#C|#D|#E){1,2}]'.replace('#A|#B|#C|#D|#E', '#Given|#Family|#Unknown|#Def|#Nisba'),
    [
      '#Given of (#Given|#Family|#Unknown|…){1,2}',
      '#Family of (#Given|#Family|#Unknown|…){1,2}',
      '#Unknown of (#Given|#Family|#Unknown|…){1,2}',
      '#Def of (#Given|#Family|#Unknown|…){1,2}',
      '#Nisba of (#Given|#Family|#Unknown|…){1,2}',
      '(#Given|#Family|#Unknown|#Def|#Nisba){1,2} once',
      '(#Given|#Family|#Unknown|#Def|#Nisba){1,2} more than once',
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
    'after: #Title of (#Title|، #Nisba)',
    'after: ، #Nisba of (#Title|، #Nisba)',
  ]);
});

test('what no example needs is exercised by none', () => {
  const rule = ruleOf(
    `${PENNED}unless: { before: "رسمها", after: "#Title" }\n${PENNED_EXAMPLES.replace('بريشة ناعمة', 'بريشة زاهر قندلفت')}`,
  );
  const exercised = exercise(createExtractor(), rule).map(({ says, exercisedBy }) => [says, exercisedBy]);
  expect(exercised).toEqual([
    ['بقلم of (بقلم|بريشة)', [1]],
    ['بريشة of (بقلم|بريشة)', [2]],
    ['#NameNext{1,2} once', [1, 2]],
    ['#NameNext{1,2} more than once', []],
    ['all of "رسمها"', [2]],
    ['all of "#Title"', []],
  ]);
});
