/**
 * Pairs the lines of two outputs by the id of their article. Both are in the same order as a rule, and then nothing is held; what
 * finds no partner is held up to a bound, then put by in temporary files by the hash of its id, and paired file by file at the end,
 * so that memory stays flat in whatever order the lines are. The order of the pairs depends on the lines alone.
 */
import { appendFileSync, createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OutputLine } from './output-lines.js';

/** An article on both sides, or on one of them. */
export interface LinePair {
  readonly before?: OutputLine;
  readonly after?: OutputLine;
}

/** Bytes of lines without partner that are held in memory. */
const HELD = 64 << 20;
const FILES = 128;

/** @param most bytes of lines that are held in memory */
export async function* pairLines(
  before: AsyncIterator<OutputLine>,
  after: AsyncIterator<OutputLine>,
  most: number = HELD,
): AsyncGenerator<LinePair> {
  const waiting = new Waiting();
  const shelves = new Shelves();
  try {
    for (;;) {
      const [one, other] = [(await before.next()).value, (await after.next()).value];
      if (one === undefined && other === undefined) break;
      if (one !== undefined && one.id === other?.id && waiting.isEmpty) yield { before: one, after: other };
      else yield* [...waiting.meet('before', one), ...waiting.meet('after', other)];
      if (waiting.bytes > most) shelves.put(waiting.clear());
    }
    if (shelves.areEmpty) yield* waiting.clear();
    else {
      shelves.put(waiting.clear());
      for (let number = 0; number < FILES; number++) yield* shelves.pairsOf(number);
    }
  } finally {
    shelves.remove();
    await before.return?.();
    await after.return?.();
  }
}

type Side = 'before' | 'after';

/** Lines that have not met their partner. Lines of one id pair in their order. */
class Waiting {
  bytes = 0;
  private readonly lines: Record<Side, Map<string, OutputLine[]>> = { before: new Map(), after: new Map() };

  get isEmpty(): boolean {
    return this.bytes === 0;
  }

  meet(side: Side, line: OutputLine | undefined): readonly LinePair[] {
    if (line === undefined) return [];
    const others = this.lines[side === 'before' ? 'after' : 'before'];
    const partners = others.get(line.id);
    if (partners === undefined) {
      // A piece of a block would keep the whole block.
      const held = { ...line, bytes: Buffer.from(line.bytes) };
      this.lines[side].set(line.id, [...(this.lines[side].get(line.id) ?? []), held]);
      this.bytes += line.bytes.length + 1;
      return [];
    }
    const partner = partners.shift()!;
    if (partners.length === 0) others.delete(line.id);
    this.bytes -= partner.bytes.length + 1;
    return [side === 'before' ? { before: line, after: partner } : { before: partner, after: line }];
  }

  /** Everything that waits, alone; then nothing waits. */
  clear(): readonly LinePair[] {
    const alone = (side: Side) => [...this.lines[side].values()].flat().map((line) => ({ [side]: line }));
    const all = [...alone('before'), ...alone('after')];
    this.lines.before.clear();
    this.lines.after.clear();
    this.bytes = 0;
    return all;
  }
}

/** Lines put by in files: by side and hash of the id. */
class Shelves {
  private folder: string | undefined;

  get areEmpty(): boolean {
    return this.folder === undefined;
  }

  put(alone: readonly LinePair[]): void {
    this.folder ??= mkdtempSync(path.join(tmpdir(), 'isnad-diff-'));
    const shelves = new Map<string, Buffer[]>();
    for (const { before, after } of alone) {
      const { id, place, bytes } = (before ?? after)!;
      const file = this.fileOf(before === undefined ? 'after' : 'before', hashOf(id) % FILES);
      const rows = shelves.get(file) ?? [];
      shelves.set(file, rows);
      rows.push(Buffer.from(`${JSON.stringify([id, place])}\n`), bytes, Buffer.from('\n'));
    }
    for (const [file, rows] of shelves) appendFileSync(file, Buffer.concat(rows));
  }

  async *pairsOf(number: number): AsyncGenerator<LinePair> {
    const waiting = new Waiting();
    for (const side of ['before', 'after'] as const)
      for await (const line of readShelf(this.fileOf(side, number))) yield* waiting.meet(side, line);
    yield* waiting.clear();
  }

  remove(): void {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private fileOf(side: Side, number: number): string {
    return path.join(this.folder!, `${side}-${number}`);
  }
}

async function* readShelf(file: string): AsyncGenerator<OutputLine> {
  if (!existsSync(file)) return;
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  for (let from = 0; from < bytes.length; ) {
    const head = bytes.indexOf('\n', from);
    const end = bytes.indexOf('\n', head + 1);
    const [id, place] = JSON.parse(bytes.toString('utf8', from, head)) as [string, string];
    yield { id, place, bytes: bytes.subarray(head + 1, end) };
    from = end + 1;
  }
}

function hashOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) >>> 0;
  return hash;
}
