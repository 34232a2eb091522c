/** The tables of near-duplicates: pairs and groups, of articles and of quotations. */
import { always, type Column, count, number, type Table, text } from '../../output/tables/table.js';
import type { Group, GroupLink } from './find.js';
import type { Member } from './forest.js';
import type { SketchOf } from './sketch.js';

/** A row of the groups. */
export interface GroupMember {
  readonly group: Group;
  readonly member: Member;
  readonly similarity: number;
}

/** What is compared in these tables: names of tables and columns. */
interface Names {
  readonly of: SketchOf;
  readonly prefix: string;
  readonly ids: string;
}

const ARTICLE: Names = { of: 'article', prefix: '', ids: 'articles' };
const QUOTATION: Names = { of: 'quotation', prefix: 'quotation-', ids: 'quotations' };

function pairs({ of, prefix, ids }: Names): Table<GroupLink> {
  return {
    name: `duplicates.${prefix}pairs`,
    meaning: `one of the strongest links of a group; a group of n ${ids} has n − 1, and each is as similar as was asked`,
    columns: [
      ...sideColumns(of, 'a', ids, (link: GroupLink) => link.a),
      ...sideColumns(of, 'b', ids, (link: GroupLink) => link.b),
      always(
        number(
          'similarity',
          'what part of their wording the two share, from 0 to 1',
          (link) => link.similarity,
        ),
      ),
      always(text('representative_id', 'the fullest text of their group', (link) => link.representative.id)),
    ],
  };
}

function groups({ of, prefix, ids }: Names): Table<GroupMember> {
  return {
    name: `duplicates.${prefix}groups`,
    meaning: `a member of a group; what has no near-duplicate has no row`,
    columns: [
      always(
        text(
          'representative_id',
          `the fullest text of the group, in \`${ids}\`; names the group`,
          ({ group }) => group.representative.id,
        ),
      ),
      ...memberColumns(of, ids),
      always(
        number(
          'similarity',
          'what it shares with the representative; 1 for that itself',
          ({ similarity }) => similarity,
        ),
      ),
      always(count('members', 'number of rows of the group', ({ group }) => group.members.length)),
    ],
  };
}

function sideColumns(
  of: SketchOf,
  side: string,
  ids: string,
  memberOf: (link: GroupLink) => Member,
): readonly Column<GroupLink>[] {
  const own = always(
    text(`${of}_${side}`, `one of the two, in \`${ids}\``, (link: GroupLink) => memberOf(link).id),
  );
  const article = always(text(`article_${side}`, 'its article', (link: GroupLink) => memberOf(link).article));
  return of === 'article' ? [own] : [own, article];
}

function memberColumns(of: SketchOf, ids: string): readonly Column<GroupMember>[] {
  const own = always(text(`${of}_id`, `the member, in \`${ids}\``, ({ member }: GroupMember) => member.id));
  const article = always(text('article_id', 'its article', ({ member }: GroupMember) => member.article));
  return of === 'article' ? [own] : [own, article];
}

/** The two tables of each sort of text. */
export const DUPLICATE_TABLES: Readonly<
  Record<SketchOf, { readonly pairs: Table<GroupLink>; readonly groups: Table<GroupMember> }>
> = {
  article: { pairs: pairs(ARTICLE), groups: groups(ARTICLE) },
  quotation: { pairs: pairs(QUOTATION), groups: groups(QUOTATION) },
};
