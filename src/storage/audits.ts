import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import type { Audit } from '../core/audit/audit.js';
import { canonicalJson } from '../core/canonical.js';
import type { Checklist, Item, Scope } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import type { StoredDealership } from './dealerships.js';
import { soundDealership } from './dealerships.js';
import type { AuditSummary, NewAudit, RecordOptions } from './audit-summary.js';
import { Overtaken, nameOf } from './audit-summary.js';
import { Draws } from './draws.js';
import { closedBy, closedError } from './closed.js';
import { checklistReader, keptAnswer, quarterIn, yearIn } from './kept.js';
import { addRevision } from './revisions.js';
import { marked, markOfRow, spoiled, spoiledDealership } from './marks.js';
import type { HashText } from './store-tools.js';
import { Voids } from './voids.js';
import type { Now } from '../core/moment.js';
import { momentOf } from '../core/moment.js';
import { Visits } from './visits.js';

// Longer than others, because whoever writes an audit's row writes its mark, and whoever reads it looks at it.

/** What a list takes of an audit, and what its mark is made of. */
const LISTED = [
  'audit.id',
  'audit.dealership_id',
  'audit.dealership_name',
  'audit.quarter',
  'audit.scope',
  'audit.checklist_hash',
  'audit.checklist_id',
  'audit.year_starts',
  'audit.year_named',
  'audit.auditor',
  'audit.started_at',
  'audit.mark',
  'checklist.version',
  'seal.sealed_at',
  'seal.sealed_by',
  'seal.hash',
  'seal.previous',
] as const;

