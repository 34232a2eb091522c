/** The commands for corpora. Takes the program, adds them; each is imported only when it runs. */
import type { Command } from 'commander';

export function addCorpusCommands(_isnad: Command): void {}
