import { v7 as newId } from 'uuid';
import { canonicalJson } from '../core/canonical.js';
import type { Draw } from '../core/draw/draw.js';
import { drawFor, sameDraw } from '../core/draw/draw.js';
import type { AuditSummary } from './audit-summary.js';
import { nameOf } from './audit-summary.js';
import { closedBy, closedError } from './closed.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { keptDraw } from './kept.js';
import { marked, markOfRow, spoiled } from './marks.js';
import type { HashText } from './store-tools.js';

/** Which records each audit was told to look at: only ever added to. */
export class Draws {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
  ) {}

  /**
   * The draws of an audit, in the order in which they were made.
   *
   * @throws UserError where one of an open audit isn't what was written; a sealed one has its seal.
   */
  async list(audit: AuditSummary): Promise<Draw[]> {
    const rows = await this.queries
      .selectFrom('draw')
      .where('audit_id', '=', audit.id)
      .selectAll()
      .orderBy('number')
      .execute();
    for (const row of rows) {
      if (audit.seal !== null || row.mark === markOfRow(this.hash, 'draw', row)) continue;
      throw spoiled(`a draw of ${nameOf(audit)}`);
    }
    return rows.map(keptDraw);
  }

  /**
   * Keeps a draw. One that is kept already isn't kept twice; but the latest for an item counts, so
   * where another was made for it since, it is added again. It is on disk when this returns.
   *
   * @returns the draw as it is kept: with another time when it was there before.
   * @throws UserError when the audit is sealed or void.
   */
  async add(audit: AuditSummary, draw: Draw): Promise<Draw> {
    return exclusively(this.queries, async (queries) => {
      const closed = await closedBy(queries, audit.id);
      if (closed !== null) throw closedError(closed, audit, 'draws');
      const kept = await new Draws(queries, this.hash).list(audit);
      const known = kept.findLast((one) => sameDraw(one, draw));
      const counts = draw.item === null ? known : drawFor(kept, draw.item);
      if (known !== undefined && known === counts) return known;
      const row = {
        id: newId(),
        audit_id: audit.id,
        number: kept.length + 1,
        content: canonicalJson(draw),
      };
      await queries
        .insertInto('draw')
        .values(marked(this.hash, 'draw', row))
        .execute();
      return draw;
    });
  }
}
