/** The head of an HTTP answer: takes the bytes of the answer, gives what its first lines say and where its body begins. */

export interface HttpHead {
  readonly status: number;
  /** By name in lower case; of several of one name the last. */
  readonly headers: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly length: number;
}

/** Nothing while the head is not yet whole. */
export function httpHead(bytes: Buffer): HttpHead | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split(/\r?\n/u);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { status: Number(/^HTTP\/\S+\s+(\d{3})/iu.exec(first)?.[1] ?? 0), headers, length: end };
}

/** Behind the first empty line; some servers end their lines without CR. */
function endOf(bytes: Buffer): number | undefined {
  const ends = [
    ['\r\n\r\n', 4],
    ['\n\n', 2],
  ] as const;
  const found = ends.flatMap(([mark, length]) => {
    const at = bytes.indexOf(mark);
    return at < 0 ? [] : [at + length];
  });
  return found.length === 0 ? undefined : Math.min(...found);
}
