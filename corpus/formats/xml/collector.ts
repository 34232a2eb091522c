/**
 * Finds the records in XML while it is read: takes elements and characters in their order, gives each record's element whole with what
 * the document says of all its records. Outside of records it keeps only short values. What is too deep, or too large, is told.
 */
import { FIELD_NAMES, plainName } from '../field-names.js';
import { localName, type XmlElement } from './element.js';
import { Namespaces } from './namespaces.js';

/** A record: an element with all that is in it. */
export interface Collected {
  readonly element: XmlElement;
  readonly context: Context;
  /** As `xml:lang` says, of it or around it. */
  readonly language: string | undefined;
  /** Characters and names in it, in bytes of UTF-8. */
  readonly bytes: number;
  /** Its content was not held. */
  readonly isTooLarge: boolean;
}

/** What was said outside of records, by `parent name`. */
export type Context = ReadonlyMap<string, string>;

/** Thrown when elements are nested more deeply than any document does. */
export class XmlTooDeep extends Error {}

export const DEEPEST = 256;
const MOST_ATTRIBUTES = 256;
/** What is kept of an element that is not, or not yet, part of a record. */
const MOST_ELEMENTS = 64;
const LONGEST_VALUE = 4096;
const MOST_CONTEXT = 256;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  readonly language: string | undefined;
  /** Characters and elements that were kept outside of a record. */
  kept: number;
  elements: number;
}

export class RecordCollector {
  private readonly namespaces = new Namespaces();
  private readonly open: Open[] = [];
  private readonly context = new Map<string, string>();
  private readonly ready: Collected[] = [];
  /** How many elements are open around and with the record at hand; 0 outside of records. */
  private recordDepth = 0;
  private isSure = false;
  private bytes = 0;
  private readonly texts: ReadonlySet<string>;

  /**
   * @param largest bytes of a record that are held
   * @param textField the path of the text within a record, where a person gave one
   */
  constructor(
    private readonly largest: number,
    textField?: string,
  ) {
    this.texts = textField === undefined ? TEXTS : new Set([plainName(textField.split('.')[0])]);
  }

  enter(written: string, attributes: readonly (readonly [string, string])[]): void {
    if (this.open.length >= DEEPEST) throw new XmlTooDeep();
    const known = attributes.slice(0, MOST_ATTRIBUTES);
    const name = this.namespaces.enter(written, known);
    const own = new Map(known.map(([key, value]) => [key.toLowerCase(), value]));
    const language = own.get('xml:lang') ?? this.open.at(-1)?.language;
    this.open.push({ name, attributes: own, children: [], language, kept: 0, elements: 0 });
    this.look(name, own);
    this.bytes += written.length;
  }

  characters(text: string): void {
    const element = this.open.at(-1);
    if (element === undefined) return;
    if (this.recordDepth === 0) {
      element.kept += text.length;
      if (element.kept <= LONGEST_VALUE) element.children.push(text);
      return;
    }
    this.bytes += Buffer.byteLength(text);
    if (this.bytes <= this.largest) element.children.push(text);
    else this.drop();
  }

  leave(): void {
    const element = this.open.pop();
    this.namespaces.leave();
    if (element === undefined) return;
    const { name, attributes, children, language } = element;
    if (this.recordDepth === this.open.length + 1) this.finish({ name, attributes, children }, language);
    else if (this.recordDepth > 0 || this.isShort(element))
      this.open.at(-1)?.children.push({ name, attributes, children });
    if (this.recordDepth === 0) this.note(element);
  }

  /** The records that became whole since the last time. */
  take(): readonly Collected[] {
    return this.ready.splice(0);
  }

  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /** Whether a record begins with this element, or has begun with the one around it. */
  private look(name: string, attributes: ReadonlyMap<string, string>): void {
    const isInside = this.recordDepth > 0;
    const isRecord = isInside ? !this.isSure && DOCUMENTS.has(name) : RECORDS.has(name);
    if (isRecord || isArticleDivision(name, attributes)) this.begin(this.open.length, true);
    else if (!isInside && this.open.length > 1 && this.isText(name)) this.begin(this.open.length - 1, false);
  }

  private begin(depth: number, isSure: boolean): void {
    if (this.recordDepth === 0) this.bytes = 0;
    this.recordDepth = depth;
    this.isSure = isSure;
  }

  private finish(element: XmlElement, language: string | undefined): void {
    const { bytes, context } = this;
    this.ready.push({ element, context, language, bytes, isTooLarge: bytes > this.largest });
    this.recordDepth = 0;
  }

  private drop(): void {
    for (let depth = this.recordDepth - 1; depth < this.open.length; depth++) this.open[depth].children = [];
  }

  private isText(name: string): boolean {
    return this.texts.has(plainName(localName(name)));
  }

  /** Whether an element is kept for the record that its parent may be, with what else is kept there. */
  private isShort({ kept, elements }: Open): boolean {
    const parent = this.open.at(-1);
    if (parent === undefined || parent.elements + elements >= MOST_ELEMENTS || kept > LONGEST_VALUE)
      return false;
    parent.elements += elements + 1;
    return true;
  }

  private note({ name, children }: Open): void {
    const key = `${this.open.at(-1)?.name ?? ''} ${name}`;
    const value = children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim();
    if (value === '' || this.context.has(key) || this.context.size >= MOST_CONTEXT) return;
    this.context.set(key, value);
  }
}

/** Elements that are records by themselves, also within what was taken for one. */
const DOCUMENTS: ReadonlySet<string> = new Set(['atom:entry', 'nitf', 'newsitem', 'tei', 'tei.2']);
/** Elements that are records where none is open. */
const RECORDS: ReadonlySet<string> = new Set([...DOCUMENTS, 'item', 'page']);

/** A newspaper in TEI has its articles in divisions. */
function isArticleDivision(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return name === 'div' && /^(?:article|news|story)$/iu.test(attributes.get('type') ?? '');
}

/** An element with a child of such a name is a record. */
const TEXTS: ReadonlySet<string> = new Set(
  FIELD_NAMES.text.filter(
    (name) =>
      !/^(?:story|article|post|message|document|html|description|summary|abstract|الخبر|المقال)$/u.test(name),
  ),
);
