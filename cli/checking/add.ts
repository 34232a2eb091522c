/** The commands for whoever changes rules and lists. Takes the program, adds them; each is imported only when it runs. */
import type { Command } from 'commander';
import { withRules } from '../options.js';
import { addCoverage, addDiff } from './add-comparing.js';
import { addGold } from './gold.js';

export function addCheckingCommands(isnad: Command): void {
  addInit(isnad);
  addCheck(isnad);
  addDiff(isnad);
  addCoverage(isnad);
  addGold(isnad);
}

function addInit(isnad: Command): void {
  isnad
    .command('init')
    .summary('make a pack of rules to start from')
    .description(
      'Makes a new folder with a small pack that works: a list, a rule with examples, an article with its gold, tests ' +
        'for jest, and a workflow for GitHub. Its README leads to a first rule of your own.',
    )
    .argument('<folder>', 'the folder to make')
    .addHelpText('after', '\nExample:\n  $ isnad init my-rules\n  $ isnad check --rules my-rules\n')
    .action(async (folder) => (await import('./init.js')).initCommand(folder));
}

function addCheck(isnad: Command): void {
  withRules(isnad.command('check'))
    .summary('check a pack of rules with all that guards it')
    .description(
      'Checks a pack: its lists and rules, each rule on its examples and near misses alone and among all rules, whether ' +
        'each alternative of a pattern is needed by an example, whether rules fire in its articles and are not always ' +
        'beaten, and its articles against expected outputs and the floors of its gold. Without --rules it checks the ' +
        'built-in pack; of several packs the last is checked, over the others. The exit code is 1 when something failed.',
    )
    .option('--watch', 'check again whenever a file of the pack changes')
    .option('--update', 'accept present outputs and figures; refused where CI is set')
    .option('--strict', 'let warnings fail too')
    .option('--junit <file>', 'write a report in JUnit XML')
    .option('--github', 'add annotations for GitHub Actions')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ isnad check --rules my-rules\n  $ isnad check --rules my-rules --watch\n',
    )
    .action(async (options) => (await import('./check.js')).checkCommand(options));
}
