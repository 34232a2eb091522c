/** What happens to a half-written result when the person or the system ends the program: it is removed before the program goes. */

/** A person who presses Ctrl-C finds nothing half-written either. Gives back how to stop listening. */
export function discardWhenInterrupted(discard: () => void): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  const listeners = Object.entries(signals).map(([signal, exitCode]) => {
    const listener = () => {
      discard();
      process.exit(exitCode);
    };
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
