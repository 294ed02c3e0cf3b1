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
}
