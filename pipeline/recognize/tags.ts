/** The tags of the rule language: what rules may ask of a token, and the bit that each has in a token's shape. */

/** The tags of the rule language, in the order of their bits. */
export const TAGS = [
  'Title',
  'Nisba',
  'Given',
  'Family',
  'NameFirst',
  'NameNext',
  'Unknown',
  'OrgHead',
  'OrgHeadOut',
  'PlaceHead',
  'PlaceHeadIn',
  'Def',
  'DefMore',
  'Bare',
  'Complement',
  'Cue',
  'Function',
  'Open',
  'Close',
  'Comma',
  'Colon',
  'ParenOpen',
  'ParenClose',
  'Latin',
  'Capital',
  'Feminine',
  'Person',
  'Organization',
  'Place',
  'Time',
  'Dual',
  'OrgHeadGeneral',
] as const;

export type Tag = (typeof TAGS)[number];

export const SHAPE: Readonly<Record<Tag, number>> = Object.fromEntries(
  TAGS.map((tag, bit) => [tag, 1 << bit]),
) as Record<Tag, number>;
