import { UserError } from '../core/errors.js';
import { byCodeUnits } from '../core/text.js';
import { voidWords } from '../documents/words/states.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import { auditName } from './audit-name.js';
import { findDealership } from './find-dealership.js';
import { quarterFrom } from './find-quarter.js';
import type { Found } from './found.js';
import { foundIn, oneOrNull } from './found.js';
import { CHECKUP } from '../core/words/program.js';

/** What is said about the audit that is meant, as it was typed. */
export interface WantedAudit {
  readonly dealership?: string | undefined;
  readonly quarter?: string | undefined;
  readonly checklist?: string | undefined;
}

/** Audits of a dealership that fit what is said about quarter and checklist. */
export async function auditsOf(
  store: Store,
  dealership: StoredDealership,
  wanted: WantedAudit,
): Promise<AuditSummary[]> {
  return fitting(await store.audits.list({ dealership }), wanted);
}

function fitting(
  audits: readonly AuditSummary[],
  { quarter, checklist }: WantedAudit,
): AuditSummary[] {
  const wanted = quarter === undefined ? undefined : quarterFrom(quarter);
  return audits.filter(
    (audit) =>
      (wanted === undefined || audit.quarter === wanted) &&
      (checklist === undefined || audit.checklistId === checklist),
  );
}

/** Audits that fit, of every dealership where none is named; none of one that isn't known. */
async function fittingAudits(store: Store, wanted: WantedAudit): Promise<AuditSummary[]> {
  if (wanted.dealership === undefined) return fitting(await store.audits.list(), wanted);
  const dealership = await store.dealerships.find(wanted.dealership);
  return dealership === null ? [] : auditsOf(store, dealership, wanted);
}

/** The open audits that fit, whosever they are. */
export async function openAudits(store: Store, wanted: WantedAudit): Promise<AuditSummary[]> {
  return (await fittingAudits(store, wanted)).filter(({ seal }) => seal === null);
}

/** The open audit that fits, whosever it is. */
export async function findOpenAudit(
  store: Store,
  wanted: WantedAudit,
): Promise<Found<AuditSummary>> {
  const open = await openAudits(store, wanted);
  if (open.length === 0) return { kind: 'none', why: await whyNoneOpen(store, wanted) };
  return foundIn(open, {
    none: noSuchAudit,
    several: (all) =>
      new UserError(
        `Several audits are open: ${all.map(nameOfOpen).join('; ')}.`,
        'Say which with --dealership NAME, --quarter QUARTER or --checklist ID.',
      ),
  });
}

/** The audit that fits among those that count, open or sealed, whosever it is; the latest comes first. */
export async function findCounting(
  store: Store,
  wanted: WantedAudit,
): Promise<Found<AuditSummary>> {
  const dealership = await findDealership(store, wanted.dealership);
  if (wanted.dealership !== undefined && dealership.kind === 'none') return dealership;
  return foundIn((await fittingAudits(store, wanted)).reverse(), {
    none: noSuchAudit,
    several: (all) =>
      new UserError(
        `Several audits could be meant: ${all.map(nameOfOpen).join('; ')}.`,
        'Say which with --dealership NAME, --quarter QUARTER or --checklist ID.',
      ),
  });
}

/** How an open audit is told from the others. */
export function nameOfOpen(audit: AuditSummary): string {
  return `${auditName(audit)} (${audit.checklistId})`;
}

const SEE_LIST = `See ${CHECKUP} list for those there are; start one with ${CHECKUP} audit.`;

function noSuchAudit(): UserError {
  return new UserError('There is no such audit.', SEE_LIST);
}

async function whyNoneOpen(store: Store, wanted: WantedAudit): Promise<UserError> {
  const dealership = await findDealership(store, wanted.dealership);
  if (dealership.kind === 'none') return dealership.why;
  const sealed = await fittingAudits(store, wanted);
  const [only, another] = sealed;
  if (only === undefined) return noSuchAudit();
  if (another !== undefined) {
    return new UserError(`No audit is open: all ${String(sealed.length)} are sealed.`, SEE_LIST);
  }
  return new UserError(
    `The audit of ${auditName(only)} is sealed and takes nothing more.`,
    `Start another with ${CHECKUP} audit --dealership ${only.dealership.slug}.`,
  );
}

