import type { Effect } from './effect.js';
import { effectIn, sizeOfEffect } from './effect.js';
import type { AuditResult, ItemResult } from './score.js';
import { weightedMean } from './mean.js';
import { scoreStep, voicesOf } from './score.js';

/** Points at stake: what an item's step and the overall share gain if it alone becomes full. */
export interface Stake extends Effect {
  readonly result: ItemResult;
}

/** Whether an item was scored and is below full. */
export function isBelowFull({ share }: ItemResult): boolean {
  return share !== null && share < 1;
}

/**
 * The stakes of all items that were scored and are below full, caps included: an item whose step
 * stays capped by another gains nothing. The largest gain of the overall share comes first, equal
 * ones in the order of the checklist.
 */
export function stakesOf(result: AuditResult): Stake[] {
  const effect = effectIn(result);
  return result.steps
    .flatMap((step) => step.items)
    .filter(isBelowFull)
    .map((one): Stake => ({ result: one, ...effect(one, 1) }))
    .sort((a, b) => sizeOfEffect(b.overall) - sizeOfEffect(a.overall));
}

/** The overall share if all of these items, by id, were full; what was not scored stays so. */
export function shareWithFull(result: AuditResult, ids: ReadonlySet<string>): number | null {
  const steps = result.steps.map(({ step, items }) =>
    scoreStep(
      step,
      items.map((one) => (isBelowFull(one) && ids.has(one.item.id) ? { ...one, share: 1 } : one)),
      result.checklist,
    ),
  );
  return weightedMean(voicesOf(steps));
}
