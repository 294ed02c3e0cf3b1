import { scoreAudit } from '../../core/score/score.js';
import type { CheckedAudit } from '../../documents/audit/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { Store } from '../../storage/store.js';
import { sealHolds } from '../seal-holds.js';

/** Loads an audit for a report, scores it and looks at its seal. */
export async function scored(store: Store, summary: AuditSummary): Promise<CheckedAudit> {
  const audit = await store.audits.load(summary);
  return { audit, result: scoreAudit(audit), sealHolds: summary.isSound && sealHolds(audit) };
}
