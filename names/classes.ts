/**
 * Which classes of Wikidata are people, organizations and places, and of what kind: as data. Takes ids of classes, gives type
 * and kind. Subclasses are not followed, since that would need the whole of Wikidata; a user adds classes by id.
 */
import type { EntityType } from '../pipeline/document.js';

export interface ClassMeaning {
  readonly type: EntityType;
  /** As in the lists' column `kind`; people have none. */
  readonly kind: string;
}

export type Classes = ReadonlyMap<string, ClassMeaning>;

/** Type, kind, and the classes: of several that an entity has, the one that stands first here decides. */
const TABLE: readonly (readonly [EntityType, string, readonly (readonly [id: string, what: string])[]])[] = [
  ['Person', '', [['Q5', 'human']]],
  [
    'Place',
    'country',
    [
      ['Q6256', 'country'],
      ['Q3624078', 'sovereign state'],
      ['Q3024240', 'historical country'],
    ],
  ],
  ['Place', 'capital', [['Q5119', 'capital']]],
  ['Place', 'continent', [['Q5107', 'continent']]],
  [
    'Place',
    'city',
    [
      ['Q515', 'city'],
      ['Q1549591', 'big city'],
      ['Q1093829', 'city in the United States'],
    ],
  ],
  [
    'Place',
    'town',
    [
      ['Q3957', 'town'],
      ['Q532', 'village'],
      ['Q5084', 'hamlet'],
      ['Q486972', 'human settlement'],
      ['Q15284', 'municipality'],
      ['Q484170', 'commune of France'],
      ['Q747074', 'comune of Italy'],
      ['Q262166', 'municipality of Germany'],
      ['Q2074737', 'municipality of Spain'],
    ],
  ],
  [
    'Place',
    'province',
    [
      ['Q10864048', 'first-level administrative division'],
      ['Q34876', 'province'],
      ['Q35657', 'state of the United States'],
      ['Q107390', 'federated state'],
    ],
  ],
  [
    'Place',
    'district',
    [
      ['Q13220204', 'second-level administrative division'],
      ['Q149621', 'district'],
      ['Q28575', 'county'],
      ['Q123705', 'neighborhood'],
    ],
  ],
  ['Place', 'territory', [['Q161243', 'dependent territory']]],
  [
    'Place',
    'region',
    [
      ['Q82794', 'geographic region'],
      ['Q56061', 'administrative territorial entity'],
    ],
  ],
  [
    'Place',
    'island',
    [
      ['Q23442', 'island'],
      ['Q33837', 'archipelago'],
    ],
  ],
  [
    'Place',
    'mountain',
    [
      ['Q8502', 'mountain'],
      ['Q46831', 'mountain range'],
      ['Q8072', 'volcano'],
    ],
  ],
  [
    'Place',
    'river',
    [
      ['Q4022', 'river'],
      ['Q12284', 'canal'],
    ],
  ],
  ['Place', 'strait', [['Q37901', 'strait']]],
  [
    'Place',
    'sea',
    [
      ['Q165', 'sea'],
      ['Q9430', 'ocean'],
      ['Q39594', 'bay'],
      ['Q23397', 'lake'],
    ],
  ],
  [
    'Place',
    'airport',
    [
      ['Q1248784', 'airport'],
      ['Q644371', 'international airport'],
    ],
  ],
  [
    'Place',
    'building',
    [
      ['Q483110', 'stadium'],
      ['Q32815', 'mosque'],
      ['Q16970', 'church building'],
      ['Q12280', 'bridge'],
      ['Q12323', 'dam'],
      ['Q41176', 'building'],
    ],
  ],
  [
    'Place',
    'other',
    [
      ['Q8514', 'desert'],
      ['Q34763', 'peninsula'],
      ['Q44782', 'port'],
      ['Q839954', 'archaeological site'],
    ],
  ],
  [
    'Organization',
    'party',
    [
      ['Q7278', 'political party'],
      ['Q7210356', 'political organization'],
    ],
  ],
  ['Organization', 'ministry', [['Q192350', 'ministry']]],
  [
    'Organization',
    'parliament',
    [
      ['Q35749', 'parliament'],
      ['Q11204', 'legislature'],
    ],
  ],
  [
    'Organization',
    'government',
    [
      ['Q7188', 'government'],
      ['Q640506', 'cabinet'],
    ],
  ],
  ['Organization', 'court', [['Q41487', 'court']]],
  ['Organization', 'agency', [['Q327333', 'government agency']]],
  [
    'Organization',
    'security',
    [
      ['Q35535', 'police'],
      ['Q47913', 'intelligence agency'],
    ],
  ],
  [
    'Organization',
    'military',
    [
      ['Q8473', 'military'],
      ['Q772547', 'armed forces'],
      ['Q37726', 'army'],
      ['Q176799', 'military unit'],
    ],
  ],
  ['Organization', 'armed-group', [['Q17149090', 'armed organization']]],
  [
    'Organization',
    'bank',
    [
      ['Q22687', 'bank'],
      ['Q66344', 'central bank'],
    ],
  ],
  [
    'Organization',
    'media',
    [
      ['Q11032', 'newspaper'],
      ['Q1110794', 'daily newspaper'],
      ['Q192283', 'news agency'],
      ['Q1616075', 'television station'],
      ['Q2001305', 'television channel'],
      ['Q14350', 'radio station'],
      ['Q41298', 'magazine'],
    ],
  ],
  [
    'Organization',
    'club',
    [
      ['Q476028', 'association football club'],
      ['Q847017', 'sports club'],
      ['Q12973014', 'sports team'],
      ['Q6979593', 'national association football team'],
    ],
  ],
  ['Organization', 'league', [['Q15991303', 'association football league']]],
  [
    'Organization',
    'university',
    [
      ['Q3918', 'university'],
      ['Q875538', 'public university'],
      ['Q902104', 'private university'],
    ],
  ],
  ['Organization', 'union', [['Q178790', 'trade union']]],
  ['Organization', 'religious', [['Q1530022', 'religious organization']]],
  [
    'Organization',
    'international',
    [
      ['Q484652', 'international organization'],
      ['Q245065', 'intergovernmental organization'],
    ],
  ],
  [
    'Organization',
    'ngo',
    [
      ['Q79913', 'non-governmental organization'],
      ['Q163740', 'nonprofit organization'],
      ['Q708676', 'charitable organization'],
      ['Q157031', 'foundation'],
    ],
  ],
  [
    'Organization',
    'company',
    [
      ['Q783794', 'company'],
      ['Q4830453', 'business'],
      ['Q6881511', 'enterprise'],
      ['Q891723', 'public company'],
      ['Q167037', 'corporation'],
      ['Q46970', 'airline'],
    ],
  ],
  [
    'Organization',
    'other',
    [
      ['Q43229', 'organization'],
      ['Q31855', 'research institute'],
    ],
  ],
];

const BUILT_IN: Classes = new Map(
  TABLE.flatMap(([type, kind, classes]) => classes.map(([id]) => [id, { type, kind }] as const)),
);

/** The table with a user's classes before it. */
export function classesWith(own: ReadonlyMap<string, ClassMeaning>): Classes {
  return new Map([...own, ...[...BUILT_IN].filter(([id]) => !own.has(id))]);
}

/** What an entity is by its classes: the first of the table that it has. */
export function meaningOf(classes: Classes, ids: readonly string[]): ClassMeaning | undefined {
  if (ids.length < 2) return classes.get(ids[0]);
  for (const [id, meaning] of classes) if (ids.includes(id)) return meaning;
  return undefined;
}

/** The table for readers: type, kind, and each class with its id. */
export const CLASS_TABLE = TABLE;
