import type { Order } from '../../core/audit/route.js';
import { briefOf } from '../../core/brief/brief.js';
import { compareAudits } from '../../core/compare/compare.js';
import type { Standing } from '../../core/compare/ranking.js';
import type { BriefView, LastAudit } from '../../documents/brief/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { Store } from '../../storage/store.js';
import type { PlannedAudit } from '../planned-audit.js';
import type { CheckedAudit } from '../../documents/audit/view.js';
import { mostAlike } from './alike.js';
import { scored } from './checked-audit.js';

/** Gathers all that a brief is made of. */
export async function briefView(
  store: Store,
  dealership: StoredDealership,
  { summary, quarter, checklist, scope }: PlannedAudit,
  by: Order,
): Promise<BriefView> {
  const before = (await store.audits.list({ dealership })).filter(
    (audit) => audit.seal !== null && audit.checklistId === checklist.id && audit.quarter < quarter,
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
    brief: briefOf(ahead, past, await scoresBeside(store, before.at(-1))),
    last: lastOf(past),
    chain: dealership.id === '' ? [] : await store.seals.faults(dealership),
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
 * alike, as a comparison of the group has it: quarter, checklist, scope, business year.
 */
async function scoresBeside(
  store: Store,
  last: AuditSummary | undefined,
): Promise<(Standing | null)[]> {
  if (last === undefined) return [];
  const { dealership, quarter } = last;
  const sealed = await store.scores.sealed({ group: dealership.group, quarters: [quarter] });
  const own = sealed.find((one) => one.audit === last.id);
  if (own === undefined) return [];
  return sealed
    .filter((one) => one.dealership !== own.dealership && mostAlike([own]).isAlike(one))
    .map(({ apart, standing }) => (apart ? null : standing));
}
