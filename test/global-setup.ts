/** Before all tests: whatever runs the program as a process runs the bundle, which must be that of these sources. */
import { bundle, isStale } from '../tools/bundle.js';

export default async function setUp(): Promise<void> {
  if (isStale()) await bundle();
}
