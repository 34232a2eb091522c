/**
 * `isnad gold` as a person sees it: its commands, their arguments and options. What they do is imported only when they run.
 */
import { type Command, Option } from 'commander';
import { withRules } from '../options.js';

/** Adds the commands. */
export function addGold(isnad: Command): void {
  const gold = isnad
    .command('gold')
    .summary('make, build, compare and exchange gold annotations')
    .description(
      'Makes annotations of what a perfect extractor finds in an article; docs/gold.md shows their form.',
    );
  addNew(gold);
  addBuild(gold);
  addAgree(gold);
  addImport(gold);
  addExport(gold);
}

const TEXTS = [
  '--texts <dir>',
  'folder of the texts; by default they are looked for from each annotation',
] as const;

function addNew(gold: Command): void {
  withRules(gold.command('new'))
    .summary('write a draft annotation of a text')
    .description(
      'Writes what the extractor finds in a text as an annotation to be corrected by hand: YAML with names and quoted ' +
        'words, and a comment wherever the extractor is unsure.',
    )
    .argument('<text>', 'a text file, or -')
    .option('-o, --out <file>', 'write the draft into this new file')
    .addHelpText('after', '\nExample:\n  $ isnad gold new texts/003.txt --out gold/003.yaml\n')
    .action(async (text, options) => (await import('./gold-new.js')).goldNewCommand(text, options));
}

function addBuild(gold: Command): void {
  gold
    .command('build')
    .summary('turn annotations into gold files')
    .description(
      'Turns annotations (.yaml) into gold files with offsets (.json) beside them, all or none. What does not fit the ' +
        'text is refused, all of it at once, each with file, line and the nearest words of the text.',
    )
    .argument('<paths...>', 'annotations, or folders of them')
    .option(...TEXTS)
    .option('--check', 'write nothing; the exit code is 1 when a gold file is not what its annotation says')
    .addHelpText('after', '\nExample:\n  $ isnad gold build gold\n')
    .action(async (paths, options) => (await import('./gold-build.js')).goldBuildCommand(paths, options));
}

function addAgree(gold: Command): void {
  gold
    .command('agree')
    .summary('compare two annotators')
    .description(
      'Scores the annotations of one person by those of another, in both directions and by the measures of isnad ' +
        'evaluate, and lists every disagreement in its context.',
    )
    .argument('<a>', "one person's annotations or gold files: a file, or a folder")
    .argument('<b>', "the other person's")
    .option(...TEXTS)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ isnad gold agree gold-of-hala gold-of-samer --texts texts\n')
    .action(async (a, b, options) => (await import('./gold-agree.js')).goldAgreeCommand(a, b, options));
}

const format = () =>
  new Option('--format <format>', 'brat (.ann) or conll (a word and a BIO tag a line)')
    .choices(['brat', 'conll'])
    .makeOptionMandatory();

function addImport(gold: Command): void {
  gold
    .command('import')
    .summary('make annotations out of brat or CoNLL files')
    .description(
      'Makes annotations (.yaml) out of the stand-off files of brat, each beside its text, or out of files in CoNLL ' +
        'format, whose texts are written too.',
    )
    .argument('<paths...>', 'files, or folders of .ann or .conll files')
    .addOption(format())
    .requiredOption('-o, --out <dir>', 'write into this folder; what is there is left alone')
    .addHelpText('after', '\nExample:\n  $ isnad gold import brat/news --format brat --out gold\n')
    .action(async (paths, options) => (await import('./gold-exchange.js')).goldImportCommand(paths, options));
}

function addExport(gold: Command): void {
  gold
    .command('export')
    .summary('write annotations for brat, or as CoNLL')
    .description(
      'Writes annotations or gold files with their texts for brat, or as words with BIO tags. CoNLL knows neither ' +
        'quotations nor optional names: those are left out.',
    )
    .argument('<paths...>', 'annotations or gold files, or folders of them')
    .addOption(format())
    .requiredOption('-o, --out <dir>', 'write into this folder; what is there is left alone')
    .option(...TEXTS)
    .addHelpText('after', '\nExample:\n  $ isnad gold export gold --format conll --out conll\n')
    .action(async (paths, options) => (await import('./gold-exchange.js')).goldExportCommand(paths, options));
}
