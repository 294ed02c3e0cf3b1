import type { Seal } from '../core/audit/audit.js';
import { unansweredItems } from '../core/audit/audit.js';
import { askedItems } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import type { AuditResult } from '../core/score/score.js';
import { scoreAudit } from '../core/score/score.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { auditName } from './audit-name.js';
import type { CheckedEvidence } from './look-at-evidence.js';
import { checkedEvidence } from './look-at-evidence.js';
import { CHECKUP } from '../core/words/program.js';

/** How an open audit stands. */
export interface Standing {
  readonly result: AuditResult;
  /** How many items have no answer yet. */
  readonly left: number;
}

/** How an audit stands now. */
export async function standingOf(store: Store, summary: AuditSummary): Promise<Standing> {
  const kept = await store.audits.load(summary);
  return { result: scoreAudit(kept), left: unansweredItems(kept).length };
}

/**
 * Looks at what a seal would cover.
 *
 * @param folder where the evidence is kept.
 */
export async function lookBeforeSeal(
  store: Store,
  summary: AuditSummary,
  folder: string,
): Promise<CheckedEvidence[]> {
  return checkedEvidence(await store.audits.load(summary), folder);
}

/**
 * How many items would be sealed unanswered.
 *
 * @throws UserError where none is answered: there is nothing to seal.
 */
export async function unansweredBeforeSeal(store: Store, summary: AuditSummary): Promise<number> {
  const open = await store.audits.load(summary);
  const left = unansweredItems(open).length;
  if (askedItems(open.checklist, open.scope).length > left) return left;
  throw new UserError(
    `The audit of ${auditName(summary)} has no answer yet, so there is nothing to seal.`,
    `Answer it with ${CHECKUP} audit, or give --answers FILE.`,
  );
}

/** Seals an audit. */
export async function sealAudit(
  store: Store,
  summary: AuditSummary,
  by: string,
  now: Date,
): Promise<AuditSummary & { readonly seal: Seal }> {
  const { seal } = await store.seals.set(summary, by, now);
  return { ...summary, seal };
}
