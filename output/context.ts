/**
 * The JSON-LD context of the output contract, version 1: which term of which vocabulary each key stands for.
 * schema.org where it has a term, Web Annotation for positions, PROV for origin, our own terms for the rest.
 * Values that may be anything a source wrote (`url`, `relay`) are literals, since a relative IRI would be
 * resolved against a base or silently dropped.
 */

/** The name under which an output file finds its context beside itself. */
export const CONTEXT_FILE = 'context.jsonld';

const own = (term: string) => ({ '@id': `isnad:${term}` });
const link = (iri: string) => ({ '@id': iri, '@type': '@id' });
const links = (iri: string) => ({ '@id': iri, '@type': '@id', '@container': '@set' });
const several = (iri: string) => ({ '@id': iri, '@container': '@set' });
const count = (iri: string) => ({ '@id': iri, '@type': 'xsd:nonNegativeInteger' });

/** The value of `@context`. */
export const CONTEXT = {
  '@version': 1.1,
  schema: 'http://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  isnad: 'urn:isnad:ns:',
  id: '@id',
  type: '@type',
  NewsArticle: 'schema:NewsArticle',
  Person: 'schema:Person',
  Organization: 'schema:Organization',
  Place: 'schema:Place',
  Quotation: 'schema:Quotation',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  identifier: 'schema:identifier',
  contract: own('contract'),
  headline: 'schema:headline',
  inLanguage: 'schema:inLanguage',
  datePublished: 'schema:datePublished',
  url: { '@id': 'schema:url', '@type': 'xsd:anyURI' },
  publisher: 'schema:publisher',
  author: 'schema:author',
  textDigest: own('textDigest'),
  textLength: count('isnad:textLength'),
  articleBody: 'schema:articleBody',
  mentions: several('schema:mentions'),
  quotations: several('schema:hasPart'),
  problems: several('isnad:problem'),
  generatedBy: link('prov:wasGeneratedBy'),
  name: 'schema:name',
  alternateName: several('schema:alternateName'),
  canonicalName: own('canonicalName'),
  sameAs: links('schema:sameAs'),
  jobTitle: several('schema:jobTitle'),
  occurrences: several('isnad:occurrence'),
  start: count('oa:start'),
  end: count('oa:end'),
  text: 'oa:exact',
  evidence: { '@id': 'isnad:evidence', '@container': '@list' },
  confidence: { '@id': 'isnad:confidence', '@type': 'xsd:decimal' },
  kind: own('kind'),
  speaker: links('isnad:speaker'),
  spokenByCharacter: links('schema:spokenByCharacter'),
  speakerText: own('speakerText'),
  speakerSpan: own('speakerSpan'),
  resolution: own('resolution'),
  abstention: own('abstention'),
  cue: own('cue'),
  relay: own('relay'),
  relayEntity: link('isnad:relayEntity'),
  addressee: own('addressee'),
  addresseeEntity: link('isnad:addresseeEntity'),
  onBehalfOf: own('onBehalfOf'),
  onBehalfOfEntity: link('isnad:onBehalfOfEntity'),
  partOf: link('schema:isPartOf'),
  continues: link('isnad:continues'),
  verbatim: several('isnad:verbatim'),
  polarity: own('polarity'),
  stance: own('stance'),
  code: own('code'),
  message: own('message'),
} as const;

/** The bytes of `context.jsonld`, to be written beside an output file. */
export function contextFile(): string {
  return `${JSON.stringify({ '@context': CONTEXT }, null, 2)}\n`;
}
