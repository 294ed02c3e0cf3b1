import { v7 as newId } from 'uuid';
import { canonicalJson } from '../core/canonical.js';
import type { Draw, Withdrawn } from '../core/draw/draw.js';
import { drawFor, sameDraw } from '../core/draw/draw.js';
import { UserError } from '../core/errors.js';
import { count } from '../core/words/numbers.js';
import type { AuditSummary } from './audit-summary.js';
import { nameOf } from './audit-summary.js';
import { closedBy, closedError } from './closed.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { keptDraw } from './kept.js';
import { marked, markOfRow, spoiled } from './marks.js';
import type { HashText } from './store-tools.js';
import type { Now } from '../core/moment.js';
import { momentOf } from '../core/moment.js';

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
    return (await this.rows(audit)).map(({ draw }) => draw);
  }

  private async rows(
    audit: AuditSummary,
  ): Promise<readonly { readonly id: string; readonly draw: Draw }[]> {
    const rows = await this.queries
      .selectFrom('draw')
      .leftJoin('draw_withdrawal', 'draw_withdrawal.draw_id', 'draw.id')
      .where('draw.audit_id', '=', audit.id)
      .selectAll('draw')
      .select(['draw_withdrawal.withdrawn_at', 'draw_withdrawal.withdrawn_by'])
      .select(['draw_withdrawal.why', 'draw_withdrawal.mark as withdrawalMark'])
      .orderBy('draw.number')
      .execute();
    return rows.map((row) => {
      const { id, withdrawn_at, withdrawn_by, why } = row;
      const isWithdrawn = withdrawn_at !== null && withdrawn_by !== null && why !== null;
      const kept = isWithdrawn ? { draw_id: id, withdrawn_at, withdrawn_by, why } : null;
      const isSound =
        row.mark === markOfRow(this.hash, 'draw', row) &&
        (kept === null || row.withdrawalMark === markOfRow(this.hash, 'draw_withdrawal', kept));
      if (!isSound && audit.seal === null) throw spoiled(`a draw of ${nameOf(audit)}`);
      const draw = keptDraw(row);
      if (kept === null) return { id, draw };
      const withdrawn = { by: kept.withdrawn_by, at: kept.withdrawn_at, why: kept.why };
      return { id, draw: { ...draw, withdrawn } };
    });
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
      const known = kept.findLast((one) => sameDraw(one, draw) && one.withdrawn === undefined);
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

  /**
   * Takes a draw back, where everybody sees it: it stays, and the one before it counts again.
   *
   * @param number from 1, in the order in which they were made.
   * @throws UserError when there is none of that number, it was taken back before, or the audit is
   *   sealed or void.
   */
  async withdraw(
    audit: AuditSummary,
    number: number,
    { by, why }: Omit<Withdrawn, 'at'>,
    now: Now,
  ): Promise<Draw> {
    return exclusively(this.queries, async (queries) => {
      const closed = await closedBy(queries, audit.id);
      if (closed !== null) throw closedError(closed, audit, 'withdrawals');
      const all = await new Draws(queries, this.hash).rows(audit);
      const one = all[number - 1];
      if (one === undefined) {
        throw new UserError(
          `There is no draw ${String(number)} in ${nameOf(audit)}; it has ${count(all.length, 'draw')}.`,
          'Its report lists them with their numbers.',
        );
      }
      if (one.draw.withdrawn !== undefined) {
        throw new UserError(`Draw ${String(number)} was withdrawn before.`);
      }
      const at = momentOf(now);
      const row = { draw_id: one.id, withdrawn_at: at, withdrawn_by: by, why };
      await queries
        .insertInto('draw_withdrawal')
        .values(marked(this.hash, 'draw_withdrawal', row))
        .execute();
      return { ...one.draw, withdrawn: { by, at, why } };
    });
  }
}
