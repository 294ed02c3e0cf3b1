import { SCORING_VERSION } from '../core/score/score.js';
import { visibleLine } from '../core/text.js';
import type { OpenDatabase, Queries } from './database.js';
import { markOfRow } from './marks.js';
import type { HashText } from './store-tools.js';

/** What the database says of itself. It is read as a whole, which takes its time where it is large. */
export class Soundness {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
    private readonly file: Pick<OpenDatabase, 'damage' | 'changedSchema'>,
  ) {}

  /** All that SQLite itself finds wrong with the file, a line each. */
  damage(): readonly string[] {
    return this.file.damage();
  }

  /** The names of tables, indexes and guards that are not as this version makes them. */
  changedSchema(): readonly string[] {
    return this.file.changedSchema();
  }

  /** What rows hold that isn't what was written, each as the subject of a sentence. */
  async spoiledRows(): Promise<readonly string[]> {
    const { hash, queries } = this;
    const spoiled: string[] = [];
    for await (const row of queries.selectFrom('dealership').selectAll().stream()) {
      if (row.mark === markOfRow(hash, 'dealership', row)) continue;
      spoiled.push(`what it holds of ${visibleLine(row.name)}`);
    }
    for await (const row of queries.selectFrom('audit').selectAll().stream()) {
      if (row.mark === markOfRow(hash, 'audit', row)) continue;
      spoiled.push(`the audit of ${visibleLine(row.dealership_name)} for ${row.quarter}`);
    }
    const answers = queries
      .selectFrom('answer')
      .innerJoin('audit', 'audit.id', 'answer.audit_id')
      .selectAll('answer')
      .select(['audit.dealership_name', 'audit.quarter']);
    for await (const row of answers.stream()) {
      // What was sealed before there were marks has none: its seal covers it.
      if (row.mark === null || row.mark === markOfRow(hash, 'answer', row)) continue;
      const whose = `${visibleLine(row.dealership_name)} for ${row.quarter}`;
      spoiled.push(`the answer to ${visibleLine(row.item)} of ${whose}`);
    }
    const draws = queries
      .selectFrom('draw')
      .innerJoin('audit', 'audit.id', 'draw.audit_id')
      .selectAll('draw')
      .select(['audit.dealership_name', 'audit.quarter']);
    for await (const row of draws.stream()) {
      if (row.mark === null || row.mark === markOfRow(hash, 'draw', row)) continue;
      spoiled.push(`a draw of ${visibleLine(row.dealership_name)} for ${row.quarter}`);
    }
    const visits = queries
      .selectFrom('visit')
      .innerJoin('audit', 'audit.id', 'visit.audit_id')
      .selectAll('visit')
      .select(['audit.dealership_name', 'audit.quarter']);
    for await (const row of visits.stream()) {
      if (row.mark === markOfRow(hash, 'visit', row)) continue;
      spoiled.push(`the visit of ${visibleLine(row.dealership_name)} for ${row.quarter}`);
    }
    const withdrawals = queries
      .selectFrom('draw_withdrawal')
      .innerJoin('draw', 'draw.id', 'draw_withdrawal.draw_id')
      .innerJoin('audit', 'audit.id', 'draw.audit_id')
      .selectAll('draw_withdrawal')
      .select(['audit.dealership_name', 'audit.quarter']);
    for await (const row of withdrawals.stream()) {
      if (row.mark === markOfRow(hash, 'draw_withdrawal', row)) continue;
      spoiled.push(`a withdrawal of ${visibleLine(row.dealership_name)} for ${row.quarter}`);
    }
    const voids = queries
      .selectFrom('void')
      .innerJoin('audit', 'audit.id', 'void.audit_id')
      .selectAll('void')
      .select(['audit.dealership_name', 'audit.quarter']);
    for await (const row of voids.stream()) {
      if (row.mark === markOfRow(hash, 'void', row)) continue;
      spoiled.push(`the void of ${visibleLine(row.dealership_name)} for ${row.quarter}`);
    }
    for await (const row of queries.selectFrom('checklist').selectAll().stream()) {
      if (row.hash === hash(row.content)) continue;
      spoiled.push(
        `the checklist ${visibleLine(row.checklist_id)}, version ${String(row.version)}`,
      );
    }
    return spoiled;
  }

  /** How many scores are kept by the rules of today. */
  async keptScores(): Promise<number> {
    const { kept } = await this.queries
      .selectFrom('score')
      .where('scoring_version', '=', SCORING_VERSION)
      .select(({ fn }) => fn.countAll<number>().as('kept'))
      .executeTakeFirstOrThrow();
    return kept;
  }

  /** Which numbers of the register of seals are missing before its last. */
  async registerGaps(): Promise<readonly number[]> {
    const rows = await this.queries
      .selectFrom('seal_register')
      .select('number')
      .orderBy('number')
      .execute();
    const there = new Set(rows.map(({ number }) => number));
    const last = rows.at(-1)?.number ?? 0;
    return Array.from({ length: last }, (_, i) => i + 1).filter((number) => !there.has(number));
  }
}
