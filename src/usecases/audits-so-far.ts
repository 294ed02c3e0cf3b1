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
  /** How many items of an open audit have no answer yet; null for one that is sealed or void. */
  readonly unanswered: number | null;
  /** Whether nothing was recorded in it, so that it can be taken away. */
  readonly isBare: boolean;
}

/**
 * Every audit with its score, or those of one dealership: a sealed one's as kept, an open one's as it
 * stands. One that is void is there without a score.
 */
export async function auditsSoFar(
  store: Store,
  dealership?: StoredDealership,
): Promise<AuditSoFar[]> {
  const kept = await store.scores.list(dealership);
  const audits: AuditSoFar[] = [];
  const summaries = await store.audits.all(dealership === undefined ? undefined : { dealership });
  for (const summary of summaries) {
    if (summary.voided !== null) {
      const score = { share: null, coverage: null, sealHolds: null };
      audits.push({ summary, score, unanswered: null, isBare: false });
      continue;
    }
    const isOpen = summary.seal === null;
    const known = isOpen ? undefined : kept.get(summary.id);
    if (known !== undefined) {
      const score = summary.isSound ? known : { ...known, sealHolds: false };
      audits.push({ summary, score, unanswered: null, isBare: false });
      continue;
    }
    const audit = await store.audits.load(summary);
    const unanswered = isOpen ? unansweredItems(audit).length : null;
    const { share, coverage } = scoreAudit(audit);
    const isBare = isOpen && audit.revisions.length === 0 && audit.draws.length === 0;
    audits.push({ summary, score: { share, coverage, sealHolds: null }, unanswered, isBare });
  }
  return audits;
}
