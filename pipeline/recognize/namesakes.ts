/**
 * Places and organizations of one word that bear the surname of somebody in the article: where `كينيث ماكنزي` is named in
 * full, `ماكنزي` is he and not the company. Takes settled mentions; gives them without such namesakes, which the echoes of
 * the person then find. Behind a class noun or a word of place (`شركة ماكنزي`, `في ماشيدا`) nothing is taken away.
 */
import type { Lookups } from '../lookup/lookup.js';
import type { Tokens } from '../tokenize.js';
import type { Candidate } from './candidates.js';
import { standsAsPlace } from './place-context.js';
import { isUnmistakable } from './place-words.js';
import { SHAPE } from './shapes.js';

export function withoutNamesakes(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  mentions: Candidate[],
): Candidate[] {
  const surnames = new Set<number>();
  for (const { type, first, last } of mentions)
    if (type === 'Person' && last > first) surnames.add(tokens.hash[last]);
  if (surnames.size === 0) return mentions;
  const isNamesake = (mention: Candidate): boolean =>
    surnames.has(tokens.hash[mention.first]) && isDoubtful(tokens, lookups, shapes, mention);
  return mentions.some(isNamesake) ? mentions.filter((mention) => !isNamesake(mention)) : mentions;
}

/**
 * One word of a list, which neither its kind nor its surroundings make the place or company; an Arabic one only where
 * somebody speaks or has a title (`وأضاف الزبداني`), since a town oftener bears the name by itself.
 */
function isDoubtful(
  tokens: Tokens,
  { bits }: Lookups,
  shapes: Int32Array,
  { type, first, last, start, row }: Candidate,
): boolean {
  if (type === 'Person' || first !== last || row === undefined || start !== tokens.start[first]) return false;
  if (row.kind === 'club' || isUnmistakable(row)) return false;
  const before = first > 0 ? shapes[first - 1] : 0;
  if (row.spelling !== 'foreign' && (before & (SHAPE.Cue | SHAPE.Title)) === 0) return false;
  if (before & (HEADS | SHAPE.Open) || bits[first] === 0) return false;
  return type !== 'Place' || !standsAsPlace(tokens, shapes, first, start);
}

const HEADS = SHAPE.PlaceHead | SHAPE.PlaceHeadIn | SHAPE.OrgHead | SHAPE.OrgHeadOut | SHAPE.OrgHeadGeneral;
