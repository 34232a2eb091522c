/** The encoding that a page declares in its first bytes, by a `meta` tag or an XML declaration. Takes bytes, gives a name or nothing. */

const LOOKED_AT = 8192;

const META = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/iu;
const XML = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/u;

export function declaredIn(bytes: Buffer): string | undefined {
  const text = bytes
    .subarray(0, LOOKED_AT)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '');
  const [, name] = XML.exec(text) ?? META.exec(text) ?? [];
  // What can be read byte by byte is not in UTF-16, whatever it says.
  return name !== undefined && /^(?:utf-?16|ucs-?2|utf-?32)/iu.test(name) ? 'utf-8' : name;
}

/** The encoding in the header of an answer: `text/html; charset=windows-1256`. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(contentType ?? '')?.[1];
}
