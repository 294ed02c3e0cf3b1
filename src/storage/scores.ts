import type { Expression, SqlBool } from 'kysely';
import type { Seal } from '../core/audit/audit.js';
import { sealHolds } from '../core/audit/seal.js';
import type { Checklist } from '../core/checklist/checklist.js';
import type { Watch } from '../core/progress.js';
import { unwatched, watched } from '../core/progress.js';
import type { BusinessYear, Quarter } from '../core/quarter.js';
import type { AuditResult } from '../core/score/score.js';
import { SCORING_VERSION, scoreAudit } from '../core/score/score.js';
import { visibleLine } from '../core/text.js';
import type { AuditSummary } from './audit-summary.js';
import { Audits } from './audits.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { checklistReader, quarterIn, yearIn } from './kept.js';
import type { KeptContent, SealedScore } from './kept-score.js';
import { contentOf, contentReader } from './kept-score.js';
import { markOfRow, spoiled } from './marks.js';
import type { AuditRow } from './vouched.js';
import { FACTS, HEAD, NOTHING, isVouched, markOfScore, sourcesOf } from './vouched.js';
import type { HashText } from './store-tools.js';

// Longer than others, because a score is kept, found unfit and made anew by one notion of what it belongs to.

/** The score of a sealed audit as it is kept for lists and trends. Shares run from 0 to 1. */
export interface KeptScore {
  readonly share: number | null;
  readonly coverage: number | null;
  /** Whether the audit is still what was sealed; null where the score was kept and nobody looked. */
  readonly sealHolds: boolean | null;
}

/** Which sealed audits are meant; null for whatever. */
export interface SealedFilter {
  /** A group as its members have it. */
  readonly group: string | null;
  readonly quarters: readonly Quarter[] | null;
}

const ALL: SealedFilter = { group: null, quarters: null };

/** What was scored just now, and whether the seal of the audit holds. */
interface Made {
  readonly result: AuditResult;
  readonly sealHolds: boolean;
}

/** Of so many sealed audits the answers are looked at whenever their scores are listed. */
const FEW = 100;

/** So many new scores are written at once: the lock is never held for long. */
const BATCH = 50;

/**
 * Scores of the sealed audits that count: derived, and kept with the rules and the seal that they belong to. What is
 * missing, is of other rules, or isn't what was written, of the audit or of the score, is made anew when
 * it is asked for. Nothing is kept of an audit whose seal is broken.
 */