/** The audits: started, answered revision by revision, sealed; never changed in place. */
export class Audits {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
    private readonly readChecklist = checklistReader(hash),
  ) {}

  /** The audits that count, in the order of dealership, quarter and start; or those of one dealership. */
  async list(of?: { readonly dealership: StoredDealership }): Promise<AuditSummary[]> {
    return (await this.all(of)).filter(({ voided }) => voided === null);
  }

  /** The same with those that are void. */
  async all(of?: { readonly dealership: StoredDealership }): Promise<AuditSummary[]> {
    let query = this.queries
      .selectFrom('audit')
      .innerJoin('dealership', 'dealership.id', 'audit.dealership_id')
      .innerJoin('checklist', 'checklist.hash', 'audit.checklist_hash')
      .leftJoin('seal', 'seal.audit_id', 'audit.id')
      .select(LISTED)
      .orderBy('dealership.name')
      .orderBy('audit.quarter')
      .orderBy('audit.started_at');
    if (of !== undefined) query = query.where('dealership.id', '=', of.dealership.id);
    const rows = await query.execute();
    const voids = await new Voids(this.queries, this.hash).list();
    const dealerships = await this.dealerships(new Set(rows.map((row) => row.dealership_id)));
    return rows.map((row): AuditSummary => {
      const dealership = dealerships.get(row.dealership_id);
      if (dealership === undefined) throw spoiledDealership(row.dealership_name);
      const summary: AuditSummary = {
        id: row.id,
        dealership,
        quarter: quarterIn(row.quarter),
        scope: row.scope === 'full' ? 'full' : 'core',
        checklistId: row.checklist_id,
        checklistVersion: row.version,
        startedAt: row.started_at,
        auditor: row.auditor,
        seal:
          row.sealed_at === null || row.sealed_by === null || row.hash === null
            ? null
            : { at: row.sealed_at, by: row.sealed_by, hash: row.hash, previous: row.previous },
        voided: voids.get(row.id) ?? null,
        isSound: row.mark === markOfRow(this.hash, 'audit', row),
      };
      if (summary.isSound || summary.seal !== null) return summary;
      throw spoiled(nameOf(summary));
    });
  }

  /** The dealerships with these ids; one that isn't what was written is refused: its audits would be another's. */
  private async dealerships(ids: ReadonlySet<string>): Promise<Map<string, StoredDealership>> {
    const rows = await this.queries.selectFrom('dealership').selectAll().execute();
    return new Map(
      rows
        .filter(({ id }) => ids.has(id))
        .map((row): [string, StoredDealership] => [row.id, soundDealership(this.hash, row)]),
    );
  }

  /** A whole audit with its checklist, every revision of every answer, every draw and the visit. */
  async load(summary: AuditSummary): Promise<Audit> {
    const { content, dealership_name, ...row } = await this.queries
      .selectFrom('checklist')
      .innerJoin('audit', 'audit.checklist_hash', 'checklist.hash')
      .where('audit.id', '=', summary.id)
      .select(['checklist.content', 'audit.dealership_name'])
      .select(['audit.year_starts', 'audit.year_named'])
      .executeTakeFirstOrThrow();
    const rows = await this.queries
      .selectFrom('answer')
      .where('audit_id', '=', summary.id)
      .selectAll()
      .orderBy('recorded_at')
      .orderBy('id')
      .execute();
    for (const row of rows) {
      if (summary.seal !== null || row.mark === markOfRow(this.hash, 'answer', row)) continue;
      throw spoiled(`the answer to ${visibleLine(row.item)} in ${nameOf(summary)}`);
    }
    const kept = this.readChecklist(content);
    return {
      dealership: {
        name: dealership_name,
        slug: summary.dealership.slug,
        ...yearIn(row),
      },
      quarter: summary.quarter,
      scope: summary.scope,
      checklist: kept.checklist,
      auditor: summary.auditor,
      startedAt: summary.startedAt,
      seal: summary.seal,
      revisions: rows.map((row) => kept.answer(row)),
      draws: await new Draws(this.queries, this.hash).list(summary),
      visits: await new Visits(this.queries, this.hash).list(summary),
    };
  }

  /** The checklist that an audit keeps, without anything that was recorded by it. */
  async checklist({ id }: AuditSummary): Promise<Checklist> {
    const { content } = await this.queries
      .selectFrom('checklist')
      .innerJoin('audit', 'audit.checklist_hash', 'checklist.hash')
      .where('audit.id', '=', id)
      .select('checklist.content')
      .executeTakeFirstOrThrow();
    return this.readChecklist(content).checklist;
  }

  /** Starts an audit and keeps the checklist with it. */
  async start(audit: NewAudit, now: Now): Promise<AuditSummary> {
    const content = canonicalJson(audit.checklist);
    const hash = this.hash(content);
    const id = newId();
    await exclusively(this.queries, async (queries) => {
      const [there] = await queries
        .selectFrom('audit')
        .leftJoin('void', 'void.audit_id', 'audit.id')
        .where('audit.dealership_id', '=', audit.dealership.id)
        .where('audit.quarter', '=', audit.quarter)
        .where('audit.checklist_id', '=', audit.checklist.id)
        .where('void.audit_id', 'is', null)
        .select('audit.id')
        .execute();
      if (there !== undefined) {
        throw new UserError(
          `Somebody else has just started the audit of ${audit.dealership.name} for ${audit.quarter}.`,
          'Run the same command again: it goes on with that audit.',
        );
      }
      await queries
        .insertInto('checklist')
        .values({
          hash,
          checklist_id: audit.checklist.id,
          version: audit.checklist.version,
          content,
        })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
      await queries
        .insertInto('audit')
        .values(
          marked(this.hash, 'audit', {
            id,
            dealership_id: audit.dealership.id,
            dealership_name: audit.dealership.name,
            year_starts: audit.dealership.yearStarts,
            year_named: audit.dealership.yearNamed ?? null,
            quarter: audit.quarter,
            scope: audit.scope,
            checklist_hash: hash,
            checklist_id: audit.checklist.id,
            auditor: audit.auditor,
            started_at: momentOf(now),
          }),
        )
        .execute();
    });
    return {
      id,
      dealership: audit.dealership,
      quarter: audit.quarter,
      scope: audit.scope,
      checklistId: audit.checklist.id,
      checklistVersion: audit.checklist.version,
      startedAt: momentOf(now),
      auditor: audit.auditor,
      seal: null,
      voided: null,
      isSound: true,
    };
  }

  /**
   * Gives an audit another scope.
   *
   * @throws UserError when it has an answer: what was asked stays asked.
   */
  async rescope(audit: AuditSummary, scope: Scope): Promise<AuditSummary> {
    await exclusively(this.queries, async (queries) => {
      const answer = await queries
        .selectFrom('answer')
        .where('audit_id', '=', audit.id)
        .select('id')
        .limit(1)
        .executeTakeFirst();
      if (answer !== undefined || (await closedBy(queries, audit.id)) !== null) {
        throw new UserError(
          `${nameOf(audit).replace(/^the/, 'The')} has answers, so it keeps the scope ${audit.scope}.`,
          'Leave --scope out to go on.',
        );
      }
      const row = await queries
        .selectFrom('audit')
        .where('id', '=', audit.id)
        .selectAll()
        .executeTakeFirstOrThrow();
      await queries
        .updateTable('audit')
        .set(marked(this.hash, 'audit', { ...row, scope }))
        .where('id', '=', audit.id)
        .execute();
    });
    return { ...audit, scope };
  }

  /** The current answer of one item, as it is now: somebody else may be recording too. */
  async current(audit: AuditSummary, item: Item): Promise<RecordedAnswer | undefined> {
    const row = await this.queries
      .selectFrom('answer')
      .where('audit_id', '=', audit.id)
      .where('item', '=', item.id)
      .selectAll()
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? undefined : keptAnswer(row, item);
  }

  /** The latest revision of each item that has one, as it is now; their answers are left alone. */
  async revisions(audit: AuditSummary): Promise<ReadonlyMap<string, number>> {
    const rows = await this.queries
      .selectFrom('answer')
      .where('audit_id', '=', audit.id)
      .groupBy('item')
      .select(['item', sql<number>`max(revision)`.as('revision')])
      .execute();
    return new Map(rows.map(({ item, revision }) => [item, revision]));
  }

  /**
   * Records answers as new revisions, all or none. They are on disk when this returns.
   *
   * @throws Overtaken when `after` is given and an item has another revision by now.
   * @throws UserError when the audit is sealed or void.
   */
  async record(
    audit: AuditSummary,
    answers: ReadonlyMap<string, Answer>,
    auditor: string,
    now: Now,
    { why = null, after }: RecordOptions = {},
  ): Promise<void> {
    const addAll = async (queries: Queries): Promise<void> => {
      for (const [item, answer] of answers) {
        const recorded = { item, answer, why, auditor, at: momentOf(now) };
        const seen = after === undefined ? undefined : (after.get(item) ?? 0);
        if (await addRevision(queries, this.hash, audit.id, recorded, seen)) continue;
        const closed = await closedBy(queries, audit.id);
        if (closed !== null) throw closedError(closed, audit, 'answers');
        throw new Overtaken();
      }
    };
    // One is all or none by itself.
    if (answers.size === 1) await addAll(this.queries);
    else await exclusively(this.queries, addAll);
  }
}
