import { v7 as newId } from 'uuid';
import type { Audit, Seal } from '../core/audit/audit.js';
import { sealedContent } from '../core/audit/seal.js';
import { UserError } from '../core/errors.js';
import { scoreAudit } from '../core/score/score.js';
import type { AuditSummary } from './audit-summary.js';
import { Audits } from './audits.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { checklistReader } from './kept.js';
import { Scores } from './scores.js';
import { isSealed } from './sealed.js';
import type { HashText } from './store-tools.js';

/** The seals, a chain for each dealership. */
export class Seals {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
    private readonly readChecklist = checklistReader(hash),
  ) {}

  /**
   * Closes an audit with a seal over all that it holds, chained to the seal that the dealership
   * set before, and keeps its score.
   *
   * @throws UserError when it is sealed already.
   */
  async set(
    summary: AuditSummary,
    by: string,
    now: Date,
  ): Promise<Audit & { readonly seal: Seal }> {
    return exclusively(this.queries, async (queries) => {
      if (await isSealed(queries, summary.id)) {
        throw new UserError(
          `The audit of ${summary.dealership.name} for ${summary.quarter} is sealed already.`,
          'Write its report with checkup report.',
        );
      }
      const before = await queries
        .selectFrom('seal')
        .where('dealership_id', '=', summary.dealership.id)
        .select(['hash', 'previous'])
        .execute();
      // The end of the chain is the seal that no other names, whatever a clock said.
      const last = before.find(({ hash }) => !before.some(({ previous }) => previous === hash));
      const open = await new Audits(queries, this.hash, this.readChecklist).load(summary);
      const facts = { at: now.toISOString(), by, previous: last?.hash ?? null };
      const seal: Seal = { ...facts, hash: this.hash(sealedContent(open, facts)) };
      await queries
        .insertInto('seal')
        .values({
          id: newId(),
          audit_id: summary.id,
          dealership_id: summary.dealership.id,
          sealed_at: seal.at,
          sealed_by: seal.by,
          hash: seal.hash,
          previous: seal.previous,
        })
        .execute();
      await new Scores(queries, this.hash).keep(summary.id, scoreAudit(open));
      return { ...open, seal };
    });
  }
}
