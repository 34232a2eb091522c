/**
 * Colons before what is counted up, not said: `جوانب بعضها: …`, `ضيوف الندوة وهم: …`, `ثلاثة أقسام: …`, `كالتالي: …`. Takes
 * a cue and a colon behind it.
 */
import type { Layers } from '../layers.js';
import { SHAPE } from '../recognize/shapes.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';

export function opensList({ tokens, shapes }: Layers, cue: number, colon: number): boolean {
  const last = colon - 1;
  if (last <= cue || tokens.kind[last] !== WORD) return false;
  if (LISTING.has(tokens, last) || FOLLOWING.has(tokens, last)) return true;
  if (last - 1 <= cue) return false;
  // `وأعلن المدير ما يلي: …` is said.
  if (FOLLOWS.has(tokens, last)) return !THAT_WHICH.has(tokens, last - 1);
  if (FOR_EXAMPLE.has(tokens, last)) return LISTING.has(tokens, last - 1);
  // `ومن هذه المقترحات: …`
  if (POINTING.has(tokens, last - 1) && PARTS.has(tokens, last - 2)) return true;
  return COUNT.has(tokens, last - 1) && !(shapes[last] & (SHAPE.Time | SHAPE.Person));
}

/** `على ثلاثة أقسام: …` */
const COUNT = wordSet('ثلاث ثلاثه اربع اربعه خمس خمسه ست سته سبع سبعه ثماني ثمانيه تسع تسعه عشر عشره', 'وب');
const FOLLOWS = wordSet('يلي');
const THAT_WHICH = wordSet('ما');
const FOR_EXAMPLE = wordSet('مثلا');
const POINTING = wordSet('هذه هذا تلك هولاء');
const PARTS = wordSet('من بين ابرز اهم', 'وف');

const LISTING = wordSet(
  'منها منهم منهن بينها بينهم بعضها بعضهم ابرزها ابرزهم اهمها اهمهم هم هو هي هما من مثل علي في الي بين قبيل',
  'وف',
);

/** `في القرى التالية: …`, `بالأرقام الآتية: …`, `كالتالي: …` */
const FOLLOWING = wordSet('التالي التاليه التالين الاتي الاتيه الاتين', 'ك');
