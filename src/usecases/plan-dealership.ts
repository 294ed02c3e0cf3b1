import { UserError } from '../core/errors.js';
import { closedUp, nearName } from '../core/names.js';
import { MONTHS } from '../core/quarter.js';
import type { Store } from '../storage/store.js';
import { validName } from './agreement.js';
import type { PlannedDealership, SaidOfAudit, Unsaid } from './audit-plan.js';
import type { ChecklistPlaces } from './find-checklist.js';

/** What planning an audit needs of the world. */
export interface PlanContext {
  readonly store: Store;
  readonly places: ChecklistPlaces;
  readonly unsaid: Unsaid;
  readonly now: Date;
}

/** The dealership that is meant, known or new; asks where nobody said. */
export async function planDealership(
  { store, unsaid }: PlanContext,
  wanted: string | undefined,
  { yearStarts, quarter, another = false }: SaidOfAudit,
): Promise<PlannedDealership> {
  const all = await store.dealerships.list();
  const [only] = all;
  if (wanted === undefined && all.length === 1 && only !== undefined && !another) {
    const audits = await store.audits.list({ dealership: only });
    const isClear = quarter !== undefined || audits.some((audit) => audit.seal === null);
    if (!unsaid.canAsk || isClear) return { isNew: false, kept: only };
  }
  const name = wanted ?? (await unsaid.dealership(all));
  const known = await store.dealerships.find(name);
  if (known !== null) {
    if (yearStarts !== undefined && yearStarts !== known.yearStarts) {
      throw new UserError(
        `The business year of ${known.name} starts in ${MONTHS[known.yearStarts - 1] ?? ''}.`,
        'Leave --year-starts out: it is for new dealerships.',
      );
    }
    return { isNew: false, kept: known };
  }
  validName('--dealership', name);
  // A slip of the keyboard must not become a dealership beside the real one.
  if (wanted !== undefined && all.length > 0) {
    const meant = nearName(
      wanted,
      all.map((one) => one.name),
    );
    if (!(await unsaid.isNew(name, meant))) {
      throw new UserError('No dealership was added.', 'Give its name with --dealership.');
    }
  }
  const month = yearStarts ?? (wanted === undefined ? await unsaid.yearStart() : 1);
  return { isNew: true, name: closedUp(name), yearStarts: month };
}
