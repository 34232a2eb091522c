/**
 * A first look at a text: half characters are replaced, so that every later offset is sound, and what is wrong is noted.
 * One problem a kind, at its first place; a text of any size costs one scan.
 */

import type { Problem } from './document.js';
import { ARABIC, CLASS, INVISIBLE, NEWLINE, SPACE } from './normalize.js';
import { problem } from './problem.js';

export function inspectText(
  given: string,
  reading: readonly Problem[],
): { text: string; problems: Problem[] } {
  const text = given.toWellFormed();
  const problems = [...reading];
  if (text !== given) {
    let at = 0;
    while (text.charCodeAt(at) === given.charCodeAt(at)) at++;
    problems.push(problem('lone-surrogate', at, at + 1));
  }
  const undecodable = reading.some(({ code }) => code === 'undecodable-bytes');
  let arabic = false;
  let visible = false;
  let control = -1;
  let replacement = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (CLASS[unit] !== SPACE && CLASS[unit] !== NEWLINE && CLASS[unit] !== INVISIBLE) visible = true;
    if (CLASS[unit] === ARABIC) arabic = true;
    if (control < 0 && isControl(unit)) control = at;
    if (replacement < 0 && unit === 0xfffd && given.charCodeAt(at) === 0xfffd) replacement = at;
  }
  if (!visible) problems.push(problem('empty-text', 0, 0));
  else if (!arabic) problems.push(problem('no-arabic', 0, 0));
  if (control >= 0) problems.push(problem('control-character', control, control + 1));
  if (replacement >= 0 && !undecodable)
    problems.push(problem('replacement-character', replacement, replacement + 1));
  return { text, problems };
}

function isControl(unit: number): boolean {
  return (
    (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d && unit !== 0x0b && unit !== 0x0c) ||
    unit === 0x7f
  );
}
