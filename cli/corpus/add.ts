/** The commands for corpora. Takes the program, adds them; each is imported only when it runs. */
import type { Command } from 'commander';
import { wholeNumber, withRules } from '../options.js';

export function addCorpusCommands(isnad: Command): void {
  addRun(isnad);
  addRunShard(isnad);
}

function addRun(isnad: Command): void {
  withRules(isnad.command('run'))
    .summary('read a corpus into a folder, on all cores')
    .argument('[inputs...]', 'files, folders, or -')
    .requiredOption('-o, --out <dir>', 'the folder of the run')
    .option('--workers <n>', 'threads; by default one a core', wholeNumber(1))
    .option('--with-text', 'add the text itself as articleBody')
    .option('--gzip', 'pack the parts')
    .option('--n-quads', 'write N-Quads as well')
    .option('--shard-bytes <n>', 'bytes of input in a shard', wholeNumber(1))
    .option('--largest-article <n>', 'bytes that a text may have', wholeNumber(1))
    .option('--deadline <seconds>', 'time that one article may take', wholeNumber(1))
    .option('--new', 'remove the run that the folder holds and begin anew')
    .action(async (inputs, options) => (await import('./run.js')).runCommand(inputs, options));
}

function addRunShard(isnad: Command): void {
  isnad
    .command('run-shard')
    .summary('complete one shard of a run')
    .argument('<dir>', 'the folder of the run')
    .argument('<n>', 'number of the shard, from 0', wholeNumber(0))
    .option('--deadline <seconds>', 'time that one article may take', wholeNumber(1))
    .action(async (dir, shard, options) =>
      (await import('./run-shard.js')).runShardCommand(dir, shard, options),
    );
}
