import { compareAudits } from '../../core/compare/compare.js';
import { scoreAudit } from '../../core/score/score.js';
import type { AuditView, CheckedAudit, ComparisonView, FoundEvidence } from '../../reports/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { Store } from '../../storage/store.js';
import { sealedBefore } from '../find-audit.js';
import { sealHolds } from '../seal-holds.js';

/** Loads an audit for a report, scores it and looks at its seal. */
export async function scored(store: Store, summary: AuditSummary): Promise<CheckedAudit> {
  const audit = await store.audits.load(summary);
  return { audit, result: scoreAudit(audit), sealHolds: sealHolds(audit) };
}

/**
 * All that the report of an audit is made of, the audit before it included; its evidence is looked
 * for by `gatherEvidence`.
 *
 * @param among the audits to look for the one before in; all of the dealership when left out.
 */
export async function auditView(
  store: Store,
  summary: AuditSummary,
  among?: readonly AuditSummary[],
): Promise<AuditView> {
  const now = await scored(store, summary);
  const all = among ?? (await store.audits.list({ dealership: summary.dealership }));
  const before = sealedBefore(summary, all);
  const evidence = new Map<string, FoundEvidence>();
  if (before === null) return { ...now, previous: null, evidence, target: null };
  const then = await scored(store, before);
  const comparison = compareAudits(then.result, now.result);
  return { ...now, previous: { ...then, comparison }, evidence, target: null };
}

/** All that a comparison is made of. */
export async function comparisonView(
  store: Store,
  from: AuditSummary,
  to: AuditSummary,
): Promise<ComparisonView> {
  const [then, now] = [await scored(store, from), await scored(store, to)];
  return { from: then, to: now, comparison: compareAudits(then.result, now.result) };
}
