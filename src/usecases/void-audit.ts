import { UserError } from '../core/errors.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { auditName } from './audit-name.js';
import { auditorNamed } from './auditor-named.js';
import { CHECKUP } from '../core/words/program.js';

/** How an audit can be taken back: without a trace where nothing was recorded, else by a void. */
export type WayBack = 'discard' | 'void';

/** How this one can be. */
export async function wayBack(store: Store, audit: AuditSummary): Promise<WayBack> {
  return (await store.voids.isBare(audit)) ? 'discard' : 'void';
}

/**
 * Takes an audit away in which nothing was recorded.
 *
 * @throws UserError where somebody has recorded something in it since.
 */
export async function discardAudit(store: Store, audit: AuditSummary): Promise<void> {
  if (await store.voids.discard(audit)) return;
  throw new UserError(
    `Something has just been recorded in the audit of ${auditName(audit)}; it stays.`,
    `Look at it with ${CHECKUP} answers, or make it void with ${CHECKUP} void --why TEXT.`,
  );
}

/** Makes an audit void: it stays, and counts no more. */
export async function voidAudit(
  store: Store,
  audit: AuditSummary,
  said: { readonly by: string; readonly why: string },
  now: Date,
): Promise<void> {
  await store.voids.set(audit, { ...said, by: await auditorNamed(store, said.by) }, now);
}
