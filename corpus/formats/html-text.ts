/**
 * The text of a piece of HTML, as feeds and records hold it: takes markup, gives text with entities decoded once, a line for
 * each block and single spaces. Never looks for the main text of a page, and never throws.
 */
import { Parser } from 'htmlparser2';
import { RunningText } from './running-text.js';

/** The running text of HTML. */
export function htmlToText(html: string): string {
  const text = new RunningText();
  try {
    parse(html, text);
    return text.toString();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return htmlToText(html.replace(/<[^<>]*>/gu, ' '));
  }
}

/** Decodes references (`&quot;`, `&#8220;`) in what is otherwise plain text, and changes nothing else. */
export function decodeReferences(text: string): string {
  let decoded = '';
  const parser = new Parser({ ontext: (characters) => (decoded += characters) }, { decodeEntities: true });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
}

/** More than any page has; the parser's time grows with the square of the depth. */
const DEEPEST = 2000;

class TooDeep extends Error {}

function parse(html: string, text: RunningText): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (++depth > DEEPEST) throw new TooDeep();
        text.open(name);
      },
      onclosetag: (name) => {
        depth--;
        text.close(name);
      },
      ontext: (characters) => text.text(characters),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
}