/** The audit of a dealership in one quarter, among those of that quarter. */
export function findInQuarter(
  audits: readonly AuditSummary[],
  quarter: string,
): Found<AuditSummary> {
  return foundIn(audits, {
    none: () => new UserError(`There is no such audit in ${quarter}.`, SEE_LIST),
    several: (all) =>
      new UserError(
        `${all[0]?.dealership.name ?? ''} has several audits in ${quarter}: ${all.map((audit) => audit.checklistId).join(', ')}.`,
        'Say which with --checklist ID.',
      ),
  });
}

/** The audit of the latest quarter among some in the order of their quarters. */
export function findLatest(audits: readonly AuditSummary[]): Found<AuditSummary> {
  const latest = audits.at(-1)?.quarter;
  if (latest === undefined) {
    return { kind: 'none', why: new UserError('There is no audit yet.', SEE_LIST) };
  }
  return findInQuarter(
    audits.filter(({ quarter }) => quarter === latest),
    latest,
  );
}

/** The audit of a dealership that a report is about; of one that no longer counts it says so. */
export async function findToReport(
  store: Store,
  dealership: StoredDealership,
  wanted: WantedAudit,
): Promise<Found<AuditSummary>> {
  const found = findReported(await auditsOf(store, dealership, wanted), wanted.quarter);
  if (found.kind !== 'none') return found;
  const last = (await voidAudits(store, dealership, wanted)).at(-1);
  if (last?.voided == null) return found;
  return {
    kind: 'none',
    why: new UserError(
      `The audit of ${auditName(last)} is ${voidWords(last.voided)}.`,
      `Its answers are still there: ${CHECKUP} answers --dealership ${last.dealership.slug} --quarter ${last.quarter}.`,
    ),
  };
}

/** The audit a report is about: that of the quarter asked for, or the latest sealed one, or the open one. */
export function findReported(
  audits: readonly AuditSummary[],
  quarter: string | undefined,
): Found<AuditSummary> {
  if (quarter !== undefined) return findInQuarter(audits, quarterFrom(quarter));
  const sealed = findLatest(audits.filter(({ seal }) => seal !== null));
  return sealed.kind === 'none' ? findLatest(audits) : sealed;
}

/** The audit whose answers are shown: that of a report, or else the one that was made void last. */
export async function findShown(
  store: Store,
  dealership: StoredDealership,
  wanted: WantedAudit,
): Promise<Found<AuditSummary>> {
  const counting = findReported(await auditsOf(store, dealership, wanted), wanted.quarter);
  if (counting.kind !== 'none') return counting;
  const last = (await voidAudits(store, dealership, wanted)).at(-1);
  return last === undefined ? counting : { kind: 'one', one: last };
}

/** The audits that fit and no longer count, those first that were made void first. */
async function voidAudits(
  store: Store,
  dealership: StoredDealership,
  wanted: WantedAudit,
): Promise<AuditSummary[]> {
  return fitting(await store.audits.all({ dealership }), wanted)
    .filter(({ voided }) => voided !== null)
    .sort((a, b) => byCodeUnits(a.voided?.at ?? '', b.voided?.at ?? ''));
}

/** The only audit of several in one quarter, or null; an error that says how to tell them apart. */
export function onlyAudit(audits: readonly AuditSummary[], quarter: string): AuditSummary | null {
  return oneOrNull(findInQuarter(audits, quarter));
}

/** The audit before another by the same checklist, among the sealed ones; or null. */
export function sealedBefore(
  audit: AuditSummary,
  audits: readonly AuditSummary[],
): AuditSummary | null {
  return allSealedBefore(audit, audits).at(-1) ?? null;
}

/** The sealed audits before another by the same checklist, in the order of their quarters. */
export function allSealedBefore(
  audit: AuditSummary,
  audits: readonly AuditSummary[],
): AuditSummary[] {
  return audits.filter(
    (other) =>
      other.seal !== null &&
      other.checklistId === audit.checklistId &&
      other.quarter < audit.quarter,
  );
}
