/** The last step: drafts and attributions become the read-only document. Takes tokens; gives offsets. */
import type { Attribution } from './attribute/attribution.js';
import { confidenceOf } from './confidence.js';
import type { Article, Document, Party, Problem, Quotation, Span } from './document.js';
import type { Layers } from './layers.js';
import type { Draft } from './quote/drafts.js';
import { restoreArticle } from './resolve/names.js';
import type { Tokens } from './tokenize.js';

export function buildDocument(
  article: Article,
  layers: Layers,
  drafts: readonly Draft[],
  attributions: readonly Attribution[],
  problems: readonly Problem[],
): Document {
  const order = new Map(drafts.map((draft, index) => [draft, index]));
  const around = enclosing(drafts);
  return {
    article,
    entities: layers.figures.figures.map(({ entity }) => entity),
    quotations: drafts.map((draft, index) =>
      quotationOf(layers, draft, attributions[index], order, around[index]),
    ),
    problems: [...problems].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

function quotationOf(
  layers: Layers,
  draft: Draft,
  who: Attribution,
  order: ReadonlyMap<Draft, number>,
  partOf: number | undefined,
): Quotation {
  const { tokens } = layers;
  const { cue, verbatim = [] } = draft;
  return {
    kind: draft.kind,
    start: tokens.start[draft.first],
    end: tokens.end[draft.last],
    speakers: who.figures.map((index) => layers.figures.figures[index].entity),
    speakerSpan: speakerWords(layers, who),
    resolution: who.resolution,
    abstention: who.abstention,
    cue: cue === undefined ? attributionCue(layers, draft) : cueSpan(layers, cue.token),
    relay: party(layers, who.relay),
    addressee: party(layers, who.addressee),
    onBehalfOf: party(layers, who.onBehalfOf),
    partOf,
    continues: draft.continues === undefined ? undefined : order.get(draft.continues),
    verbatim: draft.kind === 'indirect' ? verbatim.map((part) => partSpan(tokens, part)) : undefined,
    polarity: draft.polarity,
    stance: draft.stance,
    evidence: [...draft.evidence, who.evidence],
    confidence: confidenceOf(draft.evidence, draft.cue?.reading?.row.trust, who.evidence),
  };
}

function partSpan({ start, end }: Tokens, [first, last]: readonly [number, number]): Span {
  return { start: start[first], end: end[last] };
}

/** For each row, in text order, the row that it stands in; they nest or follow each other. */
function enclosing(drafts: readonly Draft[]): (number | undefined)[] {
  const open: number[] = [];
  return drafts.map(({ first }, index) => {
    while (open.length > 0 && drafts[open[open.length - 1]].last < first) open.pop();
    const around = open.at(-1);
    open.push(index);
    return around;
  });
}

/** The cue without the particles before it. */
function cueSpan({ tokens, lookups }: Layers, token: number): Span {
  const reading = lookups.words[token]?.find((word) => word.reading.cues.length > 0);
  const start = tokens.start[token];
  const skip = reading === undefined || reading.preposition ? 0 : reading.skip;
  return { start: skip === 0 ? start : offset(tokens.text, start, skip), end: tokens.end[token] };
}

function offset(text: string, start: number, letters: number): number {
  let at = start;
  for (let left = letters; left > 0; at++) if (LETTER.test(text[at])) left--;
  return at;
}

const LETTER = /\p{L}/u;

function attributionCue({ tokens }: Layers, { attribution }: Draft): Span | undefined {
  return attribution === undefined
    ? undefined
    : { start: tokens.start[attribution.first], end: tokens.end[attribution.last] };
}

/** The speaker's words without the particle before them: `مركز الأرصاد` of `لمركز الأرصاد`. */
function speakerWords(layers: Layers, { words, figures }: Attribution): Span | undefined {
  if (words === undefined) return undefined;
  const { tokens, lookups } = layers;
  const named = figures.length > 0 ? layers.figures.startAt[words.first] : -1;
  if (named >= 0) return { start: named, end: tokens.end[words.last] };
  const start = tokens.start[words.first];
  const [reading] = lookups.words[words.first] ?? [];
  const attached = reading?.preposition && reading.skip === 1;
  return { start: attached ? offset(tokens.text, start, 1) : start, end: tokens.end[words.last] };
}

function party(
  layers: Layers,
  found: { first: number; last: number; figure?: number } | undefined,
): Party | undefined {
  if (found === undefined) return undefined;
  const { tokens } = layers;
  const figure = found.figure === undefined ? undefined : layers.figures.figures[found.figure];
  const named = figure === undefined ? -1 : layers.figures.startAt[found.first];
  const span = { start: named >= 0 ? named : tokens.start[found.first], end: tokens.end[found.last] };
  const mention = figure?.entity.mentions.find(({ start, end }) => start === span.start && end === span.end);
  return { entity: figure?.entity, text: mention?.name ?? restoreArticle(tokens.text, span), span };
}
