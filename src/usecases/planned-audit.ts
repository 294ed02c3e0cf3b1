import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import type { Quarter } from '../core/quarter.js';
import { shiftQuarter } from '../core/quarter.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';

/** The check-up that lies ahead: an open audit, or one that nobody has started. */
export interface PlannedAudit {
  /** Null where nobody has started it. */
  readonly summary: AuditSummary | null;
  readonly quarter: Quarter;
  readonly checklist: Checklist;
  readonly scope: Scope;
}

/** The open audit as the one that lies ahead, by the checklist that it keeps. */
export async function plannedOpen(store: Store, open: AuditSummary): Promise<PlannedAudit> {
  const { checklist } = await store.audits.load(open);
  return { summary: open, quarter: open.quarter, checklist, scope: open.scope };
}

const LAST_QUARTER = '9999-Q4';

/**
 * Today's quarter, or the one after the latest audit where that is later.
 *
 * @throws UserError where no quarter comes after it.
 */
export function nextQuarter(latest: AuditSummary | undefined, today: Quarter): Quarter {
  if (latest === undefined || latest.quarter < today) return today;
  if (latest.quarter === LAST_QUARTER) {
    throw new UserError(`No quarter comes after ${LAST_QUARTER}.`, 'Say which with --quarter.');
  }
  return shiftQuarter(latest.quarter, 1);
}
