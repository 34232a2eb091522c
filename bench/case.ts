/**
 * The process of one case: takes its setting as JSON in the first argument, runs the case and sends the outcome to
 * the parent. It prints nothing.
 */
import { CASES } from './catalogue.js';
import type { Outcome, Setting } from './measurement.js';

process.send?.(await outcome(JSON.parse(process.argv[2])));
process.disconnect?.();

async function outcome(setting: Setting): Promise<Outcome> {
  try {
    const measurement = await CASES.find(({ name }) => name === setting.name)!.run(setting);
    return { measurement, peak: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}
