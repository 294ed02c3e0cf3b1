import type { Selectable } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Dealership } from '../core/audit/audit.js';
import { closedUp, foldName, spelledAs } from '../core/names.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { mergeDealership, removeDealership } from './gone-dealerships.js';
import { marked, markOfRow, spoiledDealership } from './marks.js';
import type { HashText, StoreTools } from './store-tools.js';
import type { Tables } from './tables.js';
import type { Now } from '../core/moment.js';
import { momentOf } from '../core/moment.js';
import type { BusinessYear } from '../core/quarter.js';
import { isSameYear } from '../core/quarter.js';
import { yearIn } from './kept.js';

/** A dealership as it is kept. */
export interface StoredDealership extends Dealership {
  readonly id: string;
  /** The name of the group it belongs to, spelled alike for all members; null for none. */
  readonly group: string | null;
}

/** What is to be different about a dealership; what is left out stays. */
export interface DealershipChanges {
  readonly name?: string;
  readonly slug?: string;
  /** Month, 1 to 12. */
  readonly yearStarts?: number;
  readonly yearNamed?: 'first' | 'last';
  /** Null takes it out of its group. */
  readonly group?: string | null;
}

/** The dealerships, by name. */
export class Dealerships {
  constructor(
    private readonly queries: Queries,
    private readonly slugify: StoreTools['slugify'],
    private readonly hash: HashText,
  ) {}

  /**
   * All of them in the order of their names; or those of one group, upper and lower case alike.
   *
   * @throws UserError where one isn't what was written.
   */
  async list(of?: { readonly group: string }): Promise<StoredDealership[]> {
    const rows = await this.queries.selectFrom('dealership').selectAll().orderBy('name').execute();
    const all = rows.map((row) => soundDealership(this.hash, row));
    return of === undefined ? all : all.filter((one) => isIn(one, of.group));
  }

  /** The one with that name or slug, upper and lower case alike, or null. */
  async find(nameOrSlug: string): Promise<StoredDealership | null> {
    const wanted = foldName(nameOrSlug);
    const rows = await this.queries
      .selectFrom('dealership')
      .selectAll()
      .where((where) => where.or([where('folded', '=', wanted), where('slug', '=', wanted)]))
      .orderBy('name')
      .execute();
    const [row] = [...rows.filter(({ folded }) => folded === wanted), ...rows];
    return row === undefined ? null : soundDealership(this.hash, row);
  }

  /** Adds a dealership under a slug of its own, or gives the one that has its name already. */
  async add(
    name: string,
    year: BusinessYear,
    now: Now,
    group: string | null = null,
  ): Promise<StoredDealership> {
    const base = await this.slugify(name);
    return exclusively(this.queries, async (queries) => {
      const dealerships = new Dealerships(queries, this.slugify, this.hash);
      const known = await dealerships.find(name);
      if (known !== null) return known;
      const added = {
        id: newId(),
        name: closedUp(name),
        slug: uniqueSlug(base, await dealerships.slugsLike(base)),
        ...kept(year),
        group: spelled(group, await dealerships.groups()),
      };
      const row = rowOf(added, momentOf(now));
      await queries
        .insertInto('dealership')
        .values(marked(this.hash, 'dealership', row))
        .execute();
      return added;
    });
  }

  /**
   * Changes a dealership. Its audits keep the name they were made under, so every seal still holds.
   *
   * @param slug in the form that `slugify` gives.
   * @throws UserError when another has the name or the slug, or when the year is to start in another
   *   month though there are audits: their quarters would become other months.
   */
  async edit(
    dealership: StoredDealership,
    { name, slug, yearStarts, yearNamed, group }: DealershipChanges,
  ): Promise<StoredDealership> {
    return exclusively(this.queries, async (queries) => {
      const dealerships = new Dealerships(queries, this.slugify, this.hash);
      const row = await queries
        .selectFrom('dealership')
        .where('id', '=', dealership.id)
        .selectAll()
        .executeTakeFirstOrThrow();
      const now = soundDealership(this.hash, row);
      for (const wanted of [name, slug]) {
        const taken = wanted === undefined ? null : await dealerships.find(wanted);
        if (wanted !== undefined && taken !== null && taken.id !== now.id) {
          throw new UserError(
            `${visibleLine(wanted)} is taken by ${taken.name} (${taken.slug}).`,
            'Give another; nothing was changed.',
          );
        }
      }
      const edited: StoredDealership = {
        id: now.id,
        name: name === undefined ? now.name : closedUp(name),
        slug: slug ?? now.slug,
        ...kept({
          yearStarts: yearStarts ?? now.yearStarts,
          yearNamed: yearNamed === undefined ? now.yearNamed : firstOnly(yearNamed),
        }),
        group: group === undefined ? now.group : spelled(group, await dealerships.groups(now.id)),
      };
      if (!isSameYear(edited, now)) await refuseAudited(queries, now);
      await queries
        .updateTable('dealership')
        .where('id', '=', now.id)
        .set(marked(this.hash, 'dealership', rowOf(edited, row.created_at)))
        .execute();
      return edited;
    });
  }

