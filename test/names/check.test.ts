/** Each kind of mistake in a pack is found with its file and line; what says itself that it is ambiguous is none. */
import path from 'node:path';
import { checkNames } from '../../names/check.js';
import { FINDINGS } from '../../names/finding.js';
import { GIVEN_NAMES, PLACES } from '../packs/small-pack.js';
import { folderWith } from './samples.js';

const PEOPLE = 'name\taliases\tgender\tcountry\toffices\tspelling\twikidata\tcertainty';
const ORGANIZATIONS = 'name\taliases\tkind\tgender\tcountry\tspelling\twikidata\tcertainty';
const person = (name: string, aliases = '', spelling = 'arabic', certainty = 'likely') =>
  `${name}\t${aliases}\tm\t\t\t${spelling}\t\t${certainty}`;
const organization = (name: string, aliases = '', certainty = 'likely') =>
  `${name}\t${aliases}\tother\tf\t\tarabic\t\t${certainty}`;
const place = (name: string, reading = '') => `${name}\t\ttown\tJO\t\tarabic\t\tlikely\t${reading}`;

/** Lists under the packs, small so that reading them takes no time. */
const BASE = folderWith({
  'names/organizations.tsv': `${ORGANIZATIONS}\n${organization('حلب')}\n`,
  'names/places.tsv': `${PLACES}\n${place('بغداد')}\n${place('حلب')}\n`,
  'words/common-words.tsv': 'word\tcount\nاجتماع\t400\n',
});

type Lists = Readonly<Record<string, readonly string[]>>;

function pack(lists: Lists): string {
  const files = Object.entries(lists).map(([file, lines]) => [
    file,
    lines.map((line) => `${line}\n`).join(''),
  ]);
  const sources = Object.keys(lists).join(' ');
  return folderWith({ 'SOURCES.md': sources, ...Object.fromEntries(files) });
}

/** `kind file:line form (others)`, with paths inside the pack. */
function found(lists: Lists): readonly string[] {
  const folder = pack(lists);
  const shown = ({ file, line }: { file: string; line?: number }) =>
    `${path.relative(file.startsWith(BASE) ? path.dirname(BASE) : folder, file).replace(path.basename(BASE), 'base')}${line === undefined ? '' : `:${line}`}`;
  return checkNames([folder], BASE).findings.map(({ kind, place: at, form, others }) =>
    [kind, shown(at), form, ...others.map((other) => shown(other.place))].join(' '),
  );
}

test('a sound pack', () => {
  const folder = pack({
    'names/organizations.tsv': [ORGANIZATIONS, organization('جمعية زرزور القصب', 'زرزورية القصب')],
    'names/places.tsv': [PLACES, place('وادي زرزور القصب')],
  });
  expect(checkNames([folder], BASE)).toEqual({
    counts: [
      { list: 'names/people.tsv', rows: 0, forms: 0 },
      { list: 'names/organizations.tsv', rows: 1, forms: 2 },
      { list: 'names/places.tsv', rows: 1, forms: 1 },
      { list: 'names/given-names.tsv', rows: 0, forms: 0 },
      { list: 'names/family-names.tsv', rows: 0, forms: 0 },
    ],
    findings: [],
  });
});

test('forms twice after folding: in two rows, in one row, and as a key that no command would read', () => {
  expect(
    found({
      'names/organizations.tsv': [
        ORGANIZATIONS,
        organization('جمعية زرزور', 'زرزوريه|جمعيه زرزور'),
        organization('نقابة زرزور', 'زرزورية'),
      ],
      'names/given-names.tsv': [GIVEN_NAMES, 'زرزورة\tf\tarabic\t', 'زرزوره\tf\tarabic\t'],
    }),
  ).toEqual([
    'defect names/given-names.tsv:3 ',
    'duplicate names/organizations.tsv:2 جمعيه زرزور',
    'duplicate names/organizations.tsv:3 زرزورية names/organizations.tsv:2',
  ]);
});

test('one form under two types, in the pack or together with the built-in lists, unless it is marked', () => {
  const lists = (certainty: string): Lists => ({
    'names/organizations.tsv': [
      ORGANIZATIONS,
      organization('بغداد', '', certainty),
      organization('زرزور القصب', '', certainty),
    ],
    'names/places.tsv': [PLACES, place('زرزور القصب')],
  });
  expect(found(lists('likely'))).toEqual([
    'types names/organizations.tsv:2 بغداد base/names/places.tsv:2',
    'types names/places.tsv:2 زرزور القصب names/organizations.tsv:3',
  ]);
  expect(found(lists('context'))).toEqual([]);
});

test('what the lists under a pack have against each other is none of its findings', () => {
  expect(found({ 'names/people.tsv': [PEOPLE, person('حلب', '', 'arabic', 'context')] })).toEqual([]);
});

test('ordinary words, unless they are marked', () => {
  const lists = (certainty: string, reading: string): Lists => ({
    'names/organizations.tsv': [ORGANIZATIONS, organization('صحيفة زرزور', 'اجتماع', certainty)],
    'names/given-names.tsv': [GIVEN_NAMES, `اجتماع\tm\tarabic\t${reading}`],
  });
  expect(found(lists('likely', ''))).toEqual([
    'ordinary names/given-names.tsv:2 اجتماع',
    'ordinary names/organizations.tsv:2 اجتماع',
  ]);
  expect(found(lists('context', 'common'))).toEqual([]);
});

test('spellings that the program makes by itself', () => {
  expect(
    found({
      'names/people.tsv': [
        PEOPLE,
        person('زرزور عبد القصب'),
        person('زرزور عبدالقصب'),
        person('سيرجي زرزوروفيتش', '', 'foreign'),
        person('سيرغي زرزوروفتش', '', 'foreign'),
        person('سيرغي قصبوف', '', 'foreign'),
      ],
    }),
  ).toEqual([
    'variant names/people.tsv:3 زرزور عبدالقصب names/people.tsv:2',
    'variant names/people.tsv:5 سيرغي زرزوروفتش names/people.tsv:4',
  ]);
});

test('a list without a source, and a removal that finds nothing', () => {
  const folder = folderWith({
    'names/places.tsv': `${PLACES}\n${place('زرزور القصب')}\n`,
    'pack.yaml': 'remove: [زرزور القصبي]\n',
  });
  expect(
    checkNames([folder], BASE).findings.map(({ kind, place: at }) => [kind, path.basename(at.file)]),
  ).toEqual([
    ['defect', 'pack.yaml'],
    ['source', 'places.tsv'],
  ]);
});

test('what a pack removes from the built-in lists is no longer in its way', () => {
  const lists: Lists = { 'names/organizations.tsv': [ORGANIZATIONS, organization('بغداد')] };
  expect(found(lists)).toHaveLength(1);
  expect(found({ ...lists, 'pack.yaml': ['remove: ["places:بغداد"]'] })).toEqual([]);
});

test('the built-in lists are read whole, each row is in its place, and they have no defect and a source', () => {
  const { counts, findings } = checkNames([]);
  for (const { place, others } of findings)
    for (const at of [place, ...others.map((other) => other.place)]) expect(at?.file).toMatch(/\.tsv$/u);
  expect(counts.every(({ rows }) => rows > 1000)).toBe(true);
  expect(findings.filter(({ kind }) => kind === 'defect' || kind === 'source')).toEqual([]);
  expect(
    findings.every(({ kind, place: at }) => kind in FINDINGS && at.file.startsWith('rules/names/')),
  ).toBe(true);
});
