/**
 * One pass over a page: takes its markup, gives what it says of itself and markup that is safe to build a tree of. Scripts are
 * never run, styles and comments are dropped, and nesting is flattened, so that the tree of any page is shallow.
 */
import { Parser } from 'htmlparser2';

/** What a page says of itself, in the order of the page; nothing is judged yet. */
export interface Outline {
  /** Contents of `meta` and of elements with `itemprop`, under names in lower case. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  /** Blocks of JSON-LD, as they are written. */
  readonly blocks: readonly string[];
  readonly title: string;
  readonly headings: readonly string[];
  readonly times: readonly string[];
  readonly language?: string;
  readonly canonical?: string;
  /** The page again, without what no reader sees. */
  readonly markup: string;
}

/** Thrown for a page whose elements stand deeper in one another than those of any page. */
export class TooDeep extends Error {}

/** @throws TooDeep */
export function outlineOf(html: string): Outline {
  const pass = new Pass();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => pass.open(name, attributes),
      onclosetag: (name) => pass.close(name),
      ontext: (characters) => pass.text(characters),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return pass.outline();
}

type Attributes = Readonly<Record<string, string>>;

/** The parser's time grows with the square of the depth, and a tree is walked by functions that call themselves. */
const DEEPEST = 2000;
const DEEPEST_IN_TREE = 200;
const LONGEST_VALUE = 4096;
const MOST_VALUES = 10_000;

const DROPPED: ReadonlySet<string> = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas'],
  ...['select', 'textarea', 'button', 'audio', 'video', 'link', 'meta', 'base', 'title', 'frame', 'frameset'],
]);
/** Attributes by which main text is told from what stands around it. */
const KEPT = ['class', 'id', 'role', 'rel', 'itemprop', 'href', 'style', 'hidden', 'aria-hidden'];
const EMPTY: ReadonlySet<string> = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'source',
  'track',
  'wbr',
]);

class Pass {
  private readonly said = new Map<string, string[]>();
  private readonly blocks: string[] = [];
  private readonly headings: string[] = [];
  private readonly times: string[] = [];
  private readonly markup: string[] = [];
  private title: string | undefined;
  private language: string | undefined;
  private canonical: string | undefined;
  private depth = 0;
  private inTree = 0;
  private values = 0;
  /** Whether each open element stands in the tree. */
  private readonly kept: boolean[] = [];
  /** Open elements of the outermost dropped one. */
  private dropped = 0;
  private capture: Capture | undefined;

  open(name: string, attributes: Attributes): void {
    if (++this.depth > DEEPEST) throw new TooDeep();
    this.note(name, attributes);
    if (this.dropped > 0 || DROPPED.has(name)) this.dropped++;
    const isKept = this.dropped === 0 && this.inTree < DEEPEST_IN_TREE;
    this.kept.push(isKept);
    if (!isKept) return;
    this.inTree++;
    this.markup.push(`<${name}${attributesOf(attributes)}>`);
  }

  close(name: string): void {
    this.depth--;
    if (this.capture?.depth === this.depth) this.finish(this.capture);
    if (this.dropped > 0) this.dropped--;
    if (this.kept.pop() !== true) return;
    this.inTree--;
    if (!EMPTY.has(name)) this.markup.push(`</${name}>`);
  }

  text(characters: string): void {
    if (this.capture !== undefined) this.capture.text += characters;
    if (this.dropped === 0) this.markup.push(escaped(characters));
  }

  outline(): Outline {
    const { said, blocks, headings, times, language, canonical } = this;
    return {
      ...{ said, blocks, headings, times, language, canonical },
      title: this.title ?? '',
      markup: this.markup.join(''),
    };
  }

  private note(name: string, attributes: Attributes): void {
    const { lang, rel = '', href, itemprop, datetime, content } = attributes;
    if (name === 'html') this.language ??= lang;
    else if (name === 'meta') this.noteMeta(attributes);
    else if (name === 'link' && /\bcanonical\b/iu.test(rel)) this.canonical ??= href;
    else if (name === 'time' && datetime !== undefined) this.add(this.times, datetime);
    if (itemprop !== undefined && name !== 'meta' && (content ?? datetime) !== undefined)
      this.say(itemprop, content ?? datetime);
    if (this.capture === undefined) this.capture = this.captureOf(name, attributes);
  }

  private noteMeta({ name, property, itemprop, content, 'http-equiv': equivalent }: Attributes): void {
    for (const key of [name, property, itemprop, equivalent]) if (key !== undefined) this.say(key, content);
  }

  /** The elements whose words are noted. */
  private captureOf(
    name: string,
    { type = '', itemprop, rel = '', content, datetime }: Attributes,
  ): Capture | undefined {
    const depth = this.depth - 1;
    if (name === 'script')
      return /ld\+json/iu.test(type)
        ? { depth, text: '', into: (text) => this.add(this.blocks, text, LONGEST_BLOCK) }
        : undefined;
    if (name === 'title' && this.title === undefined)
      return { depth, text: '', into: (text) => (this.title ??= text) };
    if (name === 'h1') return { depth, text: '', into: (text) => this.add(this.headings, text) };
    if (name === 'time' && datetime === undefined)
      return { depth, text: '', into: (text) => this.add(this.times, text) };
    if (/\bauthor\b/iu.test(rel)) return { depth, text: '', into: (text) => this.say('rel:author', text) };
    if (
      itemprop === undefined ||
      content !== undefined ||
      datetime !== undefined ||
      /articlebody/iu.test(itemprop)
    )
      return undefined;
    return { depth, text: '', into: (text) => this.say(itemprop, text) };
  }

  private finish({ text, into }: Capture): void {
    this.capture = undefined;
    into(text);
  }

  private say(names: string, value: string | undefined): void {
    if (value === undefined) return;
    for (const name of names.toLowerCase().split(/\s+/u)) {
      const values = this.said.get(name) ?? [];
      this.said.set(name, values);
      this.add(values, value);
    }
  }

  /** A page that says too much is not remembered for it. */
  private add(values: string[], value: string, longest: number = LONGEST_VALUE): void {
    if (value.trim() === '' || value.length > longest || ++this.values > MOST_VALUES) return;
    values.push(value);
  }
}

const LONGEST_BLOCK = 2 ** 20;

interface Capture {
  /** Of the element itself. */
  readonly depth: number;
  text: string;
  readonly into: (text: string) => void;
}

function attributesOf(attributes: Attributes): string {
  return KEPT.filter((name) => Object.hasOwn(attributes, name))
    .map((name) => ` ${name}="${escaped(attributes[name])}"`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
