/** The commands `isnad queue …` with their options. Takes the program, adds them; the code behind is imported only when one runs. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { ATTEMPTS, DEFAULT_BROKER } from '../../corpus/queue/defaults.js';
import { wholeNumber } from '../options.js';

export function addQueue(isnad: Command): void {
  const queue = isnad
    .command('queue')
    .summary('share the shards of a run among machines by a queue')
    .description(
      'Shares the shards of a run among workers on any number of machines that see its folder, by BullMQ over Redis or ' +
        'PostgreSQL. What is done stands in the folder; a lost queue is started again.',
    );
  addStart(queue);
  addWork(queue);
  addStatus(queue);
}

const EXAMPLE = `
Example:
  $ isnad run news --out result --plan-only
  $ isnad queue start result --redis redis://queue.example:6379
  $ isnad queue work result --redis redis://queue.example:6379 --until-done     (on every machine)
`;

function addStart(queue: Command): void {
  withBroker(queue.command('start'))
    .summary('enqueue the shards that are not done')
    .description(
      'Enqueues every shard without a marker that is not in the queue; shards that failed are tried again.',
    )
    .option(
      '--attempts <n>',
      'how often a shard is tried before it counts as failed',
      wholeNumber(1),
      ATTEMPTS,
    )
    .addHelpText('after', EXAMPLE)
    .action(async (folder, options) => (await import('./queue.js')).queueStartCommand(folder, options));
}

function addWork(queue: Command): void {
  withBroker(queue.command('work'))
    .summary('work on the shards of the queue')
    .description(
      'Runs shards of the queue, each in a process of its own, until it is stopped. Told to stop by SIGTERM or Ctrl-C, it ' +
        'finishes its shards or gives them back within five seconds.',
    )
    .option(
      '-c, --concurrency <n>',
      'shards at a time; by default one a core',
      wholeNumber(1),
      availableParallelism(),
    )
    .option('--until-done', 'end when every shard is done, with exit code 1 when some have failed')
    .option(
      '--stalled-after <seconds>',
      'run a shard again when its worker is silent for so long',
      wholeNumber(1),
      30,
    )
    .option('--deadline <seconds>', 'time that one article may take', wholeNumber(1))
    .option('-q, --quiet', 'print only what goes wrong')
    .addHelpText('after', EXAMPLE)
    .action(async (folder, options) => (await import('./queue.js')).queueWorkCommand(folder, options));
}

function addStatus(queue: Command): void {
  withBroker(queue.command('status'))
    .summary('show the queue beside what is done')
    .description('Prints how many shards are done, waiting, running and failed, and why those failed.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ isnad queue status result\n')
    .action(async (folder, options) => (await import('./queue.js')).queueStatusCommand(folder, options));
}

function withBroker(command: Command): Command {
  return command
    .argument('<dir>', 'the folder of the run')
    .option('--redis <url>', `Redis; by default ISNAD_REDIS of the environment, then ${DEFAULT_BROKER}`)
    .option('--postgres <url>', 'PostgreSQL instead of Redis; by default ISNAD_POSTGRES of the environment')
    .option('--name <name>', 'name of the queue; by default it is made of the id of the run');
}
