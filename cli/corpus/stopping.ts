/**
 * Stops a run when the person or the system asks for it: what is complete stays, what is on its way is dropped, and a line
 * says how to go on. Whoever does not stop in time is ended.
 */

export interface Stopping {
  readonly signal: AbortSignal;
  /** Set when a stop was asked for. */
  readonly exitCode: number | undefined;
}

export const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const PATIENCE = 4000;

/**
 * Whether a signal asks this run to stop. A terminal that hangs up does so to runs that it is used by; one that was begun
 * under nohup has left it, which Node itself forgets.
 */
export function isMeant(signal: string): boolean {
  const isOnTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
  return signal !== 'SIGHUP' || isOnTerminal;
}

/** Listens to the supervisor, which passes signals on; this process does not hear them itself. */
export function untilStopped(folder: string): Stopping {
  const controller = new AbortController();
  const asked: { code?: number } = {};
  const stop = (code: number) => {
    if (asked.code !== undefined) process.exit(code);
    asked.code = code;
    process.stderr.write(`\nisnad: stopping; ${goOn(folder)}\n`);
    setTimeout(() => process.exit(code), PATIENCE).unref();
    controller.abort();
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal, () => {});
  process.on('message', (message: { readonly stop?: number }) => {
    if (message.stop !== undefined) stop(message.stop);
  });
  // Nobody is left to stop it.
  process.on('disconnect', () => process.exit(1));
  return {
    signal: controller.signal,
    get exitCode() {
      return asked.code;
    },
  };
}

/** How a run is taken up again, in a line. */
export function goOn(folder: string): string {
  return `what is complete stays, isnad run --out ${quoted(folder)} goes on`;
}

/** As a shell takes it. */
function quoted(folder: string): string {
  return /^[\w./@:+-]+$/u.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
}
