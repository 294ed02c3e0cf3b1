import type { App } from '../app.js';
import { chooseAmong } from '../interview/choose.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import type { WantedAudit } from '../usecases/find-audit.js';
import { findOpenAudit, nameOfOpen } from '../usecases/find-audit.js';
import { findDealership } from '../usecases/find-dealership.js';
import type { Found } from '../usecases/found.js';
import { CHECKUP } from '../core/words/program.js';

/** The flags that say which audit is meant. */
export type AuditFlags = WantedAudit;

/** The dealership a flag names, or the only one there is; asks where there are several. */
export async function chooseDealership(
  app: App,
  store: Store,
  wanted: string | undefined,
): Promise<StoredDealership> {
  const found = await findDealership(store, wanted);
  return chosen(app, found, 'Which dealership?', ({ name }) => name);
}

/** The open audit that fits the flags, whosever it is; asks where there are several. */
export async function chooseOpenAudit(
  app: App,
  store: Store,
  flags: AuditFlags,
): Promise<AuditSummary> {
  return chosen(app, await findOpenAudit(store, flags), WHICH_OPEN, nameOfOpen);
}

/** The same, and null where none is open. */
export async function pickOpenAudit(
  app: App,
  store: Store,
  flags: AuditFlags,
): Promise<AuditSummary | null> {
  const found = await findOpenAudit(store, flags);
  return found.kind === 'none' ? null : chosen(app, found, WHICH_OPEN, nameOfOpen);
}

/** One audit of a quarter; asks where that was audited by several checklists. */
export async function chooseAudit(app: App, found: Found<AuditSummary>): Promise<AuditSummary> {
  return chosen(app, found, 'Which audit?', nameOfOpen);
}

const WHICH_OPEN = 'Several audits are open. Which one?';

async function chosen<One>(
  app: App,
  found: Found<One>,
  question: string,
  name: (one: One) => string,
): Promise<One> {
  if (found.kind === 'none') throw found.why;
  if (found.kind === 'one') return found.one;
  const choices = found.all.map((one) => ({ name: name(one), value: one }));
  return chooseAmong(app.ask, question, choices, found.why);
}

/** The flags that mean this audit and no other. */
export function flagsFor({ dealership, quarter, checklistId }: AuditSummary): readonly string[] {
  return ['--dealership', dealership.slug, '--quarter', quarter, '--checklist', checklistId];
}

/** The command that goes on with this audit and no other. */
export function auditCommand(summary: AuditSummary): string {
  return `${CHECKUP} audit ${flagsFor(summary).join(' ')}`;
}
