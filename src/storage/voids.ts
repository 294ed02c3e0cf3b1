import type { Void } from '../core/audit/void.js';
import { visibleLine } from '../core/text.js';
import type { AuditSummary } from './audit-summary.js';
import { isBare, takeAway } from './bare.js';
import { closedBy, closedError } from './closed.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { marked, markOfRow, spoiled } from './marks.js';
import type { HashText } from './store-tools.js';
import type { Now } from '../core/moment.js';
import { momentOf } from '../core/moment.js';

/** Which audits no longer count, and the way out for one in which nothing was recorded. */
export class Voids {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
  ) {}

  /**
   * Makes an audit void for good, open or sealed: it stays with all that was recorded, its seal in the
   * chain, and makes room for another audit of its quarter.
   *
   * @throws UserError when it is void already.
   */
  async set(audit: AuditSummary, { by, why }: Omit<Void, 'at'>, now: Now): Promise<Void> {
    const at = momentOf(now);
    await exclusively(this.queries, async (queries) => {
      if ((await closedBy(queries, audit.id)) === 'void') throw closedError('void', audit, 'void');
      await queries
        .insertInto('void')
        .values(
          marked(this.hash, 'void', { audit_id: audit.id, voided_at: at, voided_by: by, why }),
        )
        .execute();
    });
    return { at, by, why };
  }

  /**
   * The voids, by audit.
   *
   * @throws UserError where one isn't what was written: it decides what counts.
   */
  async list(): Promise<ReadonlyMap<string, Void>> {
    const rows = await this.queries
      .selectFrom('void')
      .innerJoin('audit', 'audit.id', 'void.audit_id')
      .selectAll('void')
      .select(['audit.dealership_name', 'audit.quarter'])
      .execute();
    return new Map(
      rows.map((row): [string, Void] => {
        if (row.mark !== markOfRow(this.hash, 'void', row)) {
          throw spoiled(
            `the void of the audit of ${visibleLine(row.dealership_name)} for ${row.quarter}`,
          );
        }
        return [row.audit_id, { at: row.voided_at, by: row.voided_by, why: row.why }];
      }),
    );
  }

  /** Whether nothing was recorded, drawn, sealed or made void in an audit: then nothing is lost with it. */
  async isBare(audit: AuditSummary): Promise<boolean> {
    return isBare(this.queries, audit);
  }

  /**
   * Takes an audit away in which nothing was recorded.
   *
   * @returns false, and it stays, where something was, by somebody else just now for instance.
   */
  async discard(audit: AuditSummary): Promise<boolean> {
    return exclusively(this.queries, async (queries) => {
      if (!(await isBare(queries, audit))) return false;
      await takeAway(queries, audit);
      return true;
    });
  }
}
