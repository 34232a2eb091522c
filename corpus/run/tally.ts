/** Counts what became of the records of a shard, and adds up shards. Takes things one by one and keeps only numbers. */
import type { Document } from '../../index.js';
import type { Fate } from './fate.js';
import type { Counts, ShardCounts } from './marker.js';

/** Numbers on their way. */
export class Tally {
  /** Records that came in. */
  records = 0;
  private articles = 0;
  private bytes = 0;
  private readonly entities = { Person: 0, Organization: 0, Place: 0 };
  private quotations = 0;
  private readonly quarantined = new Map<string, number>();
  private readonly passedOver = new Map<string, number>();
  private readonly problems = new Map<string, number>();

  /** Counts a record of so many bytes. */
  take(fate: Fate, bytes: number): void {
    this.records++;
    this.bytes += bytes;
    if (fate.kind === 'extracted') this.addDocument(fate.document);
    else if (fate.kind === 'quarantined') increase(this.quarantined, fate.reason);
    else increase(this.passedOver, fate.language);
  }

  /** Adds a whole shard. */
  add(counts: ShardCounts): void {
    this.records += counts.records;
    this.articles += counts.articles;
    this.bytes += counts.bytes;
    this.entities.Person += counts.people;
    this.entities.Organization += counts.organizations;
    this.entities.Place += counts.places;
    this.quotations += counts.quotations;
    for (const [reason, count] of Object.entries(counts.quarantined))
      increase(this.quarantined, reason, count);
    for (const [language, count] of Object.entries(counts.passedOver))
      increase(this.passedOver, language, count);
    for (const [code, count] of Object.entries(counts.problems)) increase(this.problems, code, count);
  }

  /** What was counted. */
  get counts(): ShardCounts {
    return {
      records: this.records,
      articles: this.articles,
      quarantined: sorted(this.quarantined),
      passedOver: sorted(this.passedOver),
      bytes: this.bytes,
      people: this.entities.Person,
      organizations: this.entities.Organization,
      places: this.entities.Place,
      quotations: this.quotations,
      problems: sorted(this.problems),
    };
  }

  private addDocument({ entities, quotations, problems }: Document): void {
    this.articles++;
    for (const { type } of entities) this.entities[type]++;
    this.quotations += quotations.length;
    for (const { code } of problems) increase(this.problems, code);
  }
}

function increase(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** In the order of the letters, so that the same counts are the same bytes. */
function sorted(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
