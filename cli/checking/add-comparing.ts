/** The commands that say what rules do: what a change changes. Takes the program, adds them; each is imported only when it runs. */
import type { Command } from 'commander';
import { wholeNumber, withRules } from '../options.js';
import { withReadingOfMany } from '../reading-options.js';

export function addDiff(isnad: Command): void {
  withReadingOfMany(
    isnad
      .command('diff')
      .summary('compare two outputs, or two rule packs')
      .description(
        'Says what changes between two outputs (.ndjsonld files, or folders of finished runs), or between two rule packs ' +
          'over the same texts: mentions, entities and quotations gained, lost, moved, re-typed, re-attributed or changed, each in its ' +
          'sentence and under the rules that are responsible. A pack is laid over the built-in one, unless it has every list; ' +
          '`builtin` is the built-in pack alone, one+other are two packs of one side.',
      )
      .argument('[outputs...]', 'two outputs: the one before, the one after')
      .option('--rules <side>', 'a pack to compare; given once, with the built-in one', collected)
      .option(
        '--against <rev>',
        'compare a pack with itself at a git revision; without --rules the built-in pack',
      )
      .option('--texts <paths...>', 'texts that both packs read; for outputs, where their texts are')
      .option('--rule <id>', 'only differences by this rule, family or list row; repeatable', collected)
      .option('--kind <kind>', 'only of this kind: mention, lost, "mention lost"; repeatable', collected)
      .option('--type <type>', 'only of this type of entity or kind of quotation; repeatable', collected)
      .option('--limit <n>', 'differences shown of each sort', wholeNumber(0))
      .option('--markdown', 'print a summary for a pull request')
      .option('--html <file>', 'write a page with both sides beside each other')
      .option('--json', 'print JSON')
      .option('--exit-code', 'exit with 1 when there is any difference')
      .option('-q, --quiet', 'print nothing'),
  )
    .addHelpText(
      'after',
      '\nExamples:\n  $ isnad diff before after --texts news\n  $ isnad diff --rules mine --texts news\n' +
        '  $ isnad diff --against main --texts fixtures/articles --markdown\n',
    )
    .action(async (outputs, options) => (await import('./diff.js')).diffCommand(outputs, options));
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function addCoverage(isnad: Command): void {
  withReadingOfMany(
    withRules(isnad.command('coverage'))
      .summary('say what each rule and list row is worth')
      .description(
        'Says how often each rule, sieve and list row fires in annotated articles and how often it is right there, how often it fires in ' +
          'a corpus, which rules only repeat what others find, and what never fires. Without --gold the gold of the pack is taken. Of the rows of ' +
          'lists of words only how often they are read is known, not whether they were right.',
      )
      .argument('[corpus...]', 'texts without gold')
      .option('--gold <dir>', 'folder of gold files')
      .option('--texts <dir>', 'folder of the texts that they name; by default the gold folder')
      .option('--rows', 'show rows of lists that fire')
      .option('--dead', 'show rows of lists that never fire')
      .option('--tsv', 'print everything as a table for other programs')
      .option('--json', 'print JSON'),
  )
    .addHelpText('after', '\nExamples:\n  $ isnad coverage\n  $ isnad coverage news --rules mine --dead\n')
    .action(async (corpus, options) => (await import('./coverage.js')).coverageCommand(corpus, options));
}
