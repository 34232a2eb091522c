/**
 * A noun phrase to a speaker: by name, by title, by a class noun or document that stands for a body, by description.
 * Takes a subject; gives an attribution that says which of these it was.
 */
import type { Layers } from '../layers.js';
import { ALEF, firstLetter, LAM } from '../letters.js';
import type { Cue } from '../lookup/lexicon.js';
import { fold } from '../normalize.js';
import { SHAPE } from '../recognize/shapes.js';
import { bare, type TitlePhrase } from '../resolve/titles.js';
import { foldedWord } from '../tokenize.js';
import { type Attribution, rootOf, type Said, speakerOf } from './attribution.js';
import { describedBefore, goesOnAs, pointedBack, variedName } from './descriptions.js';
import { issuerOf } from './documents.js';
import { holderOf, holdersOfDual, organizationByHead } from './holders.js';
import { byHonorific } from './honorifics.js';
import { bySurname, namedInLead } from './lead.js';
import type { Discourse } from './memory.js';
import type { Subject } from './noun-phrase.js';
import { IN_NAME_OF } from './phrase-end.js';

/** Turns a noun phrase into a speaker: by name, by title, by description. */
export function bySubject(
  layers: Layers,
  subject: Subject | undefined,
  sieve: string,
  at: number,
  headline: boolean,
  discourse?: Discourse,
  reading?: Cue,
): Attribution | undefined {
  if (subject === undefined) return undefined;
  const { tokens } = layers;
  const words = { first: subject.first, last: subject.last };
  const spans = { speaker: { start: tokens.start[words.first], end: tokens.end[words.last] } };
  const spokesman = onBehalf(layers, subject);
  if (subject.figure !== undefined) {
    const figures = [relativeOf(layers, subject, reading) ?? subject.figure, ...subject.others];
    const because = figures.map((index) => layers.figures.figures[index].places[0].evidence);
    const resolution = headline ? 'headline' : 'name';
    return speakerOf(figures, words, resolution, { rule: sieve, spans, because }, spokesman);
  }
  const ranked = discourse === undefined ? undefined : byHonorific(layers, subject, discourse);
  if (ranked !== undefined) return ranked;
  const { title } = subject;
  if (title?.number === 'd') {
    const both = holdersOfDual(layers, title, at);
    if (both.length === 2) return speakerOf(both, words, 'title', { rule: 'speaker/dual-title', spans });
  }
  const same = pointedBack(layers, subject, discourse);
  if (same !== undefined)
    return {
      ...same.attribution,
      words,
      resolution: same.attribution.figures.length > 0 ? 'title' : 'description',
      evidence: { rule: 'speaker/same-description', spans, because: [rootOf(same.attribution)] },
    };
  const whole = title === undefined ? undefined : withAllWords(layers, title, words);
  const holder =
    whole !== undefined && (whole.definite || whole.words.size > 1)
      ? (holderOf(layers, whole, at, headline) ??
        (whole === title ? undefined : holderOf(layers, title as TitlePhrase, at, headline)))
      : undefined;
  if (holder !== undefined)
    return {
      figures: [holder.figure],
      words,
      resolution: headline ? 'headline' : 'title',
      onBehalfOf: spokesman,
      evidence: {
        rule: 'speaker/title-of-entity',
        spans,
        because: [layers.figures.figures[holder.figure].places[0].evidence],
      },
    };
  const unlisted =
    layers.shapes[subject.first] & (SHAPE.Unknown | SHAPE.Given | SHAPE.Family) && title === undefined;
  const lead = headline ? namedInLead(layers, subject) : unlisted ? bySurname(layers, subject) : undefined;
  if (lead !== undefined)
    return {
      figures: [lead],
      words,
      resolution: headline ? 'headline' : 'name',
      onBehalfOf: spokesman,
      evidence: {
        rule: headline ? 'speaker/named-in-lead' : 'speaker/part-of-name',
        spans,
        because: [layers.figures.figures[lead].places[0].evidence],
      },
    };
  const organization = organizationByHead(layers, subject.first);
  const issuer =
    organization === undefined ? issuerOf(layers, subject, discourse) : { figures: [organization] };
  if (issuer !== undefined)
    return {
      figures: issuer.figures,
      words: issuer.words ?? words,
      resolution: 'description',
      evidence: {
        rule: organization === undefined ? 'speaker/issuer-of-document' : 'speaker/class-noun-of-entity',
        spans,
      },
    };
  const person = headline ? undefined : describedBefore(layers, subject);
  if (person !== undefined)
    return {
      figures: [person],
      words,
      resolution: 'description',
      evidence: { rule: 'speaker/described-entity', spans },
    };
  const varied =
    title === undefined || discourse === undefined
      ? undefined
      : variedName(layers, whole ?? title, discourse, reading);
  if (varied !== undefined)
    return {
      ...varied.attribution,
      words,
      resolution: 'title',
      evidence: { rule: 'speaker/varied-name', spans, because: [rootOf(varied.attribution)] },
    };
  const earlier = sameDescription(layers, words, discourse);
  if (earlier !== undefined)
    return {
      ...earlier.attribution,
      resolution: 'description',
      evidence: { rule: 'speaker/same-description', spans, because: [rootOf(earlier.attribution)] },
    };
  const going =
    title === undefined && discourse !== undefined && reading !== undefined
      ? goesOnAs(layers, subject, discourse, reading)
      : undefined;
  if (going !== undefined)
    return {
      ...going.attribution,
      words,
      resolution: 'description',
      evidence: { rule: 'speaker/varied-name', spans, because: [rootOf(going.attribution)] },
    };
  return speakerOf([], words, 'description', { rule: 'speaker/description', spans }, spokesman);
}

