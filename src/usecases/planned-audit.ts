import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import type { Quarter } from '../core/quarter.js';
import { quarterOf, shiftQuarter } from '../core/quarter.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import { requireScope } from './agreement.js';
import { auditName } from './audit-name.js';
import { auditsOf, onlyAudit } from './find-audit.js';
import type { ChecklistPlaces } from './find-checklist.js';
import { checklistAhead } from './find-checklist.js';
import { quarterFrom } from './find-quarter.js';
import { CHECKUP } from '../core/words/program.js';

/** The check-up that lies ahead: an open audit, or one that nobody has started. */
export interface PlannedAudit {
  /** Null where nobody has started it. */
  readonly summary: AuditSummary | null;
  readonly quarter: Quarter;
  readonly checklist: Checklist;
  readonly scope: Scope;
}

/** What was said of it. */
export interface WantedPlan {
  /** As it was typed. */
  readonly quarter?: string | undefined;
  /** The id of the checklist. */
  readonly checklist?: string | undefined;
  /** The checklist at a path that was given, or null. */
  readonly given: Checklist | null;
  readonly isFull: boolean;
}

/** The open audit as the one that lies ahead, by the checklist that it keeps. */
export async function plannedOpen(
  store: Store,
  open: AuditSummary,
  { isFull }: WantedPlan,
): Promise<PlannedAudit> {
  requireScope(open, isFull ? 'full' : undefined);
  const { checklist } = await store.audits.load(open);
  return { summary: open, quarter: open.quarter, checklist, scope: open.scope };
}

/**
 * The check-up that comes next where none is open.
 *
 * @throws UserError where the quarter asked for is sealed already.
 */
export async function plannedNext(
  places: ChecklistPlaces,
  store: Store,
  dealership: StoredDealership,
  { quarter: typed, checklist, given, isFull }: WantedPlan,
  now: Date,
): Promise<PlannedAudit> {
  const audits = await auditsOf(store, dealership, { checklist });
  const quarter = typed === undefined ? undefined : quarterFrom(typed);
  const sealed =
    quarter === undefined
      ? null
      : onlyAudit(
          audits.filter((audit) => audit.quarter === quarter),
          quarter,
        );
  if (sealed !== null) {
    throw new UserError(
      `The audit of ${auditName(sealed)} is sealed already.`,
      `Write its report with ${CHECKUP} report, or leave --quarter out for the next one.`,
    );
  }
  const latest = audits.at(-1);
  return {
    summary: null,
    quarter: quarter ?? nextQuarter(latest, quarterOf(now, dealership)),
    checklist: await checklistAhead(places, store, audits, given, checklist),
    scope: isFull ? 'full' : (latest?.scope ?? 'core'),
  };
}

const LAST_QUARTER = '9999-Q4';

/** Today's quarter, or the one after the latest audit where that is later. */
function nextQuarter(latest: AuditSummary | undefined, today: Quarter): Quarter {
  if (latest === undefined || latest.quarter < today) return today;
  if (latest.quarter === LAST_QUARTER) {
    throw new UserError(`No quarter comes after ${LAST_QUARTER}.`, 'Say which with --quarter.');
  }
  return shiftQuarter(latest.quarter, 1);
}
