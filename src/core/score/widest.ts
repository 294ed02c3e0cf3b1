import { weightOf } from '../checklist/checklist.js';
import type { ItemResult, StepResult } from './score.js';
import { halfWidth } from './uncertainty.js';

/** How wide the range of a step is before caps, and the one item that makes it so. */
export interface Width {
  /** Half the width of the 95 % interval of the uncapped share, 0 to 1. */
  readonly half: number;
  /** The item with at least half of the variance; null where no single one has. */
  readonly because: ItemResult | null;
}

/** How well a step is known; null where nothing of it was sampled. */
export function widthOf({ items, estimate }: StepResult): Width | null {
  if (estimate === null || estimate.variance === 0) return null;
  const parts = items
    .flatMap((one) =>
      one.estimate === null ? [] : [{ one, size: weightOf(one.item) ** 2 * one.estimate.variance }],
    )
    .sort((a, b) => b.size - a.size);
  const all = parts.reduce((sum, { size }) => sum + size, 0);
  const [first] = parts;
  return {
    half: halfWidth(estimate.variance),
    because: first !== undefined && first.size * 2 >= all ? first.one : null,
  };
}
