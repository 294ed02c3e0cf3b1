import { UserError } from '../core/errors.js';
import { closedUp, nearName } from '../core/names.js';
import type { BusinessYear } from '../core/quarter.js';
import { MONTHS } from '../core/quarter.js';
import type { Store } from '../storage/store.js';
import { validName } from './agreement.js';
import type { PlannedDealership, SaidOfAudit, Unsaid } from './audit-plan.js';
import type { ChecklistPlaces } from './find-checklist.js';
import type { SaidOfYear } from './keep-dealership.js';
import { yearSaid } from './keep-dealership.js';

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
  { quarter, another = false, ...said }: SaidOfAudit,
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
    if (saysOtherwise(said, known)) {
      const by = known.yearNamed === 'first' ? ' and is named by its first year' : '';
      throw new UserError(
        `The business year of ${known.name} starts in ${MONTHS[known.yearStarts - 1] ?? ''}${by}.`,
        'Leave --year-starts and --year-named out: they are for new dealerships.',
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
  const asks = said.yearStarts === undefined && wanted === undefined;
  return { isNew: true, name: closedUp(name), year: asks ? await unsaid.year() : yearSaid(said) };
}

/** Whether what was said of a business year is not how it is. */
function saysOtherwise({ yearStarts, yearNamed }: SaidOfYear, known: BusinessYear): boolean {
  const isOther = yearStarts !== undefined && yearStarts !== known.yearStarts;
  return isOther || (yearNamed !== undefined && yearNamed !== (known.yearNamed ?? 'last'));
}
