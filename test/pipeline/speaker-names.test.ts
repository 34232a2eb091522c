/** Under which name a speaker is given whom the text calls by a part of it: by phenomenon, with near misses. */
import { checkPhenomena, type Phenomenon } from './phenomenon.js';

const PHENOMENA: readonly Phenomenon[] = [
  {
    name: 'a given name alone is the only one who is called so first',
    examples: [
      [
        'فازت نور الكورمالي بالسباق. وقالت نور: «هذا أجمل يوم في حياتي».',
        ['direct | نور الكورمالي | هذا أجمل يوم في حياتي'],
      ],
      [
        'وقال الأمير راشد إن العمل مستمر. واستقبل راشد بن نزار العتيبي الوفد.',
        ['indirect | راشد بن نزار العتيبي | العمل مستمر'],
      ],
      [
        'حضر عبد الله الكورمالي الحفل. وقال عبد الله إن العمل مستمر.',
        ['indirect | عبد الله الكورمالي | العمل مستمر'],
      ],
    ],
    nearMisses: [
      [
        'فازت نور الكورمالي على نور العتيبي. وقالت نور: «هذا أجمل يوم في حياتي».',
        ['direct | نور | هذا أجمل يوم في حياتي'],
      ],
      ['حضر نزار عياد الحفل. وقالت أم نزار إن العمل مستمر.', ['indirect | أم نزار | العمل مستمر']],
      ['حضر أبو نور الكورمالي الحفل. وقالت نور إن العمل مستمر.', ['indirect | نور | العمل مستمر']],
    ],
  },
  {
    name: 'given and family name are a longer name without what stands between',
    examples: [
      [
        'وصل سامر بن نزار العتيبي. وقال سامر العتيبي إن الطريق آمن.',
        ['indirect | سامر بن نزار العتيبي | الطريق آمن'],
      ],
      [
        'وقالت ليلى منصور إن الطريق آمن. ووصلت ليلى راشد منصور مساء.',
        ['indirect | ليلى راشد منصور | الطريق آمن'],
      ],
    ],
    nearMisses: [
      ['وصل سامر بن نزار العتيبي. وقال سامر عياد إن الطريق آمن.', ['indirect | سامر عياد | الطريق آمن']],
      [
        'وصل سامر بن نزار العتيبي. وقال راشد العتيبي إن الطريق آمن.',
        ['indirect | راشد العتيبي | الطريق آمن'],
      ],
    ],
  },
  {
    name: 'an unknown word alone speaks under the fuller name that the text has',
    examples: [
      [
        'وقال دراغوميل زاندروف إن المصنع جاهز. وأضاف زاندروف: «العمال في الطريق».',
        ['indirect | دراغوميل زاندروف | المصنع جاهز', 'direct | دراغوميل زاندروف | العمال في الطريق'],
      ],
      ['واعترف زاندروف بأن الفريق متعب.', ['indirect | زاندروف | الفريق متعب']],
    ],
    nearMisses: [
      ['وقال مسؤول إن الفريق متعب.', ['indirect | مسؤول | الفريق متعب']],
      ['وأكدت راديوهات أن الفريق متعب.', ['indirect | راديوهات | الفريق متعب']],
    ],
  },
];

checkPhenomena(PHENOMENA);
