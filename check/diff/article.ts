/**
 * Compares one article on both sides: takes two output objects, gives every difference with its causes. Ignores what says nothing
 * about the text, such as `generatedBy` and the context.
 */
import type { JsonLdArticle } from '../../output/json-ld-types.js';
import { blame, type Suspects } from './causes.js';
import { compareFindings, type RawDifference, speakerOf } from './compare.js';
import type { ArticleName, ArticleOutcome, Difference, Passage } from './difference.js';
import { type FoundThing, findingsOf, type Roots } from './findings.js';

/** What two extractors know beyond their output. */
export interface Insight {
  readonly before: Roots;
  readonly after: Roots;
  readonly suspects: Suspects;
}

export function compareArticle(
  before: JsonLdArticle,
  after: JsonLdArticle,
  insight?: Insight,
): ArticleOutcome {
  const article = nameOf(before);
  if (before.textDigest !== after.textDigest) return { outcome: 'other text', article };
  const raw = compareFindings(findingsOf(before, insight?.before), findingsOf(after, insight?.after));
  if (raw.length === 0) return { outcome: 'same' };
  const blames = blame(raw, insight?.suspects);
  const differences = raw.map((one, index): Difference => ({ ...described(one), ...blames[index] }));
  const text = before.articleBody ?? after.articleBody;
  return {
    outcome: 'compared',
    article,
    differences,
    digest: before.textDigest,
    ...(text === undefined ? {} : { text }),
  };
}

export function nameOf({ id, identifier }: JsonLdArticle): ArticleName {
  return { id, identifier };
}

function described({ change, before, after, note }: RawDifference): Omit<Difference, 'causes' | 'by'> {
  const { subject } = (before ?? after)!;
  return {
    subject,
    change,
    ...(before === undefined ? {} : { before: passageOf(before) }),
    ...(after === undefined ? {} : { after: passageOf(after) }),
    ...(note === undefined ? {} : { note }),
  };
}

function passageOf(found: FoundThing): Passage {
  const { start, end, text, rules, confidence } = found;
  const common = { start, end, text, rules, ...(confidence === undefined ? {} : { confidence }) };
  if (found.subject === 'entity') return { ...common, type: found.type, name: found.name };
  if (found.subject === 'mention') return { ...common, type: found.type, name: found.entity.name };
  const speaker = speakerOf(found);
  return { ...common, type: found.kind, ...(speaker === undefined ? {} : { speaker }) };
}
