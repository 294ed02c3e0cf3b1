import type { Comparable } from '../../core/compare/compare.js';
import { isComparable } from '../../core/compare/compare.js';
import { directionOf, isSure } from '../../core/score/uncertainty.js';
import { sizeOfEffect } from '../../core/score/effect.js';
import { weightOf } from '../../core/checklist/checklist.js';
import type { AuditView, ItemView } from './view.js';
import { itemsOf } from './view.js';

/** Smaller clear changes are counted, not listed. In shares. */
export const WORTH_LISTING = 0.05;

/** An item whose change can be compared. */
export type MovedItem = ItemView & { readonly change: Comparable };

/** Whether an item's change can be compared. */
export function isMoved(one: ItemView): one is MovedItem {
  return one.change !== null && isComparable(one.change);
}

/** The items that moved in one direction by more than chance: sure ones first, then by what that did to the overall score. */
export function moversOf(view: AuditView, sign: 'better' | 'worse'): MovedItem[] {
  const direction = sign === 'better' ? 1 : -1;
  const size = ({ change }: MovedItem): number =>
    Math.abs(change.difference.difference) * weightOf(change.to.item);
  return itemsOf(view)
    .filter(isMoved)
    .filter(({ change }) => directionOf(change.difference.verdict) === direction)
    .sort(
      (a, b) =>
        Number(isSure(b.change.difference.verdict)) - Number(isSure(a.change.difference.verdict)) ||
        sizeOfEffect(b.effect ?? 0) - sizeOfEffect(a.effect ?? 0) ||
        size(b) - size(a),
    );
}

/** Whether a clear change is large enough to be listed. */
export function isClear({ change }: MovedItem): boolean {
  return Math.abs(change.difference.difference) >= WORTH_LISTING - 1e-9;
}
