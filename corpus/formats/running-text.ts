/**
 * Builds the running text of marked-up content: takes its elements and characters one by one, gives text in which each block
 * is a line and white space is single. Knows the blocks of HTML, NITF and TEI; what no reader sees is left out.
 */

export class RunningText {
  private readonly lines: string[] = [];
  private line = '';
  /** Open elements whose content is no text. */
  private hidden: string | undefined;
  private hiddenDepth = 0;
  private preformatted = 0;

  open(name: string): void {
    if (this.hidden !== undefined) {
      if (name === this.hidden) this.hiddenDepth++;
    } else if (HIDDEN.has(name)) {
      this.hidden = name;
      this.hiddenDepth = 1;
    } else if (name === 'br' || name === 'lb') this.endLine();
    else if (BLOCKS.has(name)) {
      this.endLine();
      if (name === 'pre') this.preformatted++;
    } else if (CELLS.has(name)) this.line += ' ';
  }

  close(name: string): void {
    if (this.hidden !== undefined) {
      if (name === this.hidden && --this.hiddenDepth === 0) this.hidden = undefined;
    } else if (BLOCKS.has(name)) {
      this.endLine();
      if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
    } else if (CELLS.has(name)) this.line += ' ';
  }

  text(characters: string): void {
    if (this.hidden !== undefined) return;
    if (this.preformatted === 0) {
      this.line += characters;
      return;
    }
    const [first, ...others] = characters.split('\n');
    this.line += first;
    for (const other of others) {
      this.endLine();
      this.line += other;
    }
  }

  toString(): string {
    this.endLine();
    return this.lines.join('\n');
  }

  private endLine(): void {
    const line = this.line.replace(SPACES, ' ').trim();
    if (line !== '') this.lines.push(line);
    this.line = '';
  }
}

/** White space of markup, and the spaces that pages use to push words apart. */
const SPACES = /[\s\u00a0]+/gu;

const HIDDEN: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'object',
    'svg',
    'math',
    'head',
    'button',
    'select',
  ],
  ...['textarea', 'audio', 'video', 'canvas', 'media', 'teiheader', 'ref-list'],
]);

const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'div',
  ],
  ...['dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section'],
  ...['summary', 'table', 'tbody', 'tfoot', 'thead', 'title', 'tr', 'ul'],
  ...[
    'block',
    'bq',
    'byline',
    'byttl',
    'dateline',
    'distributor',
    'fn',
    'hedline',
    'hl1',
    'hl2',
    'note',
    'tagline',
  ],
  ...[
    'ab',
    'argument',
    'closer',
    'head',
    'item',
    'l',
    'lg',
    'list',
    'opener',
    'quote',
    'salute',
    'sp',
    'speaker',
    'trailer',
  ],
  ...['headline', 'para', 'paragraph', 'subheadline', 'text'],
]);

const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'cell']);
