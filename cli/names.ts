/**
 * `isnad names` as a person sees it: its commands, their arguments and options. What they do is imported only when they run.
 */
import { type Command, Option } from 'commander';
import { ENTITY_TYPES, FIELDS, FORMATS, NAME_MARKS } from '../names/vocabulary.js';
import { CLASS_FORM, COLUMN_FORM, pairs, someOf } from './names-options.js';
import { wholeNumber, withRules } from './options.js';

/** Adds the commands. */
export function addNames(isnad: Command): void {
  const names = isnad
    .command('names')
    .summary('import and check lists of names')
    .description(
      'Makes lists of names for --rules out of files that others publish, and looks for mistakes in lists.',
    );
  addImport(names);
  addCheck(names);
}

function addImport(names: Command): void {
  withRules(names.command('import'))
    .summary('make a rule pack from Wikidata, GeoNames or a table')
    .description(
      'Makes a rule pack with the Arabic names of a JSON dump of Wikidata, the result of a SPARQL query (JSON, CSV, TSV), ' +
        'dumps of GeoNames (places together with alternateNamesV2.txt), or a table with a header. Files may be packed ' +
        'with gzip or bzip2; - is the standard input. Names that the lists have already are left out.',
    )
    .argument('<files...>', 'files with names, or -')
    .requiredOption('-o, --out <dir>', 'write the pack into this new folder, whole or not at all')
    .addOption(
      new Option('--format <format>', 'what the files are, when it is not recognized').choices(FORMATS),
    )
    .option('--only <types>', `keep only these types (${ENTITY_TYPES.join(',')})`, someOf(ENTITY_TYPES))
    .addOption(new Option('--as <type>', 'type of the names that say none').choices(ENTITY_TYPES))
    .option(
      '--class <item=type[:kind]>',
      'what a class of Wikidata is, such as Q33506=Place:building; may be given several times',
      pairs(CLASS_FORM, 'Give a class such as Q33506=Place:building.'),
    )
    .option('--min-sitelinks <n>', 'least number of sitelinks (for a dump of Wikidata 10)', wholeNumber(0))
    .option('--min-population <n>', 'least population of a place (for GeoNames 15000)', wholeNumber(0))
    .option('--features <letters>', 'feature classes of GeoNames, such as APHT (by default AP)')
    .option(
      '--with <marks>',
      `also GeoNames' ${NAME_MARKS.join(', ')} names, with commas between`,
      someOf(NAME_MARKS),
    )
    .option(
      '--column <field=header>',
      'which column of a table holds what, such as name=Label; may be given several times',
      pairs(COLUMN_FORM, `Give a field and its header; fields: ${FIELDS.join(', ')}.`),
    )
    .option('--licence <text>', 'licence and origin, for the page of sources')
    .option('-q, --quiet', 'print no progress and no summary')
    .addHelpText(
      'after',
      '\nExample:\n  $ isnad names import cities15000.txt alternateNamesV2.txt --out places\n' +
        '  $ lbzip2 -dc latest-all.json.bz2 | isnad names import - --only Person --min-sitelinks 20 --out people\n' +
        '  $ isnad extract news --rules places --rules people --out result\n',
    )
    .action(async (files, options) => (await import('./names-import.js')).namesImportCommand(files, options));
}

function addCheck(names: Command): void {
  withRules(names.command('check'))
    .summary('look for mistakes in lists of names')
    .description(
      'Looks through lists of names for duplicates after folding, forms that are also ordinary words or stand for things of ' +
        'two types, spellings that run into each other, and lists without a source. Without --rules it checks the built-in ' +
        'lists, with --rules what the packs add to them. The exit code is 1 when it finds something.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ isnad names check --rules places\n')
    .action(async (options) => (await import('./names-check.js')).namesCheckCommand(options));
}
