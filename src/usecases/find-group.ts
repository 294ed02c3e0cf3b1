import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { GroupView } from '../documents/group/view.js';
import type { Store } from '../storage/store.js';
import { knownDealerships, membersOf } from './find-dealership.js';
import { quarterFrom } from './find-quarter.js';
import { groupQuarter, groupView } from './views/group-view.js';

/** Which dealerships are compared, and by what. */
export interface WantedGroup {
  /** All dealerships when left out. */
  readonly group?: string | undefined;
  readonly checklist?: string | undefined;
}

/**
 * All that a comparison of several dealerships is made of.
 *
 * @param text the quarter as it was typed; the latest sealed one of any of them when left out.
 * @throws UserError where nothing sealed is there to compare.
 */
export async function findGroup(
  store: Store,
  text: string | undefined,
  { group: named, checklist }: WantedGroup,
): Promise<GroupView> {
  const wanted = text === undefined ? undefined : quarterFrom(text, 'The quarter');
  const members =
    named === undefined ? await knownDealerships(store) : await membersOf(store, named);
  // All members have the same.
  const group = named === undefined ? null : (members[0]?.group ?? null);
  const found = await groupQuarter(store, group, wanted, checklist);
  if (found.found === 'quarter') {
    return groupView(store, group, members, found.quarter, checklist);
  }
  const by = checklist === undefined ? '' : ` by the checklist ${visibleLine(checklist)}`;
  if (wanted === undefined || found.quarters.length === 0) {
    throw new UserError(
      `There is no sealed audit${by} to compare yet.`,
      'Seal one with checkup audit; checkup list shows those there are.',
    );
  }
  throw new UserError(
    `There is no sealed audit${by} in ${wanted}.`,
    `There are in: ${found.quarters.join(', ')}.`,
  );
}
