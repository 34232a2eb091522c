/**
 * Plain text out of fields that may hold HTML, although nothing says so: takes a value, gives it as it is, or without the
 * markup that it evidently has. The parser is loaded when the first markup is met.
 */

/** The text of a value: of HTML its running text, of plain text with references (`&quot;`) the characters that they mean. */
export async function withoutMarkup(value: string): Promise<string> {
  if (TAG.test(value)) return (await import('./html-text.js')).htmlToText(value);
  if (REFERENCE.test(value)) return (await import('./html-text.js')).decodeReferences(value);
  return value;
}

/** An element that text in angle brackets is not mistaken for. */
const TAG =
  /<\/(?:a|article|b|blockquote|div|em|figure|font|h[1-6]|i|li|ol|p|pre|section|span|strong|table|td|u|ul)\s*>|<(?:br|hr|img|p|div|span)(?:\s[^<>]*)?\/?>|<!\[CDATA\[|<!--/iu;

const REFERENCE =
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|quot|apos|lt|gt|nbsp|[lr]aquo|[lrb]dquo|[lrs]squo|sbquo|hellip|[mn]dash|zwnj|rlm|lrm|bull|middot|copy|reg|deg|eacute|iquest|times);/iu;
