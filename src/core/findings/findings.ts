import { weightOf } from '../checklist/checklist.js';
import type { Checklist } from '../checklist/checklist.js';
import type { AuditResult, ItemResult } from '../score/score.js';
import { bandOf, hasFailedCritical } from '../score/limits.js';

/** An item that fell short. */
export interface Finding {
  readonly result: ItemResult;
  readonly failedCritical: boolean;
  /** What the overall score, 0 to 1, lacks because of it, caps left aside. */
  readonly missing: number;
}

/** Whether a share is below the checklist's top band; with one band only, below full. */
export function fellShort(share: number | null, checklist: Checklist): boolean {
  if (share === null) return false;
  if (checklist.bands.length === 1) return share < 1;
  return bandOf(share, checklist.bands) !== checklist.bands.at(-1);
}

/**
 * All items that fell short: failed critical ones first, then those whose shortfall weighs most
 * in the overall score.
 */
export function findingsOf(result: AuditResult): Finding[] {
  const stepWeights = result.steps
    .filter((step) => step.share !== null)
    .reduce((total, step) => total + step.step.weight, 0);
  const findings = result.steps.flatMap(({ step, items }) => {
    const scored = items.filter((one) => one.share !== null);
    const weights = scored.reduce((total, one) => total + weightOf(one.item), 0);
    return scored
      .filter((one) => fellShort(one.share, result.checklist))
      .map((one) => ({
        result: one,
        failedCritical: hasFailedCritical(one, result.checklist),
        missing:
          (step.weight / stepWeights) * (weightOf(one.item) / weights) * (1 - (one.share ?? 1)),
      }));
  });
  return findings.sort(
    (a, b) => Number(b.failedCritical) - Number(a.failedCritical) || b.missing - a.missing,
  );
}
