import { weightOf } from '../checklist/checklist.js';
import { effectIn, sizeOfEffect } from '../score/effect.js';
import type { AuditResult } from '../score/score.js';
import type { Comparable, Comparison } from './compare.js';
import { isComparable } from './compare.js';

/** A comparable item, and what its change did. */
export type Mover = Comparable & {
  /**
   * The later overall share less what it would be had this item alone stayed at its earlier share,
   * by the later checklist and caps included.
   */
  readonly effect: number;
};

/** What a change did to the sum of its step, whatever caps made of it. */
function weighted({ difference, to }: Comparable): number {
  return Math.abs(difference.difference) * weightOf(to.item);
}

/**
 * What the change of each comparable item did: the largest effect first. Of equal ones, such as
 * those that a cap swallows, the largest weight × change comes first; items that stayed the same
 * come last, in the order of the changes.
 *
 * @param to the later of the two audits that were compared.
 */
export function moversOf(to: AuditResult, comparison: Comparison): Mover[] {
  const effect = effectIn(to);
  return comparison.changes
    .filter(isComparable)
    .map((change): Mover => {
      const { overall } = effect(change.to, change.from.share ?? 0);
      // Not -0 where nothing changed, or a cap swallows the change.
      return { ...change, effect: overall === 0 ? 0 : -overall };
    })
    .sort((a, b) => sizeOfEffect(b.effect) - sizeOfEffect(a.effect) || weighted(b) - weighted(a));
}
