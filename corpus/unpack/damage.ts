/**
 * How an input tells its readers that it ends too early: whoever reads its bytes gets all that is sound and then this error,
 * which becomes the one refused record that ends the input.
 */
import type { RecordPlace, RefusalReason, SourceRecord } from '../record.js';

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

/**
 * Gives records on; where damage ends them, a refused record with the next number comes last.
 * @param place what the refused record is called: its identifier, and the number that it has when it is the first
 */
export async function* endingInRefusal(
  records: AsyncIterable<SourceRecord>,
  place: Pick<RecordPlace, 'identifier' | 'record'>,
): AsyncGenerator<SourceRecord> {
  let { record } = place;
  try {
    for await (const each of records) {
      yield each;
      record = each.record + 1;
    }
  } catch (error) {
    if (!(error instanceof InputDamage)) throw error;
    const { reason, message } = error;
    yield { kind: 'refused', record, identifier: place.identifier, bytes: 0, reason, message };
  }
}
