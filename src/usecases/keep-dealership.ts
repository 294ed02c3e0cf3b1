import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { slugify } from '../files/slug.js';
import type { DealershipChanges, StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import { validName } from './agreement.js';
import type { BusinessYear } from '../core/quarter.js';
import { CHECKUP } from '../core/words/program.js';

/** What was said about a business year. */
export interface SaidOfYear {
  readonly yearStarts?: number;
  readonly yearNamed?: 'first' | 'last';
}

/** A business year by what was said of it: the calendar's where nothing was. */
export function yearSaid({ yearStarts = 1, yearNamed }: SaidOfYear): BusinessYear {
  return yearNamed === 'first' ? { yearStarts, yearNamed } : { yearStarts };
}

/**
 * Adds a dealership before its first audit.
 *
 * @throws UserError where its name is taken.
 */
export async function addDealership(
  store: Store,
  name: string,
  { group, ...year }: { readonly group?: string } & SaidOfYear,
  now: Date,
): Promise<StoredDealership> {
  const known = await store.dealerships.find(name);
  if (known !== null) {
    throw new UserError(
      `${visibleLine(name)} is taken by ${known.name} (${known.slug}).`,
      `Change that one with ${CHECKUP} dealership edit ${known.slug}, or give another name.`,
    );
  }
  return store.dealerships.add(name, yearSaid(year), now, group ?? null);
}

/**
 * Refuses changes that can't be made, and none at all, before anything is looked up.
 *
 * @throws UserError
 */
export async function requireChanges(changes: DealershipChanges): Promise<void> {
  validName('--name', changes.name);
  if (changes.group !== null) validName('--group', changes.group);
  await requireSlug(changes.slug);
  if (Object.keys(changes).length > 0) return;
  throw new UserError(
    'Nothing was said that is to change.',
    'Give --name, --slug, --group, --no-group, --year-starts or --year-named.',
  );
}

async function requireSlug(slug: string | undefined): Promise<void> {
  if (slug === undefined) return;
  const proper = await slugify(slug);
  if (proper === slug) return;
  throw new UserError(
    `--slug ${visibleLine(slug)} is no short form for folders and flags.`,
    `${proper} would be one.`,
  );
}

/**
 * Changes a dealership.
 *
 * @returns it as it is now, and how many audits keep the name they were made under.
 */
export async function editDealership(
  store: Store,
  dealership: StoredDealership,
  changes: DealershipChanges,
): Promise<{ readonly edited: StoredDealership; readonly keptNames: number }> {
  const edited = await store.dealerships.edit(dealership, changes);
  if (edited.name === dealership.name) return { edited, keptNames: 0 };
  const { length } = await store.audits.all({ dealership });
  return { edited, keptNames: length };
}

/**
 * Brings the audits of one dealership under another, and takes it away.
 *
 * @returns how many audits it brought over.
 * @throws UserError as `Dealerships.merge`, and where both are one.
 */
export async function mergeDealerships(
  store: Store,
  from: StoredDealership,
  into: StoredDealership,
): Promise<number> {
  if (from.id !== into.id) return store.dealerships.merge(from, into);
  throw new UserError(
    `${visibleLine(from.name)} can't be merged into itself.`,
    'Name the one that goes first, then the one that stays.',
  );
}
