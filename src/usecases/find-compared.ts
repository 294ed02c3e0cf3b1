import { UserError } from '../core/errors.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { findInQuarter, findLatest, sealedBefore } from './find-audit.js';
import { quarterFrom } from './find-quarter.js';
import type { Found } from './found.js';
import { CHECKUP } from '../core/words/program.js';

/**
 * The later of two audits of a dealership that are compared.
 *
 * @param to its quarter as it was typed; the latest sealed one when left out.
 */
export function findLater(
  audits: readonly AuditSummary[],
  to: string | undefined,
): Found<AuditSummary> {
  if (to !== undefined) return named(audits, to);
  const latest = findLatest(audits.filter(({ seal }) => seal !== null));
  if (latest.kind !== 'none') return latest;
  const why = new UserError(
    'There is no sealed audit to compare yet.',
    `Seal one with ${CHECKUP} audit, or name two quarters.`,
  );
  return { kind: 'none', why };
}

/**
 * The earlier one.
 *
 * @param from its quarter as it was typed; the sealed one before `later` when left out. The latest
 *   quarter named alone means: compare it with the one before.
 */
export function findEarlier(
  audits: readonly AuditSummary[],
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  later: AuditSummary,
): Found<AuditSummary> {
  const isLatest =
    to === undefined && from !== undefined && quarterFrom(from, 'The quarter') === later.quarter;
  if (from !== undefined && !isLatest) return named(audits, from, later.checklistId);
  const before = sealedBefore(later, audits);
  if (before !== null) return { kind: 'one', one: before };
  const why = new UserError(
    `${later.dealership.name} has no sealed audit before ${later.quarter} by the checklist ${later.checklistId}.`,
    'A comparison needs two quarters: seal a second one, or name them both.',
  );
  return { kind: 'none', why };
}

function named(
  audits: readonly AuditSummary[],
  text: string,
  checklistId?: string,
): Found<AuditSummary> {
  const quarter = quarterFrom(text, 'The quarter');
  const all = audits.filter((audit) => audit.quarter === quarter);
  const same = all.filter((audit) => audit.checklistId === checklistId);
  const found = findInQuarter(same.length > 0 ? same : all, quarter);
  if (found.kind !== 'none') return found;
  const why = new UserError(
    `There is no audit in ${quarter}.`,
    `There are: ${audits.map((audit) => audit.quarter).join(', ') || 'none'}.`,
  );
  return { kind: 'none', why };
}

/**
 * Two audits, the earlier first, however they were named.
 *
 * @throws UserError when they are one and the same.
 */
export function inOrder(one: AuditSummary, other: AuditSummary): [AuditSummary, AuditSummary] {
  if (one.id === other.id) {
    throw new UserError(
      `${one.quarter} cannot be compared with itself.`,
      'Name two different quarters.',
    );
  }
  return one.quarter <= other.quarter ? [one, other] : [other, one];
}
