import { readFileSync } from 'node:fs';
import type { Knowledge } from '../pipeline/knowledge.js';
export function loadBuiltin(): Knowledge {
  return JSON.parse(readFileSync(new URL('../pack.json', import.meta.url), 'utf8')) as Knowledge;
}
