import { unansweredItems } from '../core/audit/audit.js';
import { scoreAudit } from '../core/score/score.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { KeptScore } from '../storage/scores.js';
import type { Store } from '../storage/store.js';

/** An audit and how far it is. */
export interface AuditSoFar {
  readonly summary: AuditSummary;
  readonly score: KeptScore;
  /** How many items of an open audit have no answer yet; null for a sealed one. */
  readonly unanswered: number | null;
}

/** Every audit with its score, or those of one dealership: a sealed one's as kept, an open one's as it stands. */
export async function auditsSoFar(
  store: Store,
  dealership?: StoredDealership,
): Promise<AuditSoFar[]> {
  const kept = await store.scores.list(dealership);
  const audits: AuditSoFar[] = [];
  const summaries = await store.audits.list(dealership === undefined ? undefined : { dealership });
  for (const summary of summaries) {
    const isOpen = summary.seal === null;
    const known = isOpen ? undefined : kept.get(summary.id);
    if (known !== undefined) {
      const score = summary.isSound ? known : { ...known, sealHolds: false };
      audits.push({ summary, score, unanswered: null });
      continue;
    }
    const audit = await store.audits.load(summary);
    const unanswered = isOpen ? unansweredItems(audit).length : null;
    const { share, coverage } = scoreAudit(audit);
    audits.push({ summary, score: { share, coverage, sealHolds: null }, unanswered });
  }
  return audits;
}
