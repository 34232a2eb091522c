/** The commands for whoever changes rules and lists. Takes the program, adds them; each is imported only when it runs. */
import type { Command } from 'commander';

export function addCheckingCommands(_isnad: Command): void {}
