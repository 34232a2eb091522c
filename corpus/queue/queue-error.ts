/** What is wrong with a queue or its broker: one line with place, reason and advice. */

/** Thrown when the machine refuses: a package is missing, a broker does not answer. Its message is one line for a person. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
}

/** The first line of whatever was thrown, without the names of classes. */
export function reasonOf(error: unknown): string {
  const { message, code, errors } = error as { message?: string; code?: string; errors?: readonly Error[] };
  // A name with several addresses fails with one error for each; they differ in the address only.
  const text = message || errors?.[0]?.message || code || String(error);
  return text.split('\n', 1)[0]!.replace(/^\w*Error: /u, '');
}
