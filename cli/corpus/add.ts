/** The commands for corpora. Takes the program, adds them; each is imported only when it runs. */
import type { Command } from 'commander';
import { share, wholeNumber, withRules } from '../options.js';
import { withReadingOfMany } from '../reading-options.js';
import { addQueue } from './add-queue.js';

export function addCorpusCommands(isnad: Command): void {
  addRun(isnad);
  addRunShard(isnad);
  addStatus(isnad);
  addMissing(isnad);
  addMerge(isnad);
  addQueue(isnad);
  addDuplicates(isnad);
}

function addRun(isnad: Command): void {
  withReadingOfMany(withRules(isnad.command('run')))
    .summary('read a corpus into a folder, on all cores, and go on where it was stopped')
    .description(
      'Reads files and folders of every format into a folder of parts, on all cores. Given again, it goes on where it was ' +
        'stopped; without inputs it goes on with the run that the folder holds. What cannot be read or extracted is put into ' +
        'quarantine with the reason, and the run goes on.',
    )
    .argument('[inputs...]', 'files, folders, or -')
    .requiredOption(
      '-o, --out <dir>',
      'the folder of the run: a new or empty one, or that of a run to go on with',
    )
    .option('--workers <n>', 'threads; by default as many as cores', wholeNumber(1))
    .option('--gzip', 'pack the parts')
    .option('--with-text', 'add the text itself as articleBody')
    .option('--tables <forms>', 'write tables as well: parquet, csv or both with a comma')
    .option('--n-quads', 'write N-Quads as well')
    .option('--shard-bytes <n>', 'bytes of input in a shard, more or less (4 MiB)', wholeNumber(1))
    .option('--largest-article <n>', 'bytes that the text of an article may have (2 MiB)', wholeNumber(1))
    .option('--deadline <seconds>', 'time that one article may take (60)', wholeNumber(1))
    .option('--plan-only', 'only write the manifest, so that other machines can work on the shards')
    .option('--new', 'remove the run that the folder holds and begin anew')
    .option('-q, --quiet', 'print neither progress nor summary')
    .option('--log-json', 'print progress and summary as JSON, one object a line')
    .addHelpText('after', '\nExample:\n  $ isnad run news feeds.jsonl.gz --out result --tables parquet\n')
    .action(async (inputs, options) => (await import('./run.js')).runCommand(inputs, options));
}

function addRunShard(isnad: Command): void {
  isnad
    .command('run-shard')
    .summary('complete one shard of a run')
    .description(
      'Completes one shard of a run that isnad run has begun, on any machine that sees the folder. A shard that is complete ' +
        'is left alone, so that it may be called as often as you like.',
    )
    .argument('<dir>', 'the folder of the run')
    .argument('<n>', 'number of the shard, from 0', wholeNumber(0))
    .option('--deadline <seconds>', 'time that one article may take (60)', wholeNumber(1))
    .addHelpText('after', '\nExample:\n  $ isnad run-shard result 42\n')
    .action(async (dir, shard, options) =>
      (await import('./run-shard.js')).runShardCommand(dir, shard, options),
    );
}

function addStatus(isnad: Command): void {
  isnad
    .command('status')
    .summary('say how a run stands')
    .description(
      'Says how a run stands, from its folder alone: from another terminal, or from another machine.',
    )
    .argument('<dir>', 'the folder of the run')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ isnad status result\n')
    .action(async (dir, options) => (await import('./status.js')).statusCommand(dir, options));
}

function addMissing(isnad: Command): void {
  isnad
    .command('missing')
    .summary('list the shards of a run that are not complete')
    .description(
      'Prints the numbers of the shards that are not complete, one a line; nothing when the run is whole.',
    )
    .argument('<dir>', 'the folder of the run')
    .option('--ranges', 'print them as ranges on one line: 0-3,7')
    .addHelpText('after', '\nExample:\n  $ isnad missing result | parallel isnad run-shard result\n')
    .action(async (dir, options) => (await import('./missing.js')).missingCommand(dir, options));
}

function addMerge(isnad: Command): void {
  isnad
    .command('merge')
    .summary('join the parts of a run')
    .description(
      'Joins the parts of a run in the order of the inputs, each compared with the sum in its marker, into a file or to the ' +
        'standard output.',
    )
    .argument('<dir>', 'the folder of the run')
    .option('-o, --out <file>', 'write this file, packed when its name ends in .gz, whole or not at all')
    .option('--form <name>', 'ndjsonld (default), nq or quarantine')
    .option('--partial', 'join what there is, although shards are missing')
    .addHelpText('after', '\nExample:\n  $ isnad merge result --out news.ndjsonld.gz\n')
    .action(async (dir, options) => (await import('./merge.js')).mergeCommand(dir, options));
}

function addDuplicates(isnad: Command): void {
  isnad
    .command('duplicates')
    .summary('mark articles and quotations that repeat others')
    .description(
      'Marks near-duplicates in a complete run: articles that share most of their wording, as wire copy does, and quotations ' +
        'that several articles print. Writes tables of pairs and groups into the folder of the run and drops nothing.',
    )
    .argument('<dir>', 'the folder of the run')
    .option('--similarity <share>', 'what part of their wording two texts must share', share, 0.8)
    .option('--tables <forms>', 'forms of the tables: parquet, csv or both with a comma', 'parquet,csv')
    .option('-q, --quiet', 'print no summary')
    .addHelpText('after', '\nExample:\n  $ isnad duplicates result --similarity 0.7\n')
    .action(async (dir, options) => (await import('./duplicates.js')).duplicatesCommand(dir, options));
}