/** `أشارت الكورمالي` where a man and a woman are called so: the one whose gender the verb has. */
function relativeOf({ figures }: Layers, subject: Subject, reading: Cue | undefined): number | undefined {
  const { first, last, figure, title } = subject;
  if (figure === undefined || first !== last || title !== undefined || reading?.number !== 's')
    return undefined;
  const { gender, type } = figures.figures[figure].entity;
  if (type !== 'Person' || gender === undefined || reading.gender === undefined || gender === reading.gender)
    return undefined;
  const family = fold(figures.figures[figure].entity.name).split(' ').at(-1);
  const relatives = figures.figures.flatMap(({ entity, places }, index) =>
    entity.type === 'Person' &&
    entity.gender === reading.gender &&
    places[0].first < first &&
    fold(entity.name).endsWith(` ${family}`)
      ? [index]
      : [],
  );
  return relatives.length === 1 ? relatives[0] : undefined;
}

/** `المصدر` is the `مصدر في المؤسسة` of before. */
function sameDescription(
  { tokens }: Layers,
  { first, last }: { first: number; last: number },
  discourse: Discourse | undefined,
): Said | undefined {
  if (last > first + 1 || firstLetter(tokens, first) !== ALEF || firstLetter(tokens, first, 1) !== LAM)
    return undefined;
  const noun = bare(foldedWord(tokens, first));
  return discourse?.latest(
    ({ attribution }) =>
      attribution.figures.length === 0 &&
      attribution.words !== undefined &&
      bare(foldedWord(tokens, attribution.words.first)) === noun,
  );
}

/** `محامي إلياس المنكبي`: the words of the whole phrase tell which lawyer. */
function withAllWords(
  { tokens }: Layers,
  title: TitlePhrase,
  { first, last }: { first: number; last: number },
): TitlePhrase {
  if (last <= title.last) return title;
  const words = new Set(title.words);
  for (let token = first; token <= Math.min(last, first + 8); token++)
    words.add(bare(foldedWord(tokens, token)));
  return { ...title, words };
}

/** `المتحدث باسم الكرملين`: for whom a spokesperson speaks. */
function onBehalf({ tokens, figures }: Layers, { first, last, figure }: Subject): Attribution['onBehalfOf'] {
  for (let token = first; token < last; token++) {
    if (!IN_NAME_OF.has(tokens, token)) continue;
    const named = figures.at[token + 1];
    if (named === 0 || named - 1 === figure) return undefined;
    let end = token + 1;
    while (end + 1 < tokens.count && figures.at[end + 1] === named) end++;
    return { first: token + 1, last: end, figure: named - 1 };
  }
  return undefined;
}
