/**
 * What a person reads when something cannot be done, and the exit code: takes whatever was thrown, prints to the
 * standard error. 2 is for what was asked wrongly, 1 for what the machine refused, 0 for a reader who left early.
 */
import { visible } from './visible.js';

/** Something cannot be done as asked (2) or the machine refuses (1); the message is one line for a person. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Prints what went wrong and sets the exit code. */
export function reportFailure(error: unknown): void {
  if (isClosedPipe(error)) return;
  const { lines, exitCode } = explain(error);
  for (const line of lines) process.stderr.write(`${visible(line)}\n`);
  process.exitCode = exitCode;
}

/** Says in words why the system refused a write to `place`. */
export function unwritable(place: string, error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = WRITE_REASONS[code ?? ''] ?? `cannot be written (${message}); check the place`;
  return new Failure(`${place}: ${reason}`, 1);
}

/** Whether the reader of the standard output has gone. */
export function isClosedPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'EPIPE';
}

const WRITE_REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room or write elsewhere',
  EDQUOT: 'your share of the disk is used up; make room or write elsewhere',
  EFBIG: 'the file grew over the limit of this system; raise the limit or write elsewhere',
  EACCES: 'may not be written; check its permissions or write elsewhere',
  EPERM: 'may not be written; check its permissions or write elsewhere',
  EROFS: 'stands on a disk that is read-only; write elsewhere',
  EISDIR: 'is a folder; move it away or write elsewhere',
};

interface Explanation {
  readonly lines: readonly string[];
  readonly exitCode: 1 | 2;
}

/** Errors are told by name, so that no command's code is loaded only to recognize them. */
function explain(error: unknown): Explanation {
  const { name, message, stack } = error as Error;
  if (error instanceof Failure) return { lines: [`isnad: ${message}`], exitCode: error.exitCode };
  if (name === 'InputError') return { lines: [`isnad: ${message}`], exitCode: 2 };
  if (name === 'QueueError') return { lines: [`isnad: ${message}`], exitCode: 1 };
  if (name === 'PackError') {
    const defects = message.split('\n');
    const head = `isnad: the rules have ${defects.length} ${defects.length === 1 ? 'defect' : 'defects'}; nothing was read`;
    return { lines: [head, ...defects.map((defect) => `  ${defect}`)], exitCode: 2 };
  }
  const detail = (stack ?? String(error)).split('\n');
  return {
    lines: ['isnad: a fault of this program; please report it with these lines', ...detail],
    exitCode: 1,
  };
}
