/**
 * What a text that begins with an angle bracket is: takes its beginning, goes past declarations and comments to the first
 * element, whose name tells. Gives nothing where no element stands.
 */
import { isPage } from '../html/recognize.js';
import type { FormatName } from './format.js';

export function markupFormat(text: string): FormatName | undefined {
  const { name, isXml, isHtml } = rootOf(text);
  if (name === undefined) return isXml ? 'xml' : isHtml ? 'html' : undefined;
  const root = name.toLowerCase();
  if (root === 'mediawiki') return 'mediawiki';
  if (isHtml || root === 'html' || (!isXml && isPage(text))) return 'html';
  return !isXml && SGML.has(root) ? 'sgml' : 'xml';
}

/** Roots of TREC and of the Linguistic Data Consortium; files of several documents have no root at all. */
const SGML: ReadonlySet<string> = new Set([
  'doc',
  'docs',
  'docset',
  'refset',
  'tstset',
  'srcset',
  'gwdoc',
  'dochdr',
]);

interface Root {
  readonly name?: string;
  readonly isXml: boolean;
  readonly isHtml: boolean;
}

function rootOf(text: string): Root {
  let at = 0;
  let isXml = false;
  let isHtml = false;
  for (;;) {
    at += /^[\s\ufeff]*/u.exec(text.slice(at, at + LONGEST_GAP))?.[0].length ?? 0;
    if (text.startsWith('<?', at)) {
      isXml ||= /^<\?xml\s/u.test(text.slice(at, at + 8));
      at = after(text, '?>', at);
    } else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (/^<!doctype/iu.test(text.slice(at, at + 9))) {
      isHtml ||= /^<!doctype\s+html\b/iu.test(text.slice(at, at + 40));
      at = afterDoctype(text, at);
    } else break;
  }
  const name = /^<([\p{L}_][\p{L}\d_.:-]{0,80})(?=[\s/>])/u.exec(text.slice(at, at + LONGEST_GAP))?.[1];
  return { name, isXml, isHtml };
}

const LONGEST_GAP = 4096;

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** A document type may declare entities between square brackets, with angle brackets of their own. */
function afterDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const inner = text.indexOf('[', from);
  if (inner < 0 || inner > end) return end < 0 ? text.length : end + 1;
  return after(text, '>', after(text, ']', inner) - 1);
}
