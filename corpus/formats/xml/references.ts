/**
 * Mends the commonest fault of feeds before they are parsed as a stream: an ampersand that begins no reference (`A & B`), which would
 * swallow what follows. Takes and gives text in pieces of any size; sections of characters (CDATA) stay as they are.
 */

export async function* withSoundReferences(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let isSection = false;
  const mend = (text: string): string => {
    let mended = '';
    for (let at = 0; at < text.length; ) {
      const mark = isSection ? SECTION_END : SECTION;
      const found = text.indexOf(mark, at);
      const end = found < 0 ? text.length : found + mark.length;
      const part = text.slice(at, end);
      mended += isSection ? part : part.replace(BARE, '&amp;');
      if (found >= 0) isSection = !isSection;
      at = end;
    }
    return mended;
  };
  for await (const text of texts) {
    const all = rest + text;
    // What the next piece may complete waits for it.
    const tail = all.slice(-LONGEST).search(/[&<\]]/u);
    const end = tail < 0 ? all.length : Math.max(0, all.length - LONGEST) + tail;
    rest = all.slice(end);
    yield mend(all.slice(0, end));
  }
  yield mend(rest);
}

const SECTION = '<![CDATA[';
const SECTION_END = ']]>';
const BARE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z_][\w.-]{0,31});)/giu;
/** More than a reference or a mark has. */
const LONGEST = 48;
