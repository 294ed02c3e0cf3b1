import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Audit, Seal } from '../core/audit/audit.js';
import { sealedContent } from '../core/audit/seal.js';
import { UserError } from '../core/errors.js';
import type { ChainFault, Link, Registered, SealedAudit } from '../core/audit/chain.js';
import { chainFaults } from '../core/audit/chain.js';
import { scoreAudit } from '../core/score/score.js';
import type { AuditSummary } from './audit-summary.js';
import { Audits } from './audits.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { closedBy, closedError } from './closed.js';
import { checklistReader, quarterIn } from './kept.js';
import { Scores } from './scores.js';
import type { HashText } from './store-tools.js';
import type { Now } from '../core/moment.js';
import { momentOf } from '../core/moment.js';
import { CHECKUP } from '../core/words/program.js';

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
   * @throws UserError when it is sealed already, or void.
   */
  async set(summary: AuditSummary, by: string, now: Now): Promise<Audit & { readonly seal: Seal }> {
    return exclusively(this.queries, async (queries) => {
      const closed = await closedBy(queries, summary.id);
      if (closed === 'void') throw closedError(closed, summary, 'seal');
      if (closed === 'seal') {
        throw new UserError(
          `The audit of ${summary.dealership.name} for ${summary.quarter} is sealed already.`,
          `Write its report with ${CHECKUP} report.`,
        );
      }
      // By the register, whatever a clock said, and whatever has become of that seal since.
      const last = await queries
        .selectFrom('seal_register')
        .where('dealership_id', '=', summary.dealership.id)
        .select('seal')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      const open = await new Audits(queries, this.hash, this.readChecklist).load(summary);
      const facts = { at: momentOf(now), by, previous: last?.seal ?? null };
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
      await queries
        .insertInto('seal_register')
        .columns([
          ...(['number', 'seal', 'audit_id', 'dealership_id', 'dealership_name'] as const),
          ...(['quarter', 'checklist_id', 'sealed_at'] as const),
        ])
        .expression(
          sql`select coalesce(max(number), 0) + 1, ${seal.hash}, ${summary.id}, ${summary.dealership.id},
            ${open.dealership.name}, ${summary.quarter}, ${summary.checklistId}, ${seal.at}
            from seal_register`,
        )
        .execute();
      await new Scores(queries, this.hash).keep(summary.id, seal, scoreAudit(open));
      return { ...open, seal };
    });
  }

  /**
   * What is wrong with the chains of seals, those of one dealership or all: audits that were sealed
   * and are gone come first. It reads no answer; whether a seal holds is another question.
   */
  async faults(of?: { readonly id: string }): Promise<readonly ChainFault[]> {
    const [links, register] = [await this.links(of), await this.register(of)];
    const chains = [...new Set([...register.keys(), ...links.keys()])];
    // Only what is wrong is named: there may be very many that are in order.
    return chains
      .flatMap((id) => chainFaults(links.get(id) ?? [], register.get(id) ?? []))
      .map((fault) => ({ ...fault, audit: sealedAudit(fault.audit) }));
  }

  /** The seals with the audits that they belong to, by dealership. */
  private async links(
    of: { readonly id: string } | undefined,
  ): Promise<Map<string, Link<SealedRow>[]>> {
    let query = this.queries
      .selectFrom('seal')
      .innerJoin('audit', 'audit.id', 'seal.audit_id')
      .select(['audit.dealership_id', 'seal.hash', 'seal.previous', 'seal.sealed_at'])
      .select(['audit.dealership_name', 'audit.quarter', 'audit.checklist_id']);
    if (of !== undefined) query = query.where('audit.dealership_id', '=', of.id);
    const links = new Map<string, Link<SealedRow>[]>();
    for (const row of await query.execute()) {
      const { hash, previous } = row;
      addTo(links, row.dealership_id, { hash, previous, audit: row });
    }
    return links;
  }

  private async register(
    of: { readonly id: string } | undefined,
  ): Promise<Map<string, Registered<SealedRow>[]>> {
    let query = this.queries
      .selectFrom('seal_register')
      .select(['dealership_id', 'seal', 'dealership_name', 'quarter', 'checklist_id', 'sealed_at'])
      .orderBy('number');
    if (of !== undefined) query = query.where('dealership_id', '=', of.id);
    const register = new Map<string, Registered<SealedRow>[]>();
    for (const row of await query.execute()) {
      addTo(register, row.dealership_id, { hash: row.seal, audit: row });
    }
    return register;
  }
}

function addTo<One>(map: Map<string, One[]>, key: string, one: One): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, [one]);
  else all.push(one);
}

/** What a row says of the audit that was sealed. */
interface SealedRow {
  readonly dealership_name: string;
  readonly quarter: string;
  readonly checklist_id: string;
  readonly sealed_at: string;
}

function sealedAudit(row: SealedRow): SealedAudit {
  return {
    dealership: row.dealership_name,
    quarter: quarterIn(row.quarter),
    checklist: row.checklist_id,
    at: row.sealed_at,
  };
}
