import { unansweredItems } from '../../core/audit/audit.js';
import { differenceOf } from '../../core/score/uncertainty.js';
import type { SealedStanding, StandingView } from '../../documents/standing/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { SealedScore } from '../../storage/scores.js';
import type { Store } from '../../storage/store.js';

/** Where every dealership that was audited stands; where something happened last comes first. */
export async function standingView(store: Store): Promise<StandingView> {
  const scores = await store.scores.sealed({ group: null, quarters: null });
  const byDealership = [
    ...Map.groupBy(await store.audits.list(), ({ dealership }) => dealership.id).values(),
  ].sort((a, b) => (latestMoment(a) < latestMoment(b) ? 1 : -1));
  const dealerships = [];
  for (const audits of byDealership) {
    const [first] = audits;
    if (first === undefined) continue;
    const { id, name, slug } = first.dealership;
    const own = scores.filter(({ dealership }) => dealership === id);
    const open = [];
    for (const summary of audits.filter(({ seal }) => seal === null)) {
      const unanswered = unansweredItems(await store.audits.load(summary)).length;
      open.push({ quarter: summary.quarter, unanswered });
    }
    dealerships.push({ name, slug, audits: audits.length, sealed: latestOf(own), open });
  }
  return { dealerships };
}

function latestMoment(audits: readonly AuditSummary[]): string {
  const moments = audits.map(({ startedAt, seal }) => seal?.at ?? startedAt);
  return moments.reduce((latest, each) => (each > latest ? each : latest), '');
}

/** The latest of a dealership's sealed audits, held against the one before by the same checklist. */
function latestOf(scores: readonly SealedScore[]): SealedStanding | null {
  const inOrder = [...scores].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const latest = inOrder.at(-1);
  if (latest === undefined) return null;
  const before = inOrder.findLast(
    ({ quarter, checklistId }) => quarter < latest.quarter && checklistId === latest.checklistId,
  );
  const [from, to] = [before?.estimate ?? null, latest.estimate];
  return {
    quarter: latest.quarter,
    share: to?.share ?? null,
    coverage: latest.coverage,
    change: from === null || to === null ? null : differenceOf(from, to),
  };
}
