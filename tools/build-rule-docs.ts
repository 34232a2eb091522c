/**
 * Writes `docs/rules.md` from the built-in rules and from what the program finds in the examples of its other findings.
 * With `--check` it only compares, and exits with 1 when the page is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createExtractor } from '../index.js';
import { loadBuiltin } from '../packs/builtin.js';
import { rulesPage } from './rule-docs/page.js';

const PAGE = fileURLToPath(new URL('../../docs/rules.md', import.meta.url));

const page = rulesPage(loadBuiltin().rules, createExtractor());
const isStale = readFileSync(PAGE, { encoding: 'utf8', flag: 'a+' }) !== page;
if (process.argv.includes('--check')) {
  if (isStale) console.error('docs/rules.md is stale: run npm run docs');
  process.exitCode = isStale ? 1 : 0;
} else if (isStale) writeFileSync(PAGE, page);
