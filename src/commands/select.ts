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
  readonly dealership?: string | undefined;
  readonly quarter?: string | undefined;
  readonly checklist?: string | undefined;
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

/** All dealerships; an error where there is none. */
export async function knownDealerships(store: Store): Promise<StoredDealership[]> {
  const all = await store.dealerships.list();
  if (all.length > 0) return all;
  throw new UserError(
    'There is no dealership yet.',
    'Start the first audit with checkup audit, or see the example with checkup demo.',
  );
}

/** The dealership that a flag names. */
async function namedDealership(store: Store, wanted: string): Promise<StoredDealership> {
  const all = await knownDealerships(store);
  const found = await store.dealerships.find(wanted);
  if (found !== null) return found;
  const meant = closest(
    wanted,
    all.flatMap((one) => [one.name, one.slug]),
  );
  throw new UserError(
    `There is no dealership ${visibleLine(wanted)}.`,
    meant === null ? 'See checkup dealership list for those there are.' : `Did you mean ${meant}?`,
  );
}

/** The dealership a flag names, or the only one there is; asks where there are several. */
export async function chooseDealership(
  app: App,
  store: Store,
  wanted: string | undefined,
): Promise<StoredDealership> {
  if (wanted !== undefined) return namedDealership(store, wanted);
  const all = await knownDealerships(store);
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
  flags: AuditFlags,
): Promise<AuditSummary[]> {
  return fitting(await store.audits.list({ dealership }), flags);
}

function fitting(
  audits: readonly AuditSummary[],
  { quarter, checklist }: AuditFlags,
): AuditSummary[] {
  const wanted = quarter === undefined ? undefined : quarterFrom(quarter);
  return audits.filter(
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
 * The only audit of the latest quarter among some in the order of their quarters; null for none.
 *
 * @throws UserError where that quarter has several.
 */
export function onlyLatest(audits: readonly AuditSummary[]): AuditSummary | null {
  const latest = audits.at(-1)?.quarter;
  if (latest === undefined) return null;
  return onlyAudit(
    audits.filter(({ quarter }) => quarter === latest),
    latest,
  );
}

/** Audits that fit the flags, of every dealership where they name none; none of one that isn't known. */
async function fittingAudits(store: Store, flags: AuditFlags): Promise<AuditSummary[]> {
  if (flags.dealership === undefined) return fitting(await store.audits.list(), flags);
  const dealership = await store.dealerships.find(flags.dealership);
  return dealership === null ? [] : auditsOf(store, dealership, flags);
}

/** The open audits that fit the flags, whosever they are. */
export async function openAudits(store: Store, flags: AuditFlags): Promise<AuditSummary[]> {
  return (await fittingAudits(store, flags)).filter(({ seal }) => seal === null);
}

/**
 * The one of some open audits that is meant, or null where there is none; asks where there are
 * several.
 *
 * @throws UserError where several are open and nobody can be asked.
 */
export async function pickOpenAudit(
  app: App,
  open: readonly AuditSummary[],
): Promise<AuditSummary | null> {
  const [only, another] = open;
  if (only === undefined) return null;
  if (another === undefined) return only;
  const named = open.map((one) => ({ name: `${auditName(one)} (${one.checklistId})`, value: one }));
  if (app.ask !== null) return app.ask.choose('Several audits are open. Which one?', named);
  throw new UserError(
    `Several audits are open: ${named.map(({ name }) => name).join('; ')}.`,
    'Say which with --dealership NAME, --quarter QUARTER or --checklist ID.',
  );
}

/**
 * The open audit that fits the flags, whosever it is; asks where there are several.
 *
 * @throws UserError where there is none, or several and nobody can be asked.
 */
export async function chooseOpenAudit(
  app: App,
  store: Store,
  flags: AuditFlags,
): Promise<AuditSummary> {
  const picked = await pickOpenAudit(app, await openAudits(store, flags));
  if (picked !== null) return picked;
  if (flags.dealership === undefined) await knownDealerships(store);
  else await namedDealership(store, flags.dealership);
  throw noneOpen(await fittingAudits(store, flags));
}

function noneOpen(sealed: readonly AuditSummary[]): UserError {
  const [only, another] = sealed;
  if (only !== undefined && another === undefined) {
    return new UserError(
      `The audit of ${auditName(only)} is sealed and takes nothing more.`,
      `Start another with checkup audit --dealership ${only.dealership.slug}.`,
    );
  }
  return new UserError(
    only === undefined
      ? 'There is no such audit.'
      : `No audit is open: all ${String(sealed.length)} are sealed.`,
    'See checkup list for those there are; start one with checkup audit.',
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

/** The flags that mean this audit and no other. */
export function flagsFor({ dealership, quarter, checklistId }: AuditSummary): string {
  return `--dealership ${dealership.slug} --quarter ${quarter} --checklist ${checklistId}`;
}

/** The command that goes on with this audit and no other. */
export function auditCommand(summary: AuditSummary): string {
  return `checkup audit ${flagsFor(summary)}`;
}
