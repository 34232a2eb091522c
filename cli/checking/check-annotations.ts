/** The faults of a check as GitHub's workflow commands, one a line, so that they stand beside the lines of a pull request. */
import { type Case, isFaulty } from '../../check/pack/case.js';

/** Prints an annotation for each fault. */
export function annotations(cases: readonly Case[]): string {
  return cases
    .filter(isFaulty)
    .map(({ fault, name, file, line }) => {
      const kind = fault.level === 'failure' ? 'error' : 'warning';
      const place = { file: file.replaceAll('\\', '/'), ...(line && { line }), title: name };
      const properties = Object.entries(place).map(([key, value]) => `${key}=${property(String(value))}`);
      const message = [`${fault.reason} — ${fault.advice}`, ...(fault.details ?? [])].join('\n');
      return `::${kind} ${properties.join(',')}::${escaped(message)}\n`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
