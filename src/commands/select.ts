import type { App } from '../app.js';
import { closest } from '../core/closest.js';
import { UserError } from '../core/errors.js';
import type { Quarter } from '../core/quarter.js';
import { parseQuarter } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';
import type { Ask } from '../interview/ask.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';

/** The flags that say which audit is meant. */
export interface AuditFlags {
  readonly dealership?: string;
  readonly quarter?: string;
  readonly checklist?: string;
}

/** Prompts, or an error that names the flag to give instead. */
export function requireAsk(app: App, missing: string, flag: string): Ask {
  if (app.ask !== null) return app.ask;
  throw new UserError(`${missing}, and there is no terminal to ask in.`, `Give ${flag}.`);
}

/** A quarter that a user typed. */
export function quarterFrom(text: string, flag = '--quarter'): Quarter {
  const quarter = parseQuarter(text);
  if (quarter !== null) return quarter;
  throw new UserError(`${flag} ${visibleLine(text)} is not a quarter.`, 'Write it as 2026-Q3.');
}

/** The dealership a flag names, or the only one there is; asks where there are several. */
export async function chooseDealership(
  app: App,
  store: Store,
  wanted: string | undefined,
): Promise<StoredDealership> {
  const all = await store.dealerships.list();
  if (all.length === 0) {
    throw new UserError(
      'There is no dealership yet.',
      'Start the first audit with checkup audit, or see the example with checkup demo.',
    );
  }
  if (wanted !== undefined) {
    const found = await store.dealerships.find(wanted);
    if (found !== null) return found;
    const meant = closest(
      wanted,
      all.flatMap((one) => [one.name, one.slug]),
    );
    throw new UserError(
      `There is no dealership ${visibleLine(wanted)}.`,
      meant === null
        ? 'See checkup dealership list for those there are.'
        : `Did you mean ${meant}?`,
    );
  }
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  const ask = requireAsk(app, 'Several dealerships are known', '--dealership NAME');
  return ask.choose(
    'Which dealership?',
    all.map((one) => ({ name: one.name, value: one })),
  );
}

/**
 * The dealerships of a group, in the order of their names; at least one.
 *
 * @throws UserError that names the groups there are.
 */
export async function membersOf(store: Store, group: string): Promise<StoredDealership[]> {
  const members = await store.dealerships.list({ group });
  if (members.length > 0) return members;
  const all = await store.dealerships.list();
  const groups = [...new Set(all.flatMap((one) => one.group ?? []))].sort();
  throw new UserError(
    `There is no group ${visibleLine(group)}.`,
    groups.length === 0
      ? 'Put a dealership into one with checkup dealership edit NAME --group GROUP.'
      : `There are: ${groups.join(', ')}.`,
  );
}

/** Audits of a dealership that fit the flags for quarter and checklist. */
export async function auditsOf(
  store: Store,
  dealership: StoredDealership,
  { quarter, checklist }: AuditFlags,
): Promise<AuditSummary[]> {
  const wanted = quarter === undefined ? undefined : quarterFrom(quarter);
  return (await store.audits.list({ dealership })).filter(
    (audit) =>
      (wanted === undefined || audit.quarter === wanted) &&
      (checklist === undefined || audit.checklistId === checklist),
  );
}

/** The only audit of several in one quarter, or an error that says how to tell them apart. */
export function onlyAudit(audits: readonly AuditSummary[], quarter: string): AuditSummary | null {
  const [first, second] = audits;
  if (first === undefined) return null;
  if (second === undefined) return first;
  throw new UserError(
    `${first.dealership.name} has several audits in ${quarter}: ${audits.map((audit) => audit.checklistId).join(', ')}.`,
    'Say which with --checklist ID.',
  );
}

/**
 * The open audit that the flags mean; the only one that is open when they leave it open.
 *
 * @throws UserError when none is open, or several are.
 */
export async function openAudit(
  store: Store,
  dealership: StoredDealership,
  flags: AuditFlags,
): Promise<AuditSummary> {
  const audits = await auditsOf(store, dealership, flags);
  const open = audits.filter((audit) => audit.seal === null);
  const [only] = open;
  if (only !== undefined && open.length === 1) return only;
  if (only !== undefined) {
    throw new UserError(
      `${dealership.name} has several open audits: ${open.map((audit) => `${audit.quarter} (${audit.checklistId})`).join(', ')}.`,
      'Say which with --quarter 2026-Q3, or with --checklist ID where a quarter has several.',
    );
  }
  const sealed = audits.at(-1);
  throw new UserError(
    sealed === undefined
      ? `${dealership.name} has no ${flags.quarter === undefined && flags.checklist === undefined ? 'audit yet' : 'such audit'}.`
      : `The audit of ${dealership.name} for ${sealed.quarter} is sealed, and no other is open.`,
    `Start one with checkup audit --dealership ${dealership.slug}.`,
  );
}

/** The audit before another by the same checklist, among the sealed ones; or null. */
export function sealedBefore(
  audit: AuditSummary,
  audits: readonly AuditSummary[],
): AuditSummary | null {
  return (
    audits.findLast(
      (other) =>
        other.seal !== null &&
        other.checklistId === audit.checklistId &&
        other.quarter < audit.quarter,
    ) ?? null
  );
}

/** How an audit is called in messages. */
export function auditName(summary: AuditSummary): string {
  return `${visibleLine(summary.dealership.name)} for ${summary.quarter}`;
}

/** The command that goes on with this audit and no other. */
export function auditCommand({ dealership, quarter, checklistId }: AuditSummary): string {
  return `checkup audit --dealership ${dealership.slug} --quarter ${quarter} --checklist ${checklistId}`;
}
