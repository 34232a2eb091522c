/** Options that several commands have. Takes what a person wrote, gives values, or an error in the words of the option. */
import { type Command, InvalidArgumentError } from 'commander';

/** The option for rule packs. */
export function withRules(command: Command): Command {
  const collect = (folder: string, before: readonly string[] = []) => [...before, folder];
  return command.option('--rules <dir>', 'add a rule pack; may be given several times', collect);
}

/** Reads a whole number that is not under `least`. */
export function wholeNumber(least: number): (value: string) => number {
  return (value) => {
    if (!/^\d{1,15}$/u.test(value) || Number(value) < least) {
      throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    }
    return Number(value);
  };
}

/** Reads a share of a whole: over 0, at most 1. */
export function share(value: string): number {
  const read = /^(?:\d+(?:\.\d*)?|\.\d+)$/u.test(value) ? Number(value) : 0;
  if (read <= 0 || read > 1) throw new InvalidArgumentError('Give a number over 0 and at most 1, as 0.8.');
  return read;
}
