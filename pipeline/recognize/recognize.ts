/**
 * Lookups and rules to mentions: candidates of both kinds, overlaps settled, then the echoes of what was found
 * settled once more. A name that a rule finds is shown to the shapes, so that titles and cues see it.
 */
import type { Lookups } from '../lookup/lookup.js';
import type { Marks } from '../quote/marks.js';
import { echoes } from '../resolve/echo.js';
import type { RuleIndex } from '../rules/run.js';
import type { Segments } from '../segment.js';
import type { Tokens } from '../tokenize.js';
import { candidatesBeside } from './beside.js';
import { type Candidate, ruleCandidates } from './candidates.js';
import { englishPeople } from './english-people.js';
import { namesWithInitials } from './initials.js';
import { joinedPlaces } from './joined-places.js';
import { listedCandidates } from './listed-names.js';
import { withoutNamesakes } from './namesakes.js';
import { organizationCandidates } from './organizations.js';
import { settle, settleMore } from './settle.js';

export function recognize(
  rules: RuleIndex,
  tokens: Tokens,
  lookups: Lookups,
  marks: Marks,
  shapes: Int32Array,
  segments: Segments,
): Candidate[] {
  const reader = { tokens, lookups, shapes, marks };
  const alone = settle([
    ...listedCandidates(tokens, lookups, marks, shapes),
    ...ruleCandidates(tokens, lookups, shapes, rules, { marks, segments }),
    ...organizationCandidates(reader),
    ...namesWithInitials(tokens, shapes),
  ]);
  const beside = settleMore(alone, candidatesBeside(reader, alone), joinedPlaces(reader, alone));
  const named = settleMore(beside, englishPeople(tokens, lookups, shapes, beside));
  const found = withoutNamesakes(tokens, lookups, shapes, named);
  return settleMore(found, echoes(tokens, lookups, shapes, found));
}
