import { weightOf } from '../checklist/checklist.js';
import type { AuditResult, ItemResult } from './score.js';
import { SAME_SHARE } from './uncertainty.js';
import { weightedSums } from './mean.js';
import { capped, hasFailedCritical } from './limits.js';
import { partsOf, voicesOf } from './score.js';

/** What one item would do, caps included: differences of shares, each from -1 to 1. */
export interface Effect {
  /** To the share of its step. */
  readonly step: number;
  /** To the overall share. */
  readonly overall: number;
}

const NONE: Effect = { step: 0, overall: 0 };

/** How large an effect on the overall share is, in steps that sort alike whatever the dust. */
export function sizeOfEffect(overall: number): number {
  return Math.round(Math.abs(overall) / SAME_SHARE);
}

/**
 * Rescores an audit with one item changed: what would happen if that item alone had another share.
 * Each step's sums are made once, so that asking for every item costs no more than one scoring.
 * An item that was not scored has no effect.
 */
export function effectIn(result: AuditResult): (one: ItemResult, share: number) => Effect {
  const { checklist } = result;
  const voices = weightedSums(voicesOf(result.steps)).weights;
  const known = new Map(
    result.steps.map((step) => [step.step.id, { step, sums: weightedSums(partsOf(step.items)) }]),
  );
  return (one, share) => {
    const here = known.get(one.step);
    if (one.share === null || here === undefined || here.step.share === null) return NONE;
    const { step, sums } = here;
    const failed =
      step.failedCritical.length -
      Number(hasFailedCritical(one, checklist)) +
      Number(hasFailedCritical({ item: one.item, share }, checklist));
    const uncapped = (sums.shares + weightOf(one.item) * (share - one.share)) / sums.weights;
    const difference = (failed > 0 ? capped(uncapped, checklist) : uncapped) - here.step.share;
    return { step: difference, overall: (difference * step.step.weight) / voices };
  };
}
