import { v7 as newId } from 'uuid';
import type { Day, Visit } from '../core/audit/visit.js';
import { sameDays, visitOf } from '../core/audit/visit.js';
import { canonicalJson } from '../core/canonical.js';
import type { Now } from '../core/moment.js';
import { momentOf } from '../core/moment.js';
import type { AuditSummary } from './audit-summary.js';
import { nameOf } from './audit-summary.js';
import { closedBy, closedError } from './closed.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { keptVisit } from './kept.js';
import { marked, markOfRow, spoiled } from './marks.js';
import type { HashText } from './store-tools.js';

/** On which days auditors looked: only ever added to. */
export class Visits {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
  ) {}

  /**
   * What was said of the visit of an audit, in order; the latest counts.
   *
   * @throws UserError where one of an open audit isn't what was written; a sealed one has its seal.
   */
  async list(audit: AuditSummary): Promise<Visit[]> {
    const rows = await this.queries
      .selectFrom('visit')
      .where('audit_id', '=', audit.id)
      .selectAll()
      .orderBy('number')
      .execute();
    return rows.map((row) => {
      if (audit.seal === null && row.mark !== markOfRow(this.hash, 'visit', row)) {
        throw spoiled(`the visit of ${nameOf(audit)}`);
      }
      return keptVisit(row);
    });
  }

  /**
   * Keeps on which days the auditor looked; the same days aren't kept twice in a row. They are on disk
   * when this returns.
   *
   * @param days in order, each once.
   * @throws UserError when the audit is sealed or void.
   */
  async set(audit: AuditSummary, days: readonly Day[], by: string, now: Now): Promise<void> {
    await exclusively(this.queries, async (queries) => {
      const kept = await new Visits(queries, this.hash).list(audit);
      if (sameDays(visitOf({ visits: kept })?.days ?? [], days)) return;
      const closed = await closedBy(queries, audit.id);
      if (closed !== null) throw closedError(closed, audit, 'days of its visit');
      const visit: Visit = { days, by, at: momentOf(now) };
      const row = {
        id: newId(),
        audit_id: audit.id,
        number: kept.length + 1,
        content: canonicalJson(visit),
      };
      await queries
        .insertInto('visit')
        .values(marked(this.hash, 'visit', row))
        .execute();
    });
  }
}
