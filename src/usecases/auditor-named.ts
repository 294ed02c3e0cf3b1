import { spelledAs } from '../core/names.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';

/** An auditor in the spelling in which they are known: Anna and anna are one person. */
export async function auditorNamed(store: Store, typed: string): Promise<string> {
  return spelledAs(typed, await store.auditors.known());
}

/** Who does something in an audit: who is named, or else who recorded last in it. */
export async function auditorIn(
  store: Store,
  audit: AuditSummary,
  named: string | undefined,
): Promise<string> {
  return named === undefined ? store.auditors.last(audit) : auditorNamed(store, named);
}
