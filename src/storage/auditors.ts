import type { AuditSummary } from './audit-summary.js';
import type { Queries } from './database.js';

/** Those who did the audits, by the names they gave. */
export class Auditors {
  constructor(private readonly queries: Queries) {}

  /** Everyone who started or sealed an audit or answered in one, each once, in order of the names. */
  async list(): Promise<string[]> {
    const rows = await this.queries
      .selectFrom('audit')
      .select('auditor as name')
      .union(this.queries.selectFrom('answer').select('auditor as name'))
      .union(this.queries.selectFrom('seal').select('sealed_by as name'))
      .orderBy('name')
      .execute();
    return rows.map(({ name }) => name);
  }

  /** Everyone who started or sealed an audit, each once: whom a typed name can mean. */
  async known(): Promise<string[]> {
    const rows = await this.queries
      .selectFrom('audit')
      .select('auditor as name')
      .union(this.queries.selectFrom('seal').select('sealed_by as name'))
      .orderBy('name')
      .execute();
    return rows.map(({ name }) => name);
  }

  /** Who recorded last in an audit, or who started it where nothing is recorded. */
  async last(audit: AuditSummary): Promise<string> {
    const row = await this.queries
      .selectFrom('answer')
      .where('audit_id', '=', audit.id)
      .select('auditor')
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.auditor ?? audit.auditor;
  }
}
