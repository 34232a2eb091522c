/**
 * The rows that an import has accepted so far: all that it holds in memory. Two things of one name and type become one row, the
 * better known; forms that would name two rows are taken from both. Takes rows, gives them sorted at the end.
 */
import type { EntityType } from '../pipeline/document.js';
import { joinedSpellings } from '../pipeline/lookup/phrases.js';
import { fold } from '../pipeline/normalize.js';
import { namesByForm } from './known-words.js';
import type { Report } from './report.js';
import type { NewRow } from './row.js';

export class Accepted {
  private readonly rows = new Map<string, NewRow>();

  constructor(private readonly report: Report) {}

  get size(): number {
    return this.rows.size;
  }

  add(row: NewRow): void {
    const key = `${row.type} ${fold(row.name)}`;
    const before = this.rows.get(key);
    if (before === undefined) {
      this.rows.set(key, row);
      return;
    }
    // A query gives a row for each alias or class of one item.
    if (before.wikidata === row.wikidata && row.wikidata !== undefined) {
      before.aliases = joinAliases(before, row);
      return;
    }
    const [kept, left] = row.weight > before.weight ? [row, before] : [before, row];
    this.report.note('duplicate', left.place, left.name, `${kept.place} is kept`);
    this.rows.set(key, kept);
  }

  /** The rows of each type, sorted by name in code-point order, with no form that two of them share. */
  finish(): Readonly<Record<EntityType, readonly NewRow[]>> {
    const all = [...this.rows.values()];
    const forms = namesByForm(all);
    for (const row of all) this.dropSharedAliases(row, forms);
    this.markOtherTypes(namesByForm(all));
    const ofType = (type: EntityType) =>
      all.filter((row) => row.type === type).sort((a, b) => (a.name < b.name ? -1 : 1));
    return { Person: ofType('Person'), Organization: ofType('Organization'), Place: ofType('Place') };
  }

  private dropSharedAliases(row: NewRow, forms: ReadonlyMap<string, readonly NewRow[]>): void {
    row.aliases = row.aliases.filter((alias) => {
      const other = joinedSpellings(alias)
        .flatMap((form) => forms.get(fold(form)) ?? [])
        .find((candidate) => candidate !== row);
      if (other !== undefined)
        this.report.note('alias', row.place, alias, `"${other.name}" (${other.place}) has this form too`);
      return other === undefined;
    });
  }

  /** The text decides what a form means; without a sign in the text it is the better known thing. */
  private markOtherTypes(forms: ReadonlyMap<string, readonly NewRow[]>): void {
    for (const [form, rows] of forms) {
      const best = rows.reduce((one, other) => (other.weight > one.weight ? other : one));
      for (const row of rows) {
        if (row.type === best.type || row.isSaid || fold(row.name) !== form) continue;
        this.report.note('types', row.place, row.name, `${best.place} has it as ${best.type}`);
        row.certainty = 'context';
      }
    }
  }
}

function joinAliases(before: NewRow, row: NewRow): readonly string[] {
  const seen = new Set(before.aliases.map(fold));
  return [...before.aliases, ...row.aliases.filter((alias) => !seen.has(fold(alias)))];
}
