/**
 * Stops a run when the person or the system asks for it: what is complete stays, what is on its way is dropped, and a line
 * says how to go on. Whoever does not stop in time is ended.
 */

export interface Stopping {
  readonly signal: AbortSignal;
  /** Set when a stop was asked for. */
  readonly exitCode: number | undefined;
  /** No longer listens. */
  release(): void;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const PATIENCE = 4000;

/** Listens until it is released. */
export function untilStopped(folder: string): Stopping {
  const controller = new AbortController();
  const asked: { code?: number } = {};
  const stop = (code: number) => {
    if (asked.code !== undefined) process.exit(code);
    asked.code = code;
    process.stderr.write(
      `\nisnad: stopping; what is complete stays, isnad run --out ${quoted(folder)} goes on\n`,
    );
    setTimeout(() => process.exit(code), PATIENCE).unref();
    controller.abort();
  };
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => stop(code);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return {
    signal: controller.signal,
    get exitCode() {
      return asked.code;
    },
    release: () => {
      for (const off of listeners) off();
    },
  };
}

/** As a shell takes it. */
function quoted(folder: string): string {
  return /^[\w./@:+-]+$/u.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
}
