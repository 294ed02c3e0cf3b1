import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import type { AuditPlan, PlannedDealership } from './audit-plan.js';

/** The dealership that was planned, added where it is new. */
export async function keepDealership(
  store: Store,
  planned: PlannedDealership,
  now: Date,
): Promise<StoredDealership> {
  if (!planned.isNew) return planned.kept;
  return store.dealerships.add(planned.name, planned.year, now);
}

/** The audit that is gone on with, in the scope that was planned: until its first answer it can be another. */
export async function rescopeAudit(
  store: Store,
  { audit, scope }: Extract<AuditPlan, { kind: 'go-on' }>,
): Promise<AuditSummary> {
  return scope === audit.scope ? audit : store.audits.rescope(audit, scope);
}

/** Starts the audit that was planned. */
export async function startAudit(
  store: Store,
  plan: Extract<AuditPlan, { kind: 'start' }>,
  dealership: StoredDealership,
  now: Date,
): Promise<AuditSummary> {
  return store.audits.start({ ...plan, dealership }, now);
}

/** Keeps the days of the visit that an answers file has, where it has some. */
export async function recordVisit(
  store: Store,
  summary: AuditSummary,
  { visited, auditor }: Pick<AuditPlan, 'visited' | 'auditor'>,
  now: Date,
): Promise<void> {
  if (visited !== undefined) await store.visits.set(summary, visited, auditor, now);
}
