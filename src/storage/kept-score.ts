import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { askedItems, weightOf } from '../core/checklist/checklist.js';
import { definitionOf } from '../core/checklist/definition.js';
import type { KeptAudit, KeptItem } from '../core/compare/kept-change.js';
import type { Standing } from '../core/compare/ranking.js';
import type { BusinessYear, Quarter } from '../core/quarter.js';
import { isApart } from '../core/score/limits.js';
import { variancesOf } from '../core/score/ranges.js';
import type { AuditResult } from '../core/score/score.js';
import type { HashText } from './store-tools.js';

/** The score of one step as it is kept. Shares run from 0 to 1. */
export interface KeptStep {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly uncapped: number | null;
  /** Whether so little of the step was scored that it isn't held against others. */
  readonly apart: boolean;
  /** Ids of the critical items that failed. */
  readonly failedCritical: readonly string[];
  /** The published share with the variance of just that, caps and all. */
  readonly standing: Standing | null;
  /** What was scored. */
  readonly items: readonly KeptItem[];
}

/** A sealed audit among those of other dealerships, with all that comparing them needs. */
export interface SealedScore extends BusinessYear {
  /** The id of the audit. */
  readonly audit: string;
  /** The id of its dealership. */
  readonly dealership: string;
  readonly quarter: Quarter;
  readonly scope: Scope;
  readonly checklistId: string;
  readonly checklistVersion: number;
  readonly checklistHash: string;
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
  /** Whether it is still what was sealed; null where the score was kept and nobody looked. */
  readonly sealHolds: boolean | null;
}

/**
 * What is written of a score: what the checklist of the audit doesn't say. Its form is that of the
 * scoring version, as everything that is kept here is.
 */
export interface KeptContent {
  readonly standing: Standing | null;
  readonly auditors: readonly string[];
  readonly steps: readonly {
    readonly id: string;
    readonly uncapped: number | null;
    readonly coverage: number | null;
    readonly failedCritical: readonly string[];
    readonly standing: Standing | null;
    /** Id, share and variance in a sum. */
    readonly items: readonly (readonly [id: string, share: number, variance: number])[];
  }[];
}

/** What is kept of a score. */
export function contentOf(result: AuditResult): KeptContent {
  const variances = variancesOf(result);
  const standing = (share: number | null, variance: number | null | undefined): Standing | null =>
    share === null || variance == null ? null : { share, variance };
  const answered = result.steps.flatMap(({ items }) =>
    items.flatMap(({ recorded }) => recorded?.auditor ?? []),
  );
  return {
    standing: standing(result.share, variances.overall),
    auditors: [...new Set(answered)].sort(),
    steps: result.steps.map(({ step, share, uncapped, coverage, failedCritical, items }) => ({
      id: step.id,
      uncapped,
      coverage,
      failedCritical: [...failedCritical],
      standing: standing(share, variances.steps.get(step.id)),
      items: items.flatMap(({ item, estimate }) =>
        estimate === null
          ? []
          : [[item.id, estimate.summed.share, estimate.summed.variance] as const],
      ),
    })),
  };
}

/** So many letters of a fingerprint tell the definitions of one item apart. */
const FINGERPRINT = 16;

/** Reads what is kept with what the checklist says; for many audits of one checklist made once. */
export function contentReader(
  checklist: Checklist,
  hash: HashText,
): (
  content: KeptContent,
  coverage: number | null,
) => Pick<SealedScore, 'apart' | 'auditors' | 'standing' | 'steps'> {
  const steps = new Map(checklist.steps.map((step) => [step.id, step]));
  const items = new Map(
    askedItems(checklist, 'full').map((item) => [
      item.id,
      { definition: hash(definitionOf(item)).slice(0, FINGERPRINT), weight: weightOf(item) },
    ]),
  );
  return ({ standing, auditors, steps: kept }, coverage) => ({
    standing,
    auditors,
    apart: isApart(coverage, checklist),
    steps: kept.map((step) => {
      const { title = step.id, weight = 0 } = steps.get(step.id) ?? {};
      return {
        id: step.id,
        title,
        weight,
        uncapped: step.uncapped,
        apart: isApart(step.coverage, checklist),
        failedCritical: step.failedCritical,
        standing: step.standing,
        items: step.items.map(([id, share, variance]) => {
          const { definition = '', weight: own = 0 } = items.get(id) ?? {};
          return { id, definition, weight: own, share, variance };
        }),
      };
    }),
  });
}

/** A kept audit as comparisons take it. */
export function keptAudit({ standing, apart, steps }: SealedScore): KeptAudit {
  return { share: standing?.share ?? null, apart, steps };
}
