import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { RecordedAnswer } from '../core/audit/answer.js';
import { canonicalJson } from '../core/canonical.js';
import { closedBy } from './closed.js';
import type { Queries } from './database.js';
import { marked } from './marks.js';
import type { HashText } from './store-tools.js';

/**
 * Adds a revision by a statement that adds it after the one that was seen and none other, so that nobody
 * can come in between.
 *
 * @returns false, and nothing is added, when the audit is sealed or void, or `after` is given and the item
 *   has another revision by now.
 */
export async function addRevision(
  queries: Queries,
  hash: HashText,
  audit: string,
  { item, answer, why, auditor, at }: Omit<RecordedAnswer, 'revision'>,
  after: number | undefined,
): Promise<boolean> {
  const latest = sql<number>`(select coalesce(max(revision), 0) from answer where audit_id = ${audit} and item = ${item})`;
  for (;;) {
    const seen = after ?? (await latestRevision(queries, audit, item));
    const row = marked(hash, 'answer', {
      id: newId(),
      audit_id: audit,
      item,
      revision: seen + 1,
      content: canonicalJson(answer),
      why,
      auditor,
      recorded_at: at,
    });
    const { numInsertedOrUpdatedRows } = await queries
      .insertInto('answer')
      .columns([
        ...(['id', 'audit_id', 'item', 'revision', 'content', 'why', 'auditor'] as const),
        ...(['recorded_at', 'mark'] as const),
      ])
      .expression(
        sql`select ${row.id}, ${audit}, ${item}, ${row.revision}, ${row.content}, ${why}, ${auditor}, ${at}, ${row.mark}
          where not exists (select 1 from seal where audit_id = ${audit})
          and not exists (select 1 from void where audit_id = ${audit})
          and ${latest} = ${seen}`,
      )
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return true;
    // Somebody was quicker, where it doesn't matter after whom it comes: once more.
    if (after !== undefined || (await closedBy(queries, audit)) !== null) return false;
  }
}

async function latestRevision(queries: Queries, audit: string, item: string): Promise<number> {
  const { latest } = await queries
    .selectFrom('answer')
    .where('audit_id', '=', audit)
    .where('item', '=', item)
    .select(sql<number>`coalesce(max(revision), 0)`.as('latest'))
    .executeTakeFirstOrThrow();
  return latest;
}
