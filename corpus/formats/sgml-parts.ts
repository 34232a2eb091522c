/**
 * The parts of one document in SGML: takes its text, gives the attributes of the document and the running text of each element in
 * it and of `doc` itself, by name in lower case; elements of one name that stand apart are joined. Where nothing marks paragraphs, line
 * ends stay.
 */
import { Parser } from 'htmlparser2';
import { RunningText } from './running-text.js';

export interface SgmlParts {
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: ReadonlyMap<string, string>;
  /** Whether the element with the text was ended. */
  readonly hasEndedText: boolean;
}

/** Nothing when it is nested more deeply than any document is. */
export function parseSgml(text: string): SgmlParts | undefined {
  const reader = new PartsReader();
  try {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => reader.open(name.replace(OWN, ''), attributes),
        onclosetag: (name, isImplied) => reader.close(name.replace(OWN, ''), isImplied),
        ontext: (characters) => reader.text(characters),
      },
      { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
    parser.end(text.replace(EMPTY_IN_HTML, '<$1own-$2'));
    return reader.parts();
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** The parser's HTML has no content in these, as SGML has: `<SOURCE>…</SOURCE>`. */
const EMPTY_IN_HTML = /<(\/?)(area|base|col|embed|input|link|meta|param|source|track)(?=[\s>])/giu;
const OWN = /^own-/u;

class TooDeep extends Error {}

const DEEPEST = 500;
/** More elements beside one another than any document names. */
const MOST_NAMES = 200;

interface Part {
  readonly name: string;
  readonly running: RunningText;
  plain: string;
  hasMarks: boolean;
}

class PartsReader {
  private attributes: ReadonlyMap<string, string> = new Map();
  private readonly elements = new Map<string, string>();
  private readonly parts_: Part[] = [];
  private depth = 0;
  private hasEndedText = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.depth > DEEPEST) throw new TooDeep();
    if (name === 'doc') this.attributes = new Map(Object.entries(attributes));
    for (const part of this.parts_) {
      part.running.open(name);
      part.hasMarks ||= BLOCKS.has(name);
    }
    if (!BLOCKS.has(name)) this.parts_.push({ name, running: new RunningText(), plain: '', hasMarks: false });
  }

  text(characters: string): void {
    for (const part of this.parts_) {
      part.running.text(characters);
      part.plain += characters;
    }
  }

  close(name: string, isImplied: boolean): void {
    this.depth--;
    if (BLOCKS.has(name)) {
      for (const part of this.parts_) part.running.close(name);
      return;
    }
    const part = this.parts_.pop();
    if (part === undefined) return;
    if (name === 'text' && !isImplied) this.hasEndedText = true;
    this.add(part.name, part.hasMarks ? part.running.toString() : paragraphsOf(part.plain));
  }

  parts(): SgmlParts {
    return { attributes: this.attributes, elements: this.elements, hasEndedText: this.hasEndedText };
  }

  private add(name: string, text: string): void {
    const before = this.elements.get(name);
    if (before === undefined && this.elements.size >= MOST_NAMES) return;
    this.elements.set(name, before === undefined ? text : `${before}\n${text}`);
  }
}

/** Elements within a text that make lines of it. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'br',
  'div',
  'seg',
  's',
  'turn',
  'annotation',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'h1',
  'h2',
]);

/** Lines of a text that has no marks: an empty line, or a line that is set in, begins a paragraph; others are one with it. */
function paragraphsOf(text: string): string {
  const isFilled = /\n[^\S\n]*\n/u.test(text.trim());
  if (!isFilled) return linesOf(text.split('\n'));
  return linesOf(text.split(/\n[^\S\n]*(?=\n)/u));
}

function linesOf(pieces: readonly string[]): string {
  return pieces
    .map((piece) => piece.replace(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '')
    .join('\n');
}
