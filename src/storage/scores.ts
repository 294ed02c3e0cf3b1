import type { Expression, SqlBool } from 'kysely';
import * as z from 'zod';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { check } from '../core/schema/issues.js';
import type { Watch } from '../core/progress.js';
import { unwatched, watched } from '../core/progress.js';
import type { Quarter } from '../core/quarter.js';
import type { AuditResult } from '../core/score/score.js';
import { SCORING_VERSION, scoreAudit } from '../core/score/score.js';
import type { KeptAudit } from '../core/compare/kept-change.js';
import type { Standing } from '../core/compare/ranking.js';
import { definitionOf } from '../core/checklist/definition.js';
import { weightOf } from '../core/checklist/checklist.js';
import { isApart } from '../core/score/limits.js';
import { variancesOf } from '../core/score/ranges.js';
import { Audits } from './audits.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { checklistReader, damaged, parseKept, quarterIn } from './kept.js';
import type { HashText } from './store-tools.js';
import { once } from '../core/once.js';

// Longer than others, because what is kept of a score and how it is read back are one format.

/** The score of a sealed audit as it is kept for lists and trends. Shares run from 0 to 1. */
export interface KeptScore {
  readonly share: number | null;
  readonly coverage: number | null;
}

// Not held to 0 and 1: binary dust over an end would damage nothing.
const shareSchema = once(() => z.number());

const standingSchema = once(() => z.object({ share: shareSchema(), variance: z.number() }));

const stepSchema = once(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    weight: z.number(),
    uncapped: shareSchema().nullable(),
    coverage: shareSchema().nullable(),
    /** Whether so little of the step was scored that it isn't held against others. */
    apart: z.boolean(),
    /** Ids of the critical items that failed. */
    failedCritical: z.array(z.string()),
    /** The published share with the variance of just that, caps and all. */
    standing: standingSchema().nullable(),
    /** What was scored: id, fingerprint of the definition, weight, share, variance in a sum. */
    items: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.number()])),
  }),
);

/** All that is kept of a score beside its columns. */
const keptSchema = once(() =>
  z.object({
    standing: standingSchema().nullable(),
    apart: z.boolean(),
    auditors: z.array(z.string()),
    steps: z.array(stepSchema()),
  }),
);

/** The score of one step as it is kept. */
export type KeptStep = z.infer<ReturnType<typeof stepSchema>>;

/** A sealed audit among those of other dealerships, with all that comparing them needs. */
export interface SealedScore {
  /** The id of the audit. */
  readonly audit: string;
  /** The id of its dealership. */
  readonly dealership: string;
  readonly quarter: Quarter;
  readonly scope: Scope;
  readonly checklistId: string;
  readonly checklistVersion: number;
  readonly checklistHash: string;
  /** Month, 1 to 12, as the audit has it: its quarter was counted from there. */
  readonly yearStarts: number;
  readonly coverage: number | null;
  /** Whether so little was scored that it stands apart. */
  readonly apart: boolean;
  /** Who answered, in order of name. */
  readonly auditors: readonly string[];
  /** The published share with the variance of just that; null where nothing was scored. */
  readonly standing: Standing | null;
  readonly steps: readonly KeptStep[];
  /** The hash of its seal. */
  readonly seal: string;
}

/** Which sealed audits are meant; null for whatever. */
export interface SealedFilter {
  /** A group as its members have it. */
  readonly group: string | null;
  readonly quarters: readonly Quarter[] | null;
}

const ALL: SealedFilter = { group: null, quarters: null };

/**
 * Scores of sealed audits: derived, kept with the scoring version that made them. Those that are
 * missing, or were made by other rules than today's, are made and kept when they are asked for.
 */
export class Scores {
  constructor(
    private readonly queries: Queries,
    private readonly hash: HashText,
    private readonly readChecklist = checklistReader(hash),
    private readonly progress: Watch = unwatched,
  ) {}

  /** Keeps a score in place of an earlier one. */
  async keep(audit: string, result: AuditResult): Promise<void> {
    const row = {
      audit_id: audit,
      scoring_version: SCORING_VERSION,
      share: result.share,
      coverage: result.coverage,
      steps: JSON.stringify(keptOf(result, this.hash)),
    };
    await this.queries
      .insertInto('score')
      .values(row)
      .onConflict((conflict) => conflict.column('audit_id').doUpdateSet(row))
      .execute();
  }

  /** The scores of all sealed audits, by audit. */
  async list(): Promise<Map<string, KeptScore>> {
    await this.renew(ALL);
    const rows = await this.queries
      .selectFrom('score')
      .select(['audit_id', 'share', 'coverage'])
      .execute();
    return new Map(rows.map(({ audit_id, share, coverage }) => [audit_id, { share, coverage }]));
  }

