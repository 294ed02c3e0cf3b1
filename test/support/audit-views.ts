import type { Audit } from '../../src/core/audit/audit.js';
import { scoreAudit } from '../../src/core/score/score.js';
import type { AuditView } from '../../src/documents/audit/view.js';
import { auditViewOf } from '../../src/usecases/views/audit-view.js';

/** What the report of an audit is made of, with nothing before it and no evidence found. */
export function viewOfAudit(audit: Audit, target: number | null = null): AuditView {
  const now = { audit, result: scoreAudit(audit), sealHolds: true };
  return auditViewOf({ now, before: null, past: [], chain: [], evidence: new Map(), target });
}
