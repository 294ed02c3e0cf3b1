import { v7 as newId } from 'uuid';
import type { Dealership } from '../core/audit/audit.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { slugify, uniqueSlug } from './slug.js';

/** A dealership as it is kept. */
export interface StoredDealership extends Dealership {
  readonly id: string;
}

/** The dealerships, by name. */
export class Dealerships {
  constructor(private readonly queries: Queries) {}

  /** All of them, in the order of their names. */
  async list(): Promise<StoredDealership[]> {
    const rows = await this.queries.selectFrom('dealership').selectAll().orderBy('name').execute();
    return rows.map(({ id, slug, name, year_starts }) => ({
      id,
      slug,
      name,
      yearStarts: year_starts,
    }));
  }

  /** The one with that name or slug, upper and lower case alike, or null. */
  async find(nameOrSlug: string): Promise<StoredDealership | null> {
    const wanted = fold(nameOrSlug);
    const all = await this.list();
    return (
      all.find((one) => fold(one.name) === wanted) ?? all.find((one) => one.slug === wanted) ?? null
    );
  }

  /** Adds a dealership under a slug of its own, or gives the one that has its name already. */
  async add(name: string, yearStarts: number, now: Date): Promise<StoredDealership> {
    const base = await slugify(name);
    return exclusively(this.queries, async (queries) => {
      const dealerships = new Dealerships(queries);
      const known = await dealerships.find(name);
      if (known !== null) return known;
      const taken = (await dealerships.list()).map((one) => one.slug);
      const added = {
        id: newId(),
        name: name.trim().normalize('NFC'),
        slug: uniqueSlug(base, taken),
        yearStarts,
      };
      await queries
        .insertInto('dealership')
        .values({
          id: added.id,
          slug: added.slug,
          name: added.name,
          year_starts: yearStarts,
          created_at: now.toISOString(),
        })
        .execute();
      return added;
    });
  }
}

/** A name as it is looked up: two keyboards may write the same accent in two ways. */
function fold(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
