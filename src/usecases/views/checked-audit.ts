import type { Audit } from '../../core/audit/audit.js';
import type { AuditResult } from '../../core/score/score.js';
import { scoreAudit } from '../../core/score/score.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import { sealHolds } from '../../storage/seals.js';
import type { Store } from '../../storage/store.js';

/** An audit with its score, and whether its seal was looked at. */
export interface CheckedAudit {
  readonly audit: Audit;
  readonly result: AuditResult;
  /** Whether the seal still fits what is kept; true for an open audit. */
  readonly sealHolds: boolean;
}

/** Loads an audit, scores it and looks at its seal. */
export async function checkedAudit(store: Store, summary: AuditSummary): Promise<CheckedAudit> {
  const audit = await store.audits.load(summary);
  return { audit, result: scoreAudit(audit), sealHolds: sealHolds(audit) };
}
