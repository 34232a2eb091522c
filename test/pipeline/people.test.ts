/** What is no part of a person's name: each sentence says which people are found in it. */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

function peopleIn(text: string): string[] {
  return extractor
    .extract({ identifier: 'a', text })
    .entities.filter(({ type }) => type === 'Person')
    .flatMap(({ mentions }) => mentions)
    .sort((a, b) => a.start - b.start)
    .map(({ name }) => name);
}

test.each<readonly [says: string, text: string, people: readonly string[]]>([
  ['a number behind an article', 'أبلغت الإدارة المعتقلين ال450 بالقرار.', []],
  ['a number behind a given name', 'باع سليم 2500 نسخة من كتابه.', []],
  ['an unlisted surname behind a given name', 'زارت سميرة كورمالدة المعرض.', ['سميرة كورمالدة']],
])('%s', (_, text, people) => {
  expect(peopleIn(text)).toEqual(people);
});
