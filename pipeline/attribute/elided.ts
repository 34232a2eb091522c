/** Nobody is named at the cue: the subject of the sentence speaks, or whoever spoke last and agrees with the verb. */
import type { Gender } from '../document.js';
import type { Layers } from '../layers.js';
import type { Cue } from '../lookup/lexicon.js';
import type { Draft } from '../quote/drafts.js';
import type { Figure } from '../resolve/entities.js';
import { foldedWord } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { type Attribution, again, type Said, unnamedHere } from './attribution.js';
import { agrees, sameSentence } from './discourse.js';
import type { Discourse } from './memory.js';
import { matrixSubject } from './sentence.js';
import { bySubject } from './speaker.js';
import { weighAttribution, weighSubject } from './weigh.js';

/** Nobody is named at the cue: the subject of the sentence, else the last speaker that agrees with the verb. */
export function elided(layers: Layers, draft: Draft, discourse: Discourse): Attribution | undefined {
  const reading = draft.cue?.reading;
  const at = draft.cue?.token ?? draft.first;
  const { tokens } = layers;
  if (sameSentence(layers, at, discourse) === undefined) {
    const subject = matrixSubject(layers, at);
    const matrix =
      subject?.figure === undefined
        ? undefined
        : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (matrix !== undefined && fits(layers, reading, matrix)) return unnamedHere(matrix);
    weighSubject(layers, 'speaker/subject-of-sentence', subject, DISAGREES);
  }
  const isBefore = (token: number): boolean => token < at;
  // `أشخاص يدعون أنهم`, `الذين يعتقدون أن`: these are others than who spoke.
  const others = at > 0 && THOSE.has(tokens, at - 1);
  const last = discourse.latest(
    ({ gender, number, several }) => agrees(reading, gender, number, several && !others),
    isBefore,
    LAST_SPEAKERS,
  );
  if (layers.weighing !== undefined) weighOthers(layers, discourse, isBefore, last);
  if (last !== undefined) return again(last.attribution, 'speaker/last-speaker');
  const span = { start: tokens.start[at], end: tokens.end[at] };
  const earlier = matrixSubjectBefore(layers, at, reading, discourse.from);
  return earlier === undefined
    ? undefined
    : {
        ...earlier,
        evidence: { rule: 'speaker/last-subject', spans: { cue: span }, because: [earlier.evidence] },
      };
}

const THOSE = wordSet('الذين اللذين ممن من اشخاص رجال مسلحين ناس');

/** So many speakers back an elided subject reaches. */
const LAST_SPEAKERS = 6;

/** `نقلت عنه الصحيفة قوله`: the last of that gender who spoke before, else the subject of a sentence before. */
export function meantBy(layers: Layers, pronoun: number, discourse: Discourse): Attribution | undefined {
  const sought = foldedWord(layers.tokens, pronoun).endsWith('ها') ? 'f' : 'm';
  const one = discourse.latest(
    ({ number, gender }) => number === 's' && (gender ?? sought) === sought,
    (token) => token < pronoun - 1,
  );
  const meant = one?.attribution ?? matrixSubjectBefore(layers, pronoun, undefined, discourse.from);
  if (meant === undefined) return undefined;
  return {
    ...again(meant, 'speaker/pronoun-of-relay'),
    words: { first: pronoun, last: pronoun },
    resolution: 'pronoun',
  };
}

const DISAGREES = 'gender or number is not that of the verb';

function weighOthers(
  layers: Layers,
  discourse: Discourse,
  isBefore: (token: number) => boolean,
  last: Said | undefined,
): void {
  const recent: Said[] = [];
  const note = (said: Said): boolean => {
    recent.push(said);
    return false;
  };
  discourse.latest(note, isBefore, LAST_SPEAKERS);
  const chosen = last === undefined ? recent.length : recent.indexOf(last);
  recent.forEach(({ attribution }, index) => {
    if (index !== chosen)
      weighAttribution(
        layers,
        'speaker/last-speaker',
        attribution,
        index < chosen ? DISAGREES : 'spoke longer ago',
      );
  });
}

/** The subject of one of the two sentences before, when nobody has spoken yet. */
function matrixSubjectBefore(
  layers: Layers,
  at: number,
  reading: Cue | undefined,
  from: number,
): Attribution | undefined {
  const { segments } = layers;
  for (let back = 1; back <= 2; back++) {
    const sentence = segments.sentences[segments.sentenceOf[at] - back];
    if (sentence === undefined || sentence.first < from) return undefined;
    const subject = matrixSubject(layers, sentence.end - 1);
    const found =
      subject === undefined || (subject.figure === undefined && subject.title === undefined)
        ? undefined
        : bySubject(layers, subject, 'speaker/subject-of-sentence', at, false);
    if (
      found !== undefined &&
      found.figures.length > 0 &&
      !isSilent(layers, found) &&
      fits(layers, reading, found)
    )
      return unnamedHere(found);
  }
  return undefined;
}

/** A dateline's town, and a body of which the article tells, have said nothing yet. */
function isSilent({ figures }: Layers, { figures: [index] }: Attribution): boolean {
  return figures.figures[index].entity.type !== 'Person';
}

/** A single person, body or country takes a verb in the singular, of its gender. */
export function fits(
  { figures }: Layers,
  reading: Cue | undefined,
  { figures: named }: Attribution,
): boolean {
  if (named.length === 0) return true;
  if (named.length > 1) return agrees(reading, undefined, 'd');
  return agrees(reading, genderOf(figures.figures[named[0]]), 's');
}

/** `البيت الأبيض` is masculine and `الوزارة` feminine; a company may be either, whatever it is called. */
function genderOf({ entity, row }: Figure): Gender | undefined {
  if (entity.type === 'Place') return undefined;
  const either = entity.gender === 'm' && (row?.kind === 'company' || row?.kind === 'media');
  return either ? undefined : entity.gender;
}