export class Scores {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
    private readonly readChecklist = checklistReader(hash),
    private readonly how: {
      readonly progress?: Watch | undefined;
      readonly isReadOnly?: boolean;
    } = {},
  ) {}

  /** Keeps a score in place of an earlier one. */
  async keep(audit: string, seal: Seal, result: AuditResult): Promise<void> {
    const content = JSON.stringify(contentOf(result));
    const { share, coverage } = result;
    const head = {
      audit_id: audit,
      scoring_version: SCORING_VERSION,
      share,
      coverage,
      seal: seal.hash,
      source: (await sourcesOf(this.queries, this.hash, audit)).get(audit) ?? NOTHING,
      content_hash: this.hash(content),
    };
    const row = {
      ...head,
      content,
      mark: markOfScore(this.hash, head, seal),
    };
    await this.queries
      .insertInto('score')
      .values(row)
      .onConflict((conflict) => conflict.column('audit_id').doUpdateSet(row))
      .execute();
  }

  /**
   * The scores of all sealed audits, by audit, or those of one dealership. Of few audits it is looked whether their answers are still
   * those that were scored; of many that would be most of the work.
   */
  async list(dealership?: { readonly id: string }): Promise<Map<string, KeptScore>> {
    const scores = new Map<string, KeptScore>();
    const stale = new Set<string>();
    const sources = await this.fewSources();
    const unsound = await this.unsoundChecklists();
    let query = this.scored(ALL).select(HEAD);
    if (dealership !== undefined) {
      query = query.where('audit.dealership_id', '=', dealership.id);
    }
    for (const row of await query.execute()) {
      const { share, coverage } = row;
      const isSame =
        (sources === null || row.source === (sources.get(row.id) ?? NOTHING)) &&
        !unsound.has(row.checklist_hash);
      if (!isSame || !isVouched(this.hash, row)) stale.add(row.id);
      // What was sealed, and hasn't changed since it was scored under a seal that held.
      else scores.set(row.id, { share, coverage, sealHolds: sources === null ? null : true });
    }
    await this.makeAnew(stale, ({ id }, { result: { share, coverage }, sealHolds: holds }) => {
      scores.set(id, { share, coverage, sealHolds: holds });
    });
    return scores;
  }

  /** The sealed audits whose kept score isn't what was written, named for sentences. */
  async unvouched(): Promise<string[]> {
    const names: string[] = [];
    const sources = await sourcesOf(this.queries, this.hash);
    const query = this.scored(ALL).select([...HEAD, ...FACTS]);
    for await (const row of query.stream()) {
      // What isn't kept, or is of other rules, is made when it is asked for.
      if (row.scoring_version !== SCORING_VERSION) continue;
      const isKept =
        isVouched(this.hash, row) &&
        row.source === (sources.get(row.id) ?? NOTHING) &&
        this.hash(row.content ?? '') === row.content_hash;
      if (!isKept) names.push(`${visibleLine(row.dealership_name)} for ${row.quarter}`);
    }
    return names;
  }

  /**
   * The quarters in which anybody of a group has a sealed audit, each with the business year it belongs
   * to, in order; of all without one.
   */
  async quarters(
    group: string | null,
    checklistId?: string,
  ): Promise<(BusinessYear & { readonly quarter: Quarter })[]> {
    let query = this.sealedAudits({ group, quarters: null })
      .select(['audit.quarter', 'audit.year_starts', 'audit.year_named'])
      .distinct()
      .orderBy('audit.quarter');
    if (checklistId !== undefined) query = query.where('audit.checklist_id', '=', checklistId);
    const rows = await query.execute();
    return rows.map((row) => ({ quarter: quarterIn(row.quarter), ...yearIn(row) }));
  }

  /** The sealed audits that are meant, with their scores: one query, whatever their number. */
  async sealed(of: SealedFilter): Promise<SealedScore[]> {
    const checklists = await this.checklistsOf(of);
    const scores: SealedScore[] = [];
    const stale = new Map<string, AuditRow>();
    const add = (row: AuditRow, content: KeptContent, own: KeptScore): void => {
      const of_ = checklists.get(row.checklist_hash);
      if (of_ === undefined) throw spoiled('a checklist');
      scores.push({
        audit: row.id,
        dealership: row.dealership_id,
        quarter: quarterIn(row.quarter),
        scope: row.scope === 'full' ? 'full' : 'core',
        checklistId: row.checklist_id,
        checklistVersion: of_.checklist.version,
        checklistHash: row.checklist_hash,
        ...yearIn(row),
        seal: row.seal,
        coverage: own.coverage,
        sealHolds: own.sealHolds,
        ...of_.read(content, own.coverage),
      });
    };
    const query = this.scored(of).select([...HEAD, ...FACTS]);
    for await (const row of query.stream()) {
      const isKept =
        row.content !== null &&
        isVouched(this.hash, row) &&
        row.mark === markOfRow(this.hash, 'audit', row) &&
        this.hash(row.content) === row.content_hash &&
        checklists.get(row.checklist_hash)?.isSound === true;
      const kept = row.content !== null && isKept ? (JSON.parse(row.content) as KeptContent) : null;
      if (kept === null) stale.set(row.id, { ...row });
      else add(row, kept, { ...row, sealHolds: null });
    }
    await this.makeAnew(stale, ({ id }, { result, sealHolds: holds }) => {
      const row = stale.get(id);
      if (row !== undefined) add(row, contentOf(result), { ...result, sealHolds: holds });
    });
    return scores;
  }

  /** A checklist that an audit has kept. */
  async checklist(hash: string): Promise<Checklist> {
    const { content } = await this.queries
      .selectFrom('checklist')
      .where('hash', '=', hash)
      .select('content')
      .executeTakeFirstOrThrow();
    return this.readChecklist(content).checklist;
  }

  private async checklistsOf(of: SealedFilter) {
    const rows = await this.sealedAudits(of).select('audit.checklist_hash').distinct().execute();
    const read = new Map<
      string,
      { checklist: Checklist; isSound: boolean; read: ReturnType<typeof contentReader> }
    >();
    const unsound = await this.unsoundChecklists();
    for (const { checklist_hash } of rows) {
      const checklist = await this.checklist(checklist_hash);
      read.set(checklist_hash, {
        checklist,
        isSound: !unsound.has(checklist_hash),
        read: contentReader(checklist, this.hash),
      });
    }
    return read;
  }

  /** The hashes of the kept checklists whose content is another. */
  private async unsoundChecklists(): Promise<ReadonlySet<string>> {
    const unsound = new Set<string>();
    const rows = this.queries.selectFrom('checklist').select(['hash', 'content']).stream();
    for await (const { hash, content } of rows) {
      if (this.hash(content) !== hash) unsound.add(hash);
    }
    return unsound;
  }

  /** Hashes of the answers and draws of all sealed audits, where they are few; null elsewhere. */
  private async fewSources(): Promise<ReadonlyMap<string, string> | null> {
    const { sealed } = await this.queries
      .selectFrom('seal')
      .select(({ fn }) => fn.countAll<number>().as('sealed'))
      .executeTakeFirstOrThrow();
    return sealed > FEW ? null : sourcesOf(this.queries, this.hash);
  }

  private sealedAudits({ group, quarters }: SealedFilter) {
    return this.queries
      .selectFrom('audit')
      .innerJoin('seal', 'seal.audit_id', 'audit.id')
      .leftJoin('void', 'void.audit_id', 'audit.id')
      .where('void.audit_id', 'is', null)
      .where((where) => {
        const all: Expression<SqlBool>[] = [];
        if (group !== null) {
          const members = this.queries.selectFrom('dealership').where('group_name', '=', group);
          all.push(where('audit.dealership_id', 'in', members.select('id')));
        }
        if (quarters !== null) all.push(where('audit.quarter', 'in', quarters));
        return where.and(all);
      });
  }

  private scored(of: SealedFilter) {
    return this.sealedAudits(of).leftJoin('score', 'score.audit_id', 'audit.id');
  }

  /**
   * Scores audits and keeps the scores, a few at a time: others can write in between, and what was
   * made stays made when it is interrupted.
   */
  private async makeAnew(
    stale: { readonly size: number; has(id: string): boolean },
    take: (summary: AuditSummary, made: Made) => void,
  ): Promise<void> {
    if (stale.size === 0) return;
    const audits = new Audits(this.queries, this.hash, this.readChecklist);
    const missing = (await audits.list()).filter(({ id }) => stale.has(id));
    let batch: { readonly id: string; readonly seal: Seal; readonly result: AuditResult }[] = [];
    const keepBatch = async (): Promise<void> => {
      const full = batch;
      batch = [];
      await exclusively(this.queries, async (queries) => {
        const scores = new Scores(queries, this.hash);
        for (const { id, seal, result } of full) await scores.keep(id, seal, result);
      });
    };
    for (const summary of watched(this.how.progress ?? unwatched, 'Scoring audits', missing)) {
      const audit = await audits.load(summary);
      const result = scoreAudit(audit);
      const holds = summary.isSound && sealHolds(audit, this.hash);
      take(summary, { result, sealHolds: holds });
      if (!holds || summary.seal === null || this.how.isReadOnly === true) continue;
      batch.push({ id: summary.id, seal: summary.seal, result });
      if (batch.length === BATCH) await keepBatch();
    }
    if (batch.length > 0) await keepBatch();
  }
}
