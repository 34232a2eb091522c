/**
 * An element of XML as the vocabularies see it, whichever parser read it, and the few ways in which they look into it. Names are
 * in lower case, with the usual prefix of their namespace (`content:encoded`).
 */
import { RunningText } from '../running-text.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childrenOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  );
}

/** What stands at a path of names, from child to child: the first of each name. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (found, name) => (found === undefined ? undefined : childrenOf(found, name)[0]),
    element,
  );
}

/** Elements of these names at any depth, in their order, none within another. */
export function within(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    names.includes(child.name) ? [child] : within(child, ...names),
  );
}

/** All its characters, as they are. */
export function charactersOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : charactersOf(child))).join('');
}

/** Its characters as one line; nothing when there are none. */
export function lineOf(element: XmlElement | undefined): string | undefined {
  return charactersOf(element).replace(/\s+/gu, ' ').trim() || undefined;
}

/** The first of the paths that has characters, as one line. */
export function firstLine(element: XmlElement, paths: readonly (readonly string[])[]): string | undefined {
  for (const path of paths) {
    const line = lineOf(childAt(element, ...path));
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Its text with a line for each block. */
export function runningTextOf(...elements: readonly XmlElement[]): string {
  const text = new RunningText();
  const add = (element: XmlElement): void => {
    const name = localName(element.name);
    text.open(name);
    for (const child of element.children) {
      if (typeof child === 'string') text.text(child);
      else add(child);
    }
    text.close(name);
  };
  for (const element of elements) {
    add(element);
    text.open('br');
  }
  return text.toString();
}

/** Whether it holds elements, and not only characters. */
export function hasElements(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string');
}

export function attribute(element: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = element?.attributes.get(name)?.trim();
    if (value) return value;
  }
  return undefined;
}
