import type { App } from '../app.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { DEFAULT_CHECKLIST } from '../files/built-in.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { loadWanted } from './audit-questions.js';

/**
 * The checklist of a check-up that nobody has started: the one asked for, else the one that the
 * dealership used last, as it was then, else the default.
 *
 * @param audits the dealership's audits, in order.
 * @param given the checklist at a path that was asked for, or null.
 * @param id the id that was asked for.
 */
export async function checklistAhead(
  app: App,
  store: Store,
  audits: readonly AuditSummary[],
  given: Checklist | null,
  id: string | undefined,
): Promise<Checklist> {
  if (given !== null) return given;
  const last = audits.findLast(({ checklistId }) => id === undefined || checklistId === id);
  return last === undefined
    ? loadWanted(app, id ?? DEFAULT_CHECKLIST)
    : (await store.audits.load(last)).checklist;
}
