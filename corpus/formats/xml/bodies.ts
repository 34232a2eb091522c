/** Where items of feeds keep their text, the fullest first. */
export const FEED_BODIES: readonly string[] = [
  ...[
    'content:encoded',
    'atom:content',
    'content',
    'body',
    'xhtml:body',
    'xhtml:div',
    'fulltext',
    'full-text',
    'yandex:full-text',
  ],
  ...['text', 'media:text', 'description', 'atom:summary', 'summary', 'dc:description', 'media:description'],
];
