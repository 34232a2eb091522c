#!/usr/bin/env node
/**
 * The command `isnad`: takes arguments, runs one command, sets the exit code. Results go to the standard output,
 * everything else to the standard error. Commands are imported only when they run, so that help costs nothing.
 */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../packs/own-files.js';
import { addCheckingCommands } from './checking/add.js';
import { addCorpusCommands } from './corpus/add.js';
import { reportFailure } from './failure.js';
import { addNames } from './names.js';
import { wholeNumber, withRules } from './options.js';
import { withReading, withReadingOfMany, withWhich } from './reading-options.js';

// Whoever writes is told by its own call; without these a reader that left early (`| head`) would be a crash.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
await run(program());

function program(): Command {
  const isnad = new Command('isnad')
    .description('Reads Arabic news and says who is named and who said what, as JSON-LD with evidence.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  addExtract(isnad);
  addShow(isnad);
  addExplain(isnad);
  addEvaluate(isnad);
  addNames(isnad);
  addCorpusCommands(isnad);
  addCheckingCommands(isnad);
  return isnad.addHelpText('after', '\nExample:\n  $ isnad extract news --out result\n');
}

function addExtract(isnad: Command): void {
  withReadingOfMany(withRules(isnad.command('extract')))
    .summary('extract people, organizations, places and quotations')
    .description(
      'Extracts who is named and who said what from articles, one JSON-LD object an article and line. ' +
        'A path is a file of any format, packed or not, a folder (its files at any depth; names with a leading dot ' +
        'are left out), or - for the standard input. Format, packing and encoding are found out from the content.',
    )
    .argument('<paths...>', 'files, folders, or -')
    .option('-o, --out <dir>', 'write DIR/articles.ndjsonld and its context.jsonld, whole or not at all')
    .option('--with-text', 'add the text itself as articleBody')
    .option('-q, --quiet', 'print no summary')
    .addHelpText(
      'after',
      '\nExample:\n  $ isnad extract news --out result\n  $ isnad extract feed.xml dump.jsonl.gz --text-field content.body\n',
    )
    .action(async (paths, options) => (await import('./extract.js')).extractCommand(paths, options));
}

function addShow(isnad: Command): void {
  withReading(withWhich(withRules(isnad.command('show'))))
    .summary('show one article for a reader')
    .description('Shows who is named in one article, and each quotation as speaker → words.')
    .argument('<file>', 'a file of any format, or -')
    .addHelpText('after', '\nExample:\n  $ isnad show news/003.txt\n  $ isnad show feed.xml --record 4\n')
    .action(async (file, options) => (await import('./show.js')).showCommand(file, options));
}

function addExplain(isnad: Command): void {
  withReading(withWhich(withRules(isnad.command('explain'))))
    .summary('say why something was extracted')
    .description('Extracts one article again and prints the evidence for what stands at a place in it.')
    .argument('<file>', 'a file of any format, or -')
    .option('--at <offset>', 'everything at this offset, in code points from 0', wholeNumber(0))
    .option('--quotation <n>', 'the n-th quotation in text order, from 1', wholeNumber(1))
    .option('--mention <n>', 'the n-th mention in text order, from 1', wholeNumber(1))
    .addHelpText('after', '\nExample:\n  $ isnad explain news/003.txt --quotation 2\n')
    .action(async (file, options) => (await import('./explain.js')).explainCommand(file, options));
}

function addEvaluate(isnad: Command): void {
  withRules(isnad.command('evaluate'))
    .summary('score the extraction against a gold')
    .description('Scores an extraction against gold files, or mentions against a corpus in CoNLL format.')
    .option('--gold <dir>', 'folder of gold files (.json)')
    .option('--texts <dir>', 'folder of the texts that they name; by default the gold folder')
    .option('--output <file>', 'score this saved output (.ndjsonld) instead of extracting')
    .option('--conll <file>', 'score mentions against words with tags, one a line')
    .option('--profile <name>', 'with --conll: a second table under the conventions of a corpus (anercorp)')
    .option('--errors', 'print the mistakes instead of the scores')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ isnad evaluate --gold fixtures/gold --texts fixtures/articles\n')
    .action(async (options) => (await import('./evaluate.js')).evaluateCommand(options));
}

async function run(isnad: Command): Promise<void> {
  try {
    await isnad.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else reportFailure(error);
  }
}

/** Commander's errors, suggestion and all, as one line like every other error of this program. */
function oneLine(text: string): string {
  const line = text
    .trim()
    .replace(/^error: /u, '')
    .replace(/\s+/gu, ' ')
    .replace(/\.$/u, '');
  return `isnad: ${line}; see isnad --help\n`;
}
