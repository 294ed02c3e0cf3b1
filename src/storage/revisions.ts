import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { RecordedAnswer } from '../core/audit/answer.js';
import { canonicalJson } from '../core/canonical.js';
import { UserError } from '../core/errors.js';
import type { AuditSummary } from './audit-summary.js';
import type { Queries } from './database.js';

/**
 * Adds a revision by a single statement, so that nobody can come in between.
 *
 * @returns false, and nothing is added, when the audit is sealed, or `after` is given and the item
 *   has another revision by now.
 */
export async function addRevision(
  queries: Queries,
  audit: string,
  { item, answer, why, auditor, at }: Omit<RecordedAnswer, 'revision'>,
  after: number | undefined,
): Promise<boolean> {
  const latest = sql<number>`(select coalesce(max(revision), 0) from answer where audit_id = ${audit} and item = ${item})`;
  const { numInsertedOrUpdatedRows } = await queries
    .insertInto('answer')
    .columns(['id', 'audit_id', 'item', 'revision', 'content', 'why', 'auditor', 'recorded_at'])
    .expression(
      sql`select ${newId()}, ${audit}, ${item}, ${latest} + 1, ${canonicalJson(answer)}, ${why}, ${auditor}, ${at}
        where not exists (select 1 from seal where audit_id = ${audit})
        and ${latest} = ${after ?? latest}`,
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Why a sealed audit takes none. */
export function sealedError({ dealership, quarter }: AuditSummary): UserError {
  return new UserError(
    `The audit of ${dealership.name} for ${quarter} is sealed and takes no more answers.`,
    'Write its report with checkup report, or audit another quarter with --quarter.',
  );
}
