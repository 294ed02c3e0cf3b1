import { UserError } from '../core/errors.js';
import type { AuditSummary } from './audit-summary.js';
import { nameOf } from './audit-summary.js';
import type { Queries } from './database.js';
import { CHECKUP } from '../core/words/program.js';

/** What closed an audit; null while it is open. */
export async function closedBy(queries: Queries, audit: string): Promise<'seal' | 'void' | null> {
  const ofAudit = (table: 'seal' | 'void') =>
    queries.selectFrom(table).where('audit_id', '=', audit).select('audit_id').executeTakeFirst();
  if ((await ofAudit('void')) !== undefined) return 'void';
  return (await ofAudit('seal')) === undefined ? null : 'seal';
}

/**
 * Why an audit takes no more.
 *
 * @param what it would have taken, such as `answers`.
 */
export function closedError(by: 'seal' | 'void', audit: AuditSummary, what: string): UserError {
  const name = `${nameOf(audit).replace(/^the/, 'The')} is ${by === 'seal' ? 'sealed' : 'void'}`;
  return new UserError(
    `${name} and takes no more ${what}.`,
    by === 'seal'
      ? `Write its report with ${CHECKUP} report, or audit another quarter with --quarter.`
      : `Start another in its place with ${CHECKUP} audit.`,
  );
}
