/**
 * What is wrong with an input that a person named: one line with place, reason and advice.
 */

/** Thrown before anything is extracted or written; its message is one line for a person. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Says in words why the file system refused to let something be read. */
export function unreadable(place: string, error: unknown): InputError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new InputError(`${place}: ${REASONS[code ?? ''] ?? `cannot be read (${message}); check the path`}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the name',
  ENOTDIR: 'there is no such file or folder; check the name',
  EACCES: 'may not be read; check its permissions',
  EPERM: 'may not be read; check its permissions',
  ENAMETOOLONG: 'the path is too long; check the name',
  ELOOP: 'is a link that leads back to itself; name the file that it should lead to',
};
