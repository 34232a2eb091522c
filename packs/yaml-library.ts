/** The yaml package, loaded when a file is first parsed: the compiled rules start without it. */
import { createRequire } from 'node:module';

/** The whole package. */
export function yaml(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml');
}