  /** Takes a dealership away that has no answers; see `removeDealership`. */
  async remove(dealership: StoredDealership): Promise<void> {
    await removeDealership(this.queries, dealership);
  }

  /** Brings one under another; see `mergeDealership`. */
  async merge(from: StoredDealership, into: StoredDealership): Promise<number> {
    return mergeDealership(this.queries, this.hash, from, into);
  }

  /** The slugs that are this one, with or without a number behind it. */
  private async slugsLike(base: string): Promise<string[]> {
    const rows = await this.queries
      .selectFrom('dealership')
      .select('slug')
      .where((where) => where.or([where('slug', '=', base), where('slug', 'like', `${base}-%`)]))
      .execute();
    return rows.map(({ slug }) => slug);
  }

  /** The names of all groups as their members have them, but for those of one dealership. */
  private async groups(but = ''): Promise<string[]> {
    const rows = await this.queries
      .selectFrom('dealership')
      .where('group_name', 'is not', null)
      .where('id', '!=', but)
      .select('group_name')
      .distinct()
      .execute();
    return rows.flatMap(({ group_name }) => group_name ?? []);
  }
}

/** A dealership as it is kept; one that isn't what was written is refused. */
export function soundDealership(
  hash: HashText,
  row: Selectable<Tables['dealership']>,
): StoredDealership {
  if (row.mark !== markOfRow(hash, 'dealership', row)) throw spoiledDealership(row.name);
  const { id, slug, name, year_starts, year_named, group_name: group } = row;
  return { id, slug, name, ...yearIn({ year_starts, year_named }), group };
}

async function refuseAudited(queries: Queries, { id, name }: StoredDealership): Promise<void> {
  const audit = await queries
    .selectFrom('audit')
    .where('dealership_id', '=', id)
    .select('id')
    .executeTakeFirst();
  if (audit === undefined) return;
  throw new UserError(
    `${name} has audits: in another business year their quarters would be other months.`,
    'Leave --year-starts out; nothing was changed.',
  );
}

/** Whether a dealership belongs to the group that somebody names. */
function isIn({ group }: StoredDealership, named: string): boolean {
  return group !== null && foldName(group) === foldName(named);
}

/** The name of a group as its members have it; as it is given where there are none. */
function spelled(group: string | null, groups: readonly string[]): string | null {
  return group === null ? null : spelledAs(group, groups);
}

function rowOf(
  { id, slug, name, yearStarts, yearNamed, group }: StoredDealership,
  created_at: string,
): Omit<Selectable<Tables['dealership']>, 'mark'> {
  return {
    ...{
      id,
      slug,
      name,
      created_at,
      year_starts: yearStarts,
      year_named: yearNamed ?? null,
      group_name: group,
    },
    folded: foldName(name),
  };
}

/** A slug with a number behind it where another dealership has it already. */
function uniqueSlug(base: string, taken: readonly string[]): string {
  let slug = base;
  for (let number = 2; taken.includes(slug); number++) slug = `${base}-${String(number)}`;
  return slug;
}

/** A business year as it is kept: what one in a single calendar year is named by says nothing. */
function kept({ yearStarts, yearNamed }: BusinessYear): BusinessYear {
  return yearStarts === 1 || yearNamed === undefined ? { yearStarts } : { yearStarts, yearNamed };
}

function firstOnly(named: 'first' | 'last'): 'first' | undefined {
  return named === 'first' ? named : undefined;
}
