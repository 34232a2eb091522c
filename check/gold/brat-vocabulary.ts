/** What the types of brat's annotations stand for: ours, and the usual names of others. */
import type { GoldType } from '../gold.js';

/** Type in lower case → type of an entity. */
export const BRAT_ENTITIES: ReadonlyMap<string, GoldType> = new Map(
  Object.entries({
    Person: ['person', 'per', 'pers', 'people'],
    Organization: ['organization', 'organisation', 'org'],
    Place: ['place', 'location', 'loc', 'gpe', 'geo-political-entity'],
    Source: ['source'],
  }).flatMap(([type, names]) => names.map((name) => [name, type as GoldType] as const)),
);

/** Type in lower case → kind of quotation. */
export const BRAT_QUOTATIONS: ReadonlyMap<string, string> = new Map([
  ...['direct', 'mixed', 'indirect', 'colon', 'headline'].map((kind) => [kind, kind] as const),
  ['quotation', 'direct'],
  ['quote', 'direct'],
]);

export const NOT_SPEECH = 'NotSpeech';
export const SPEAKER = 'Speaker';
export const OPTIONAL = 'Optional';

/** The `annotation.conf` by which brat shows and edits what we export. */
export const BRAT_CONFIGURATION = `[entities]
Person
Organization
Place
Source
Direct
Mixed
Indirect
Colon
Headline
NotSpeech

[relations]
Speaker	Arg1:Direct|Mixed|Indirect|Colon|Headline, Arg2:Person|Organization|Place|Source
<OVERLAP>	Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Optional	Arg:<ANY>
`;
