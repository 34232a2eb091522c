/**
 * Loaded with `--require` before a program whose start-up is measured: at exit it writes the CPU seconds and the
 * peak memory of the process to file descriptor 3. CommonJS, so that it does not start Node's module loader first.
 */
import fs = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  fs.writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS * 1024 }));
});
