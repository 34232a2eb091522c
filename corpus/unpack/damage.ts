/**
 * How an input tells its readers that it ends too early: whoever reads its bytes gets all that is sound and then this error,
 * which becomes the one refused record that ends the input.
 */
import type { RefusalReason } from '../record.js';

/** Thrown while bytes are read; its message is one line for a person: place, reason, advice. */
export class InputDamage extends Error {
  override readonly name = 'InputDamage';

  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message);
  }
}