  /** The quarters in which anybody of a group has a sealed audit, in order; of all without one. */
  async quarters(group: string | null, checklistId?: string): Promise<Quarter[]> {
    let query = this.sealedAudits({ group, quarters: null })
      .select('audit.quarter')
      .distinct()
      .orderBy('audit.quarter');
    if (checklistId !== undefined) query = query.where('audit.checklist_id', '=', checklistId);
    return (await query.execute()).map(({ quarter }) => quarterIn(quarter));
  }

  /** The sealed audits that are meant, with their scores: one query, whatever their number. */
  async sealed(of: SealedFilter): Promise<SealedScore[]> {
    await this.renew(of);
    const rows = await this.sealedAudits(of)
      .innerJoin('score', 'score.audit_id', 'audit.id')
      .innerJoin('checklist', 'checklist.hash', 'audit.checklist_hash')
      .select([
        'audit.id as audit',
        'audit.dealership_id as dealership',
        'audit.quarter as quarter',
        'audit.scope as scope',
        'audit.checklist_id as checklistId',
        'audit.checklist_hash as checklistHash',
        'checklist.version as checklistVersion',
        'audit.year_starts as yearStarts',
        'score.coverage as coverage',
        'score.steps as steps',
        'seal.hash as seal',
      ])
      .execute();
    return rows.map((row) => {
      return {
        ...row,
        quarter: quarterIn(row.quarter),
        scope: row.scope === 'full' ? 'full' : 'core',
        ...readKept(row.steps),
      };
    });
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

  private sealedAudits({ group, quarters }: SealedFilter) {
    return this.queries
      .selectFrom('audit')
      .innerJoin('seal', 'seal.audit_id', 'audit.id')
      .innerJoin('dealership', 'dealership.id', 'audit.dealership_id')
      .where((where) => {
        const all: Expression<SqlBool>[] = [];
        if (group !== null) all.push(where('dealership.group_name', '=', group));
        if (quarters !== null) all.push(where('audit.quarter', 'in', quarters));
        return where.and(all);
      });
  }

  /** Makes and keeps the scores that are missing, or were made by other rules than today's. */
  private async renew(of: SealedFilter): Promise<void> {
    const old = await this.sealedAudits(of)
      .leftJoin('score', (join) =>
        join
          .onRef('score.audit_id', '=', 'audit.id')
          .on('score.scoring_version', '=', SCORING_VERSION),
      )
      .where('score.audit_id', 'is', null)
      .select('audit.id')
      .execute();
    if (old.length === 0) return;
    const ids = new Set(old.map(({ id }) => id));
    await exclusively(this.queries, async (queries) => {
      const audits = new Audits(queries, this.hash, this.readChecklist);
      const scores = new Scores(queries, this.hash);
      const missing = (await audits.list()).filter(({ id }) => ids.has(id));
      for (const summary of watched(this.progress, 'Scoring audits', missing)) {
        await scores.keep(summary.id, scoreAudit(await audits.load(summary)));
      }
    });
  }
}

type Kept = z.infer<ReturnType<typeof keptSchema>>;

function readKept(text: string): Kept {
  const read = check(keptSchema(), parseKept(text));
  if (!read.ok) throw damaged();
  return read.value;
}

/** So many letters of a fingerprint tell the definitions of one item apart. */
const FINGERPRINT = 16;

function keptOf(result: AuditResult, hash: HashText): Kept {
  const variances = variancesOf(result);
  const standing = (share: number | null, variance: number | null | undefined): Standing | null =>
    share === null || variance == null ? null : { share, variance };
  const answered = result.steps.flatMap(({ items }) =>
    items.flatMap(({ recorded }) => recorded?.auditor ?? []),
  );
  return {
    standing: standing(result.share, variances.overall),
    apart: result.apart,
    auditors: [...new Set(answered)].sort(),
    steps: result.steps.map(({ step, share, uncapped, coverage, failedCritical, items }) => ({
      id: step.id,
      title: step.title,
      weight: step.weight,
      uncapped,
      coverage,
      apart: isApart(coverage, result.checklist),
      failedCritical: [...failedCritical],
      standing: standing(share, variances.steps.get(step.id)),
      items: items.flatMap(({ item, estimate }) => {
        if (estimate === null) return [];
        const definition = hash(definitionOf(item)).slice(0, FINGERPRINT);
        const { share: own, variance } = estimate.summed;
        return [
          [
            item.id,
            definition,
            weightOf(item),
            own,
            variance,
          ] satisfies Kept['steps'][number]['items'][number],
        ];
      }),
    })),
  };
}

/** A kept audit as comparisons take it. */
export function keptAudit({ standing, apart, steps }: SealedScore): KeptAudit {
  return {
    share: standing?.share ?? null,
    apart,
    steps: steps.map(({ id, weight, items }) => ({
      id,
      weight,
      items: items.map(([item, definition, itemWeight, share, variance]) => ({
        id: item,
        definition,
        weight: itemWeight,
        share,
        variance,
      })),
    })),
  };
}
