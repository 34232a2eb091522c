/**
 * Keeps a run going when its whole process dies: by an article that memory fails at in a way that no thread survives, or because
 * the system killed it. It starts the same command again in a child, which goes on where the other ended and works the shards
 * apart that were on their way. It does nothing itself, and ends with its child.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { goOn, isMeant, SIGNALS } from './stopping.js';

/** Whether this process is the child that does the work. */
export function isSupervised(): boolean {
  return process.env[MARK] !== undefined && process.send !== undefined;
}

/** Tells the supervisor that the work itself has begun. */
export function tellBegun(): void {
  process.send?.(BEGUN);
}

/** Runs this command in a child until it ends by itself, or dies without having begun. */
export async function supervise(folder: string): Promise<void> {
  for (let times = 0; times <= MOST; times++) {
    const { code, signal, hasBegun, asked } = await runOnce();
    process.exitCode = asked ?? code ?? 1;
    if (asked !== undefined || signal === null) return;
    if (!hasBegun) break;
    process.stderr.write(`\nisnad: the process of the run died (${signal}); going on\n`);
  }
  process.stderr.write(`\nisnad: the process of the run died; ${goOn(folder)}\n`);
}

const MARK = 'ISNAD_SUPERVISED';
const BEGUN = 'begun';
/** Deaths after which it is not the articles that are at fault. */
const MOST = 50;
const PATIENCE = 4500;

interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly hasBegun: boolean;
  /** The exit code of the stop that was asked for. */
  readonly asked?: number;
}

async function runOnce(): Promise<ChildEnd> {
  const child = fork(process.argv[1], process.argv.slice(2), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [MARK]: '1' },
  });
  const seen: { hasBegun: boolean; asked?: number } = { hasBegun: false };
  child.on('message', (message) => {
    if (message === BEGUN) seen.hasBegun = true;
  });
  const release = passOn(child, (code) => {
    seen.asked = code;
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal, ...seen }));
    });
  } finally {
    release();
  }
}

/** Passes signals on as messages, since a terminal sends its own to both. */
function passOn(child: ChildProcess, tell: (code: number) => void): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => {
      if (!isMeant(signal)) return;
      tell(code);
      if (child.connected) child.send({ stop: code });
      setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const off of listeners) off();
  };
}
