/**
 * One stage of the pipeline alone: what comes before it is done for each article outside the time that counts, so
 * that the stage finds its layers as fresh as in the whole. The steps repeat the lines of `pipeline/index.ts`; a
 * comparison with its result, before anything is measured, keeps them from falling behind it.
 */
import { serialize, toJsonLd } from '../output/json-ld.js';
import { openBuiltin } from '../packs/builtin.js';
import { attributeAll } from '../pipeline/attribute/attribute.js';
import { buildDocument } from '../pipeline/build.js';
import type { Article, Document, Problem } from '../pipeline/document.js';
import { type Compiled, compile, extract } from '../pipeline/index.js';
import { inspectText } from '../pipeline/inspect.js';
import type { Layers } from '../pipeline/layers.js';
import { lookUp } from '../pipeline/lookup/lookup.js';
import { findCues } from '../pipeline/quote/cues.js';
import { pairMarks } from '../pipeline/quote/marks.js';
import { findQuotations } from '../pipeline/quote/quotations.js';
import { recognize } from '../pipeline/recognize/recognize.js';
import { shapeTokens } from '../pipeline/recognize/shapes.js';
import { resolveEntities } from '../pipeline/resolve/entities.js';
import { segment } from '../pipeline/segment.js';
import { tokenize } from '../pipeline/tokenize.js';
import type { Setting, Text, Throughput } from './measurement.js';
import { STAGE_NAMES, type StageName } from './stage-names.js';
import { throughput } from './stopwatch.js';
import { readTexts } from './texts.js';

export async function stageCase(name: StageName, setting: Setting): Promise<Throughput> {
  const texts = await readTexts(setting.texts);
  const compiled = compile(openBuiltin());
  const steps = stepsWith(compiled);
  checkSteps(steps, compiled, texts.slice(0, 50));
  const before = STAGE_NAMES.slice(0, STAGE_NAMES.indexOf(name)).filter((stage) => stage !== 'toJsonLd');
  return throughput(texts, setting.seconds, {
    prepare: (text) => {
      const way = wayOf(text);
      for (const stage of before) steps[stage](way);
      return way;
    },
    run: (way) => {
      steps[name](way);
      return 1;
    },
  });
}

/** An article on its way: what the stages so far have made of it. */
interface Way extends Layers {
  article: Article;
  problems: readonly Problem[];
  tokens: Layers['tokens'];
  lookups: Layers['lookups'];
  marks: Layers['marks'];
  segments: Layers['segments'];
  shapes: Layers['shapes'];
  figures: Layers['figures'];
  mentions: ReturnType<typeof recognize>;
  cues: ReturnType<typeof findCues>;
  drafts: ReturnType<typeof findQuotations>;
  attributed: ReturnType<typeof attributeAll>;
  document: Document;
  jsonLd: object;
  line: string;
}

type Steps = Readonly<Record<StageName, (way: Way) => void>>;

function wayOf({ text }: Text): Way {
  return { article: { identifier: 'bench', text } } as Way;
}

function stepsWith({ lexicon, rules, memory }: Compiled): Steps {
  return {
    inspect: (way) => {
      const { text, problems } = inspectText(way.article.text, []);
      way.article = { ...way.article, text };
      way.problems = problems;
    },
    tokenize: (way) => {
      way.tokens = tokenize(way.article.text);
    },
    lookUp: (way) => {
      way.lookups = lookUp(lexicon, memory, way.tokens);
    },
    pairMarks: (way) => {
      way.marks = pairMarks(way.tokens);
    },
    segment: (way) => {
      way.segments = segment(way.tokens, way.marks, way.lookups);
    },
    shapes: (way) => {
      way.shapes = shapeTokens(way.tokens, way.lookups, way.marks);
    },
    recognize: (way) => {
      way.mentions = recognize(rules, way.tokens, way.lookups, way.marks, way.shapes, way.segments);
    },
    resolveEntities: (way) => {
      way.figures = resolveEntities(way.tokens, way.lookups, way.shapes, way.mentions);
    },
    ...laterSteps(),
  };
}

function laterSteps(): Pick<Steps, 'quotations' | 'attribute' | 'build' | 'toJsonLd' | 'serialize'> {
  return {
    quotations: (way) => {
      way.cues = findCues(way);
      way.drafts = findQuotations(way, way.cues);
    },
    attribute: (way) => {
      way.attributed = attributeAll(way, way.drafts, way.cues);
    },
    build: (way) => {
      const problems = [...way.problems, ...way.marks.problems];
      const { drafts, attributions } = way.attributed;
      way.document = buildDocument(way.article, way, drafts, attributions, problems);
    },
    toJsonLd: (way) => {
      way.jsonLd = toJsonLd(way.document);
    },
    serialize: (way) => {
      way.line = serialize(way.document);
    },
  };
}

function checkSteps(steps: Steps, compiled: Compiled, texts: readonly Text[]): void {
  for (const text of texts) {
    const way = wayOf(text);
    const expected = serialize(extract(compiled, way.article));
    for (const stage of STAGE_NAMES) steps[stage](way);
    if (way.line !== expected) {
      throw new Error(
        'the steps of bench/stages.ts give another result than pipeline/index.ts; bring them up to date',
      );
    }
  }
}
