/** Packed inputs for tests: written into a folder of their own, and what reading them gives, up to where it fails. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InputDamage } from '../../../corpus/unpack/damage.js';
import { openInputs } from '../../../corpus/unpack/inputs.js';
import type { UnpackLimits } from '../../../corpus/unpack/limits.js';

/** What one input gave, and the reason why it gave no more. */
export interface Given {
  readonly name: string;
  readonly bytes: Buffer;
  readonly reason?: string;
  readonly message?: string;
}

/** Opens bytes as a file, in a folder that goes away after the tests. */
export function reader(): (bytes: Buffer, limits?: UnpackLimits) => Promise<Given[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-packed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return async (bytes, limits = {}) => {
    const file = path.join(folder, `input-${files++}`);
    writeFileSync(file, bytes);
    const all: Given[] = [];
    for await (const input of openInputs(file, { ...limits, name: 'input' }))
      all.push(await given(input.name, input.bytes));
    return all;
  };
}

async function given(name: string, pieces: AsyncIterable<Buffer>): Promise<Given> {
  const held: Buffer[] = [];
  try {
    for await (const piece of pieces) held.push(piece);
    return { name, bytes: Buffer.concat(held) };
  } catch (error) {
    if (!(error instanceof InputDamage)) throw error;
    return { name, bytes: Buffer.concat(held), reason: error.reason, message: error.message };
  }
}
