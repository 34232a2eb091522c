/**
 * The running text of wikitext: templates, tables, references, files and categories go, links leave their words, headings and list
 * entries become lines. Takes text that may be malformed in any way, and the time is bounded by its length.
 */
import { htmlToText } from './html-text.js';

export function plainOfWikitext(source: string): string {
  const open = source
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replace(UNSEEN, ' ')
    .replace(EMPTY_REFERENCE, '');
  const prose = withoutLinks(withoutNested(withoutNested(open, '{{', '}}'), '{|', '|}'));
  return htmlToText(prose.split('\n').map(plainLine).join('<br>'));
}

/** Elements whose content is no prose. */
const UNSEEN =
  /<(ref|math|gallery|timeline|score|syntaxhighlight|source|imagemap|graph|mapframe|templatedata)\b(?:[^<>/]|\/(?!>))*>[\s\S]*?(?:<\/\1\s*>|$)/giu;
const EMPTY_REFERENCE = /<(?:ref|references|section|br clear)\b[^<>]*\/>/giu;

/** Leaves out what stands between two marks, which may be nested; a mark without a partner is only a mark. */
function withoutNested(text: string, start: string, end: string): string {
  const starts: number[] = [];
  const gaps: (readonly [number, number])[] = [];
  for (let at = nextOf(text, start, end, 0); at >= 0; ) {
    const isStart = text.startsWith(start, at);
    if (isStart) starts.push(at);
    else {
      const from = starts.pop();
      if (from !== undefined && starts.length === 0) gaps.push([from, at + end.length]);
    }
    at = nextOf(text, start, end, at + (isStart ? start.length : end.length));
  }
  let kept = '';
  let from = 0;
  for (const [gapStart, gapEnd] of gaps) {
    kept += text.slice(from, gapStart);
    from = gapEnd;
  }
  return kept + text.slice(from);
}

function nextOf(text: string, start: string, end: string, from: number): number {
  // Both marks begin or end with a brace, so that one pass over the braces finds either.
  for (let at = from; at < text.length - 1; at++) {
    const code = text.charCodeAt(at);
    if (code !== OPEN_BRACE && code !== CLOSE_BRACE && code !== BAR) continue;
    if (text.startsWith(start, at) || text.startsWith(end, at)) return at;
  }
  return -1;
}

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BAR = 0x7c;

/** `[[target|words]]` leaves its words, a file or category nothing; links may stand in the caption of a file. */
function withoutLinks(text: string): string {
  const outer: string[] = [];
  let line = '';
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(/\[\[|\]\]/gu)) {
    line += text.slice(at, index);
    at = index + 2;
    if (mark === '[[' && outer.length < DEEPEST_LINK) {
      outer.push(line);
      line = '';
    } else if (mark === ']]' && outer.length > 0) line = `${outer.pop()}${wordsOf(line)}`;
  }
  line += text.slice(at);
  return [...outer, line].join('');
}

const DEEPEST_LINK = 16;

function wordsOf(link: string): string {
  const [target, ...labels] = link.split('|');
  if (UNREAD_TARGET.test(target)) return '';
  return labels.at(-1) ?? target.replace(/^:/u, '');
}

const UNREAD_TARGET =
  /^\s*(?:file|image|media|category|\u0645\u0644\u0641|\u0635\u0648\u0631\u0629|\u0648\u0633\u0627\u0626\u0637|\u062a\u0635\u0646\u064a\u0641|[a-z]{2,3}(?:-[a-z]+)?)\s*:/iu;

function plainLine(line: string): string {
  return headingOf(line.trim())
    .replace(/^[*#:;]+/u, '')
    .replace(/^-{4,}/u, '')
    .replace(/\[(?:https?:)?\/\/[^\s\][]+(?:\s([^\][]*))?\]/giu, (_, words = '') => words)
    .replace(/'{2,5}/gu, '')
    .replace(/__[A-Z]{2,30}__/gu, '');
}

/** `== words ==` */
function headingOf(line: string): string {
  let level = 0;
  while (level < 6 && line[level] === '=' && line[line.length - 1 - level] === '=') level++;
  return level === 0 || line.length <= 2 * level ? line : line.slice(level, -level).trim();
}
