import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { canonicalJson } from '../core/canonical.js';
import type { Draw } from '../core/draw/draw.js';
import { drawFor, sameDraw } from '../core/draw/draw.js';
import { UserError } from '../core/errors.js';
import type { AuditSummary } from './audit-summary.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { keptDraw } from './kept.js';
import { isSealed } from './sealed.js';

/** Which records each audit was told to look at: only ever added to. */
export class Draws {
  constructor(private readonly queries: Queries) {}

  /** The draws of an audit, in the order in which they were made. */
  async list(audit: Pick<AuditSummary, 'id'>): Promise<Draw[]> {
    const rows = await this.queries
      .selectFrom('draw')
      .where('audit_id', '=', audit.id)
      .selectAll()
      .orderBy('number')
      .execute();
    return rows.map(keptDraw);
  }

  /**
   * Keeps a draw. One that is kept already isn't kept twice; but the latest for an item counts, so
   * where another was made for it since, it is added again. It is on disk when this returns.
   *
   * @returns the draw as it is kept: with another time when it was there before.
   * @throws UserError when the audit is sealed.
   */
  async add(audit: AuditSummary, draw: Draw): Promise<Draw> {
    return exclusively(this.queries, async (queries) => {
      if (await isSealed(queries, audit.id)) {
        throw new UserError(
          `The audit of ${audit.dealership.name} for ${audit.quarter} is sealed and takes no more draws.`,
          'Audit another quarter with checkup audit --quarter.',
        );
      }
      const kept = await new Draws(queries).list(audit);
      const known = kept.findLast((one) => sameDraw(one, draw));
      const counts = draw.item === null ? known : drawFor(kept, draw.item);
      if (known !== undefined && known === counts) return known;
      await queries
        .insertInto('draw')
        .values({
          id: newId(),
          audit_id: audit.id,
          number: sql<number>`(select coalesce(max(number), 0) + 1 from draw where audit_id = ${audit.id})`,
          content: canonicalJson(draw),
        })
        .execute();
      return draw;
    });
  }
}
