/**
 * The main text of a page, by Readability over a tree that linkedom builds: a paragraph a line, without menus, teasers and comments.
 * Both are loaded when the first page is read. Gives nothing where no main text is found.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { RunningText } from '../formats/running-text.js';

/** A page of more markup than this is not looked through for its main text. */
const LONGEST = 8 * 2 ** 20;
const MOST_ELEMENTS = 60_000;
/** Shorter pieces of text are tried with fewer demands. */
const ENOUGH = 250;

/** @param markup of shallow nesting */
export function mainTextOf(markup: string): string | undefined {
  if (markup.length > LONGEST) return undefined;
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${bodyOf(markup)}</body></html>`);
  try {
    const reader = new Readability<TreeNode>(document, {
      charThreshold: ENOUGH,
      maxElemsToParse: MOST_ELEMENTS,
      disableJSONLD: true,
      serializer: (node) => node as unknown as TreeNode,
    });
    const content = reader.parse()?.content;
    return content === null || content === undefined ? undefined : textOf(content) || undefined;
  } catch {
    // It gives up on pages with too many elements, and on some that are broken in ways of their own.
    return undefined;
  }
}

/** As much of a tree's node as is walked. */
interface TreeNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly nodeValue?: string | null;
  readonly childNodes: Iterable<TreeNode>;
}

const TEXT = 3;

function textOf(root: TreeNode): string {
  const text = new RunningText();
  const walk = (node: TreeNode): void => {
    if (node.nodeType === TEXT) text.text(node.nodeValue ?? '');
    if (node.localName === undefined) return;
    text.open(node.localName);
    for (const child of node.childNodes) walk(child);
    text.close(node.localName);
  };
  walk(root);
  return text.toString();
}

/** The tags of the page itself would stand within those that are put around it. */
function bodyOf(markup: string): string {
  return markup.replace(/<\/?(?:html|head|body)\b[^>]*>/gu, '');
}
