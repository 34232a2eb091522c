/** Whether markup is that of a page: its first declaration or element says so. Takes the beginning of a text. */

const BEFORE = /^(?:\s+|<!--[\s\S]*?-->|<\?xml\b[^>]*\?>)/u;
const PAGE =
  /^<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|base|main|article|section|header|div|p|h1|h2|table|center|font|span)\b/iu;

export function isPage(text: string): boolean {
  let rest = text;
  for (let before = BEFORE.exec(rest); before !== null; before = BEFORE.exec(rest))
    rest = rest.slice(before[0].length);
  return (
    PAGE.test(rest) &&
    !/^<(?:article|head|body|title|section|p)\b[^>]*\bxmlns\s*=\s*["'](?!http:\/\/www\.w3\.org\/1999\/xhtml)/iu.test(
      rest,
    )
  );
}
