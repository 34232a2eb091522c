/** Which differences there are between what was found before and after, one sort at a time. */
import { compareArticle } from '../../../check/diff/article.js';
import { createExtractor, toJsonLd } from '../../../index.js';
import type { JsonLdArticle, JsonLdQuotation } from '../../../output/json-ld-types.js';

const TEXT = [
  'قال سامر الحيدروسي إن الجسر جاهز للسير.',
  'وأضاف الحيدروسي: «لن نغلق الطريق». وأكدت هالة منصور في بيروت أن المدارس مفتوحة.',
].join('\n');
const article = toJsonLd(createExtractor().extract({ identifier: 'one', text: TEXT }));

/** A deep copy, to be changed. */
type Open<Value> = Value extends object ? { -readonly [Key in keyof Value]: Open<Value[Key]> } : Value;

function changed(change: (article: Open<JsonLdArticle>) => void): JsonLdArticle {
  const copy = structuredClone(article) as Open<JsonLdArticle>;
  change(copy);
  return copy as JsonLdArticle;
}

function differences(after: JsonLdArticle, before = article): readonly string[] {
  const outcome = compareArticle(before, after);
  if (outcome.outcome !== 'compared') return [outcome.outcome];
  return outcome.differences.map(({ subject, change, note, before: one, after: other }) => {
    const words = [one?.text, other?.text].filter((text) => text !== undefined);
    return [subject, change, [...new Set(words)].join(' → '), note].filter((part) => part).join(' | ');
  });
}

const entityNamed = (copy: Open<JsonLdArticle>, name: string) =>
  copy.mentions!.find((one) => one.name === name)!;
const first = (copy: Open<JsonLdArticle>): Open<JsonLdQuotation> => copy.quotations![0];

test('the article is what these tests take it for', () => {
  expect(article.mentions?.map(({ name }) => name)).toEqual(['سامر الحيدروسي', 'هالة منصور', 'بيروت']);
  expect(article.quotations?.map(({ text }) => text)).toEqual([
    'الجسر جاهز للسير',
    'لن نغلق الطريق',
    'المدارس مفتوحة',
  ]);
});

test('what says nothing of the text makes no difference', () => {
  expect(
    differences(
      changed((copy) => {
        copy.generatedBy = 'urn:isnad:extractor:sha256:other';
        copy['@context'] = {};
      }),
    ),
  ).toEqual(['same']);
});

test('another text is not compared', () => {
  expect(
    differences(
      changed((copy) => {
        copy.textDigest = 'sha256:0';
      }),
    ),
  ).toEqual(['other text']);
});

test('a mention and its entity, lost and gained', () => {
  const without = changed((copy) => {
    copy.mentions!.pop();
  });
  expect(differences(without)).toEqual(['mention | lost | بيروت', 'entity | lost | بيروت']);
  expect(differences(article, without)).toEqual(['mention | gained | بيروت', 'entity | gained | بيروت']);
});

test('moved, and re-typed', () => {
  const moved = changed((copy) => {
    const [occurrence] = entityNamed(copy, 'هالة منصور').occurrences;
    occurrence.end -= 6;
    occurrence.text = 'هالة';
  });
  expect(differences(moved)).toEqual(['mention | moved | هالة منصور → هالة']);
  const typed = changed((copy) => {
    entityNamed(copy, 'بيروت').type = 'Organization';
  });
  expect(differences(typed)).toEqual(['mention | re-typed | بيروت', 'entity | re-typed | بيروت']);
});

test('a link, a name, a title of an entity', () => {
  const after = changed((copy) => {
    Object.assign(entityNamed(copy, 'هالة منصور'), {
      jobTitle: ['وزيرة التربية'],
      canonicalName: 'هالة منصور',
    });
  });
  expect(differences(after)).toEqual([
    'entity | changed | هالة منصور | canonical name none → هالة منصور; titles none → وزيرة التربية',
  ]);
});

test('one entity taken apart: only the parts are told, not each mention', () => {
  const apart = changed((copy) => {
    const entity = entityNamed(copy, 'سامر الحيدروسي');
    const [, later] = entity.occurrences;
    entity.occurrences.splice(1, 1);
    copy.mentions!.push({ ...entity, id: `${entity.id}-2`, name: 'الحيدروسي', occurrences: [later] });
  });
  expect(differences(apart)).toContain('entity | gained | الحيدروسي | its mentions were of سامر الحيدروسي');
  expect(differences(apart).filter((one) => one.startsWith('mention'))).toEqual([]);
});

test('another speaker, nobody, and other words of the speaker', () => {
  const other = changed((copy) => {
    first(copy).speaker = [entityNamed(copy, 'هالة منصور').id];
  });
  expect(differences(other)).toEqual([
    'quotation | re-attributed | الجسر جاهز للسير | سامر الحيدروسي → هالة منصور',
  ]);
  const nobody = changed((copy) => {
    delete first(copy).speaker;
    delete first(copy).speakerText;
    delete first(copy).speakerSpan;
    first(copy).resolution = 'none';
  });
  expect(differences(nobody)).toEqual([
    'quotation | re-attributed | الجسر جاهز للسير | سامر الحيدروسي → nobody',
  ]);
});

test('a quotation that is longer, denied and direct', () => {
  const after = changed((copy) => {
    first(copy).end += 1;
    first(copy).text += '.';
    first(copy).polarity = 'denied';
    first(copy).kind = 'direct';
  });
  expect(differences(after)).toEqual([
    'quotation | moved | الجسر جاهز للسير → الجسر جاهز للسير.',
    'quotation | changed | الجسر جاهز للسير → الجسر جاهز للسير. | kind indirect → direct; polarity asserted → denied',
  ]);
});

test('the same findings by other rules are no loss', () => {
  const after = changed((copy) => {
    const [occurrence] = entityNamed(copy, 'بيروت').occurrences;
    occurrence.evidence = ['place/other'];
    occurrence.confidence = '0.5';
  });
  expect(differences(after)[0]).toMatch(
    /^mention \| re-explained \| بيروت \| by \S+ → by place\/other; confidence \S+ → 0\.5$/u,
  );
});

test('without knowledge of the packs what follows from a lost name is put down to its rule', () => {
  const outcome = compareArticle(
    article,
    changed((copy) => {
      copy.mentions!.shift();
      for (const quotation of copy.quotations!.slice(0, 2)) {
        delete quotation.speaker;
        delete quotation.speakerText;
      }
    }),
  );
  const [{ rules }] = [article.mentions![0].occurrences[0].evidence!].map((rules) => ({ rules }));
  expect(outcome.outcome === 'compared' && [...new Set(outcome.differences.map(({ by }) => by))]).toEqual(
    rules,
  );
});
