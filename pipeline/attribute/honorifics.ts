/**
 * `سموه`, `معاليه`, `سماحتها`: a rank with a pronoun stands for a person named before. Takes the subject of a cue; gives
 * the last speaker who bears that rank, else the first person of the text who does, else the last person who spoke.
 */
import type { Gender } from '../document.js';
import type { Layers } from '../layers.js';
import { foldedWord } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { type Attribution, again, type Said } from './attribution.js';
import type { Discourse } from './memory.js';
import type { Subject } from './noun-phrase.js';

/** Whom `سموه` stands for; nothing when the subject is no such rank or nobody can be meant. */
export function byHonorific(
  layers: Layers,
  { first, last, figure }: Subject,
  discourse: Discourse,
): Attribution | undefined {
  const rank = figure === undefined ? rankAt(layers, first) : undefined;
  if (rank === undefined) return undefined;
  const isMeant = (index: number): boolean => isPerson(layers, index, rank.gender);
  const spoke = ({ attribution: { figures } }: Said): boolean => figures.length === 1 && isMeant(figures[0]);
  const bearer =
    discourse.latest((said) => spoke(said) && bears(layers, said.attribution.figures[0], rank, first)) ??
    firstBearer(layers, rank, discourse.from, first, isMeant) ??
    discourse.latest(spoke);
  if (bearer === undefined) return undefined;
  const attribution = 'attribution' in bearer ? again(bearer.attribution, RULE) : bearer;
  return { ...attribution, words: { first, last }, resolution: 'title' };
}

const RULE = 'speaker/honorific';

interface Rank {
  readonly gender: Gender;
  /** Words beside the name of who bears the rank. */
  readonly signs: RegExp;
}

const RANKS: ReadonlyMap<string, RegExp> = new Map([
  ['سمو', /^[ول]?(ال)?(سمو|امير|اميره)$/u],
  ['معالي', /^[ول]?معالي$/u],
  ['سماح', /^[ول]?(ال)?(سماحه|مفتي|سيد)$/u],
  ['فضيل', /^[ول]?(ال)?(فضيله|شيخ|امام)$/u],
  ['سعاد', /^[ول]?(ال)?(سعاده|سفير|سفيره)$/u],
  ['فخام', /^[ول]?(ال)?(فخامه|رييس)$/u],
  ['جلال', /^[ول]?(ال)?(جلاله|ملك|ملكه)$/u],
]);

function rankAt({ tokens }: Layers, token: number): Rank | undefined {
  if (!RANKED_WORDS.has(tokens, token)) return undefined;
  const [, noun, pronoun] = RANKED.exec(foldedWord(tokens, token)) ?? [];
  const signs = RANKS.get(noun);
  return signs === undefined ? undefined : { gender: pronoun === 'ها' ? 'f' : 'm', signs };
}

/** The ة before a pronoun is a ت. */
const RANKED_WORDS = wordSet(
  [...RANKS.keys()].flatMap((noun) => [`${noun}ه`, `${noun}ها`, `${noun}ته`, `${noun}تها`]).join(' '),
);
const RANKED = /^(سمو|معالي|سماح|فضيل|سعاد|فخام|جلال)ت?(ه|ها)$/u;

function isPerson({ figures }: Layers, index: number, gender: Gender): boolean {
  const { entity } = figures.figures[index];
  return entity.type === 'Person' && (entity.gender ?? gender) === gender;
}

/** How far before a name its rank stands, in tokens: `صاحب السمو الملكي الأمير سعود`, `معالي رئيس الهيئة العامة للنقل الدكتور سامر`. */
const BEFORE = 14;

/** `صاحب السمو الملكي الأمير سعود` before a token. */
function bears({ tokens, figures }: Layers, index: number, { signs }: Rank, before: number): boolean {
  return figures.figures[index].places.some(({ first }) => {
    if (first >= before) return false;
    for (let token = first - 1; token >= Math.max(0, first - BEFORE); token--) {
      if (tokens.line[token] !== tokens.line[first] || figures.at[token] !== 0) return false;
      if (signs.test(foldedWord(tokens, token))) return true;
    }
    return false;
  });
}

function firstBearer(
  layers: Layers,
  rank: Rank,
  from: number,
  before: number,
  isMeant: (index: number) => boolean,
): Attribution | undefined {
  const { figures, tokens } = layers;
  for (let index = 0; index < figures.figures.length; index++) {
    const [place] = figures.figures[index].places;
    if (place.first < from || place.first >= before || !isMeant(index)) continue;
    if (!bears(layers, index, rank, before)) continue;
    const spans = { speaker: { start: tokens.start[before], end: tokens.end[before] } };
    return {
      figures: [index],
      resolution: 'title',
      evidence: { rule: RULE, spans, because: [place.evidence] },
    };
  }
  return undefined;
}
