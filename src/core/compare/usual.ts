import { tQuantile } from '../score/distributions.js';
import type { Estimate, Interval } from '../score/uncertainty.js';
import { cut } from '../score/uncertainty.js';

/** With fewer quarters a history says nothing of what is usual. */
export const FEWEST_USUAL = 5;

/** The last quarter is held against the mean of so many before it. */
export const QUARTERS_BEFORE = 4;

/** As many degrees of freedom the variances by the rules of the items count for. */
const PRIOR = 4;

/** What a moving range is worth in degrees of freedom, because neighbours share a quarter. */
const PER_RANGE = 0.6;

/** Whether the last quarter is within what a dealership's own history lets expect. */
export interface Usual {
  readonly isUsual: boolean;
  /** Where the last share was to be expected, before any cap, 0 to 1. */
  readonly expected: Interval;
  /** The last share before any cap. */
  readonly share: number;
}

/** One quarter of a history. */
export interface Past {
  readonly estimate: Estimate;
  /** The like-for-like difference since the quarter before; null where nothing can be compared. */
  readonly difference: number | null;
}

/**
 * Holds the last quarter against the mean m of the four before it, all like for like with the last:
 * s² = (4 v̄ + Σ MR² ÷ 2) ÷ (4 + k), where v̄ is the mean variance of all quarters of the history and
 * MR are the k differences from one quarter to the next before the last; unusual where the last
 * differs from m by more than t(0.975; 4 + 0.6 k) × s × √1.25 (after Smyth, "Linear Models and
 * Empirical Bayes Methods", 2004).
 *
 * @param history in the order of the quarters. What comes before one that can't be compared is left out.
 * @returns null where fewer than five quarters hang together.
 */
export function usualOf(history: readonly Past[]): Usual | null {
  const start = history.findLastIndex(({ difference }) => difference === null);
  const quarters = history.slice(Math.max(0, start));
  const last = quarters.at(-1);
  if (last === undefined || quarters.length < FEWEST_USUAL) return null;
  const differences = quarters.slice(1).map(({ difference }) => difference ?? 0);
  // What each of the quarters before would have been in the terms of the last, the latest first.
  let share = last.estimate.share;
  const before = differences.toReversed().map((difference) => (share -= difference));
  const mean = meanOf(before.slice(0, QUARTERS_BEFORE));
  const ranges = differences.slice(0, -1);
  const k = ranges.length;
  const prior = PRIOR * meanOf(quarters.map(({ estimate }) => estimate.variance));
  const variance = (prior + ranges.reduce((sum, each) => sum + each ** 2, 0) / 2) / (PRIOR + k);
  const reach =
    tQuantile(0.975, PRIOR + PER_RANGE * k) *
    Math.sqrt(variance) *
    Math.sqrt(1 + 1 / QUARTERS_BEFORE);
  return {
    isUsual: Math.abs(last.estimate.share - mean) <= reach,
    expected: { lower: cut(mean - reach), upper: cut(mean + reach) },
    share: last.estimate.share,
  };
}

function meanOf(all: readonly number[]): number {
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}
