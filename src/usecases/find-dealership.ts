import { nearName } from '../core/names.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import type { Found } from './found.js';
import { foundIn } from './found.js';
import { CHECKUP } from '../core/words/program.js';

/** All dealerships; an error where there is none. */
export async function knownDealerships(store: Store): Promise<StoredDealership[]> {
  const all = await store.dealerships.list();
  if (all.length > 0) return all;
  throw noDealership();
}

function noDealership(): UserError {
  return new UserError(
    'There is no dealership yet.',
    `Start the first audit with ${CHECKUP} audit, or see the example with ${CHECKUP} demo.`,
  );
}

/** The dealership that a name or slug means, or the only one there is. */
export async function findDealership(
  store: Store,
  wanted: string | undefined,
): Promise<Found<StoredDealership>> {
  const all = await store.dealerships.list();
  if (all.length === 0) return { kind: 'none', why: noDealership() };
  if (wanted === undefined) {
    return foundIn(all, {
      none: noDealership,
      several: () =>
        new UserError(
          'Several dealerships are known, and there is no terminal to ask in.',
          'Give --dealership NAME.',
        ),
    });
  }
  const one = await store.dealerships.find(wanted);
  return one === null ? { kind: 'none', why: notThere(wanted, all) } : { kind: 'one', one };
}

function notThere(wanted: string, all: readonly StoredDealership[]): UserError {
  const meant = nearName(
    wanted,
    all.flatMap((one) => [one.name, one.slug]),
  );
  return new UserError(
    `There is no dealership ${visibleLine(wanted)}.`,
    meant === null
      ? `See ${CHECKUP} dealership list for those there are.`
      : `Did you mean ${meant}?`,
  );
}

/**
 * The dealerships of a group, in the order of their names; at least one.
 *
 * @throws UserError that names the groups there are.
 */
export async function membersOf(store: Store, group: string): Promise<StoredDealership[]> {
  const members = await store.dealerships.list({ group });
  if (members.length > 0) return members;
  const all = await store.dealerships.list();
  const groups = [...new Set(all.flatMap((one) => one.group ?? []))].sort();
  throw new UserError(
    `There is no group ${visibleLine(group)}.`,
    groups.length === 0
      ? `Put a dealership into one with ${CHECKUP} dealership edit NAME --group GROUP.`
      : `There are: ${groups.join(', ')}.`,
  );
}
