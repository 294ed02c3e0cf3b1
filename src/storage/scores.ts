import type { AuditResult } from '../core/score/score.js';
import { SCORING_VERSION } from '../core/score/score.js';
import type { Queries } from './database.js';

/** The score of a sealed audit as it is kept for lists and trends. Shares run from 0 to 1. */
export interface KeptScore {
  readonly share: number | null;
  readonly coverage: number | null;
}

/** Scores of sealed audits: derived, kept with the scoring version that made them. */
export class Scores {
  constructor(private readonly queries: Queries) {}

  /** Keeps a score in place of an earlier one. */
  async keep(audit: string, result: AuditResult): Promise<void> {
    const row = {
      audit_id: audit,
      scoring_version: SCORING_VERSION,
      share: result.share,
      coverage: result.coverage,
      steps: JSON.stringify(
        result.steps.map(({ step, share, uncapped, coverage }) => ({
          id: step.id,
          weight: step.weight,
          share,
          uncapped,
          coverage,
        })),
      ),
    };
    await this.queries
      .insertInto('score')
      .values(row)
      .onConflict((conflict) => conflict.column('audit_id').doUpdateSet(row))
      .execute();
  }

  /** The kept scores by audit, only those made by today's rules. */
  async list(): Promise<Map<string, KeptScore>> {
    const rows = await this.queries
      .selectFrom('score')
      .where('scoring_version', '=', SCORING_VERSION)
      .select(['audit_id', 'share', 'coverage'])
      .execute();
    return new Map(rows.map(({ audit_id, share, coverage }) => [audit_id, { share, coverage }]));
  }
}
