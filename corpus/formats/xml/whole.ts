/**
 * Reads an XML document that is held in memory, with fast-xml-parser: takes its text, tells the collector what is in it. Entities of
 * its own are expanded within bounds; nothing outside of it is ever fetched.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { DEEPEST, type RecordCollector, XmlTooDeep } from './collector.js';

/** The document names something that stands outside of it. */
export class XmlOutside extends Error {}
/** The document's own entities make more of it than they may. */
export class XmlExpanded extends Error {}
/** The document is not well-formed, or the parser cannot read it. */
export class XmlUnread extends Error {}

/**
 * Reads a whole document. Where it ends too early, what was left open is left open in the collector as well.
 * @throws XmlTooDeep, XmlOutside, XmlExpanded or XmlUnread; nothing was told to the collector then
 */
export function readWhole(text: string, collector: RecordCollector): void {
  const nodes = parse(text);
  const isWhole = isEnded(text, nodes);
  for (const [index, node] of nodes.entries()) tell(node, collector, !isWhole && index === nodes.length - 1);
}

type Node = Readonly<Record<string, unknown>>;
type Attributes = Readonly<Record<string, string>>;

const EXPANDED = 1_000_000;
const ENTITIES = 1000;

function parse(text: string): readonly Node[] {
  // The parser takes any end for that of the innermost element, and would put one record into another.
  if (XMLValidator.validate(text, { allowBooleanAttributes: true }) !== true) throw new XmlUnread();
  const parser = new XMLParser({
    // References to single characters count too, and there are at most so many.
    processEntities: {
      enabled: true,
      maxTotalExpansions: text.length + 1,
      maxExpandedLength: EXPANDED,
      maxEntityCount: ENTITIES,
    },
    htmlEntities: true,
    parseTagValue: false,
    trimValues: false,
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: DEEPEST,
  });
  try {
    return parser.parse(text);
  } catch (error) {
    const { message } = error as Error;
    if (/nested tags exceeded/u.test(message)) throw new XmlTooDeep();
    if (/External entit/u.test(message)) throw new XmlOutside(message);
    if (/limit exceeded|exceeds maximum|Entity count/iu.test(message)) throw new XmlExpanded(message);
    throw new XmlUnread(message);
  }
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

function tell(node: Node, collector: RecordCollector, isLeftOpen: boolean): void {
  const text = node[TEXT];
  if (text !== undefined) {
    collector.characters(String(text));
    return;
  }
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';
  const children = node[name] as readonly Node[];
  collector.enter(name, Object.entries((node[ATTRIBUTES] ?? {}) as Attributes));
  for (const [index, child] of children.entries())
    tell(child, collector, isLeftOpen && index === children.length - 1);
  if (!isLeftOpen) collector.leave();
}

/** The parser closes what is open at the end without a word; a document that is whole ends with the end of its root. */
function isEnded(text: string, nodes: readonly Node[]): boolean {
  const names = nodes.map((node) => Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT));
  const root = names.findLast((name) => name !== undefined);
  if (root === undefined) return true;
  const tail = text
    .slice(-LONGEST_TAIL)
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/gu, '')
    .trimEnd();
  return tail.endsWith('/>') ? names.length > 0 && !tail.includes('</') : ENDING.exec(tail)?.[1] === root;
}

const LONGEST_TAIL = 4096;
const ENDING = /<\/([^\s<>]+)\s*>$/u;
