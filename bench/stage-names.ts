/** The stages that the bench tells apart, in the order in which an article passes them. */
export const STAGE_NAMES = [
  'inspect',
  'tokenize',
  'lookUp',
  'pairMarks',
  'segment',
  'shapes',
  'recognize',
  'resolveEntities',
  'quotations',
  'attribute',
  'build',
  'toJsonLd',
  'serialize',
] as const;

export type StageName = (typeof STAGE_NAMES)[number];

/** What a reader needs to know of a stage. */
export const STAGE_NOTES: Partial<Readonly<Record<StageName, string>>> = {
  quotations: 'with their cues',
  toJsonLd: 'instead of serialize',
};
