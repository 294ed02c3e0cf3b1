import type { Order } from '../../core/audit/route.js';
import { briefOf } from '../../core/brief/brief.js';
import { compareAudits } from '../../core/compare/compare.js';
import type { BriefView, LastAudit } from '../../documents/brief/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { Store } from '../../storage/store.js';
import type { PlannedAudit } from '../planned-audit.js';
import type { CheckedAudit } from '../../reports/view.js';
import { scored } from './checked-audit.js';

/** Gathers all that a brief is made of. */
export async function briefView(
  store: Store,
  dealership: StoredDealership,
  { summary, quarter, checklist, scope }: PlannedAudit,
  by: Order,
): Promise<BriefView> {
  const sealed = (await store.audits.list()).filter(
    (audit) => audit.seal !== null && audit.checklistId === checklist.id,
  );
  const before = sealed.filter(
    (audit) => audit.dealership.id === dealership.id && audit.quarter < quarter,
  );
  const past: CheckedAudit[] = [];
  for (const each of before) past.push(await scored(store, each));
  const audit = summary === null ? null : await store.audits.load(summary);
  const ahead = { checklist, scope, audit, by };
  return {
    dealership,
    group: dealership.group,
    quarter,
    ahead,
    brief: briefOf(ahead, past, await sharesBeside(store, before.at(-1), sealed)),
    last: lastOf(past),
    brokenSeals: past.filter((one) => !one.sealHolds).map((one) => one.audit.quarter),
  };
}

/** The last of some audits, held against the one before it. */
function lastOf(past: readonly CheckedAudit[]): LastAudit | null {
  const last = past.at(-1);
  if (last === undefined) return null;
  const before = past.findLast(({ audit }) => audit.quarter < last.audit.quarter);
  const { audit, result } = last;
  if (before === undefined) return { audit, result, previous: null };
  const comparison = compareAudits(before.result, result);
  return { audit, result, previous: { quarter: before.audit.quarter, comparison } };
}

/**
 * What the other dealerships of its group scored, or all others where it has none, that were audited
 * alike: quarter, checklist, version, scope.
 */
async function sharesBeside(
  store: Store,
  last: AuditSummary | undefined,
  sealed: readonly AuditSummary[],
): Promise<(number | null)[]> {
  const alike = sealed.filter(
    (audit) =>
      last !== undefined &&
      audit.dealership.id !== last.dealership.id &&
      (last.dealership.group === null || audit.dealership.group === last.dealership.group) &&
      audit.quarter === last.quarter &&
      audit.checklistVersion === last.checklistVersion &&
      audit.scope === last.scope,
  );
  const kept = await store.scores.list();
  const shares: (number | null)[] = [];
  for (const audit of alike) {
    shares.push((kept.get(audit.id) ?? (await scored(store, audit)).result).share);
  }
  return shares;
}
