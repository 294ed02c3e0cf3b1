import type { Sampled } from '../checklist/kinds/kind.js';

/** How many standard errors a 95 % interval reaches to each side. */
const STANDARD_ERRORS = 1.96;

/** Two shares closer than this are the same: only binary dust is between them. */
export const SAME_SHARE = 1e-9;

/** A range in which the true share lies, 19 times of 20. Both ends from 0 to 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * A share with what is known about its error. `low` and `high` are the share itself but where a
 * critical item may or may not cap a step: then the share with the cap, and without.
 */
export interface Estimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** The variance of the share, before any cap. */
  readonly variance: number;
}

/**
 * The variance of a share that was estimated from some of many. With p = (passed + 2) / (of + 4),
 * it is p (1 - p) / of times the square of the slope (the plus-four idea is Agresti and Coull's,
 * "Approximate is better than exact", The American Statistician 52, 1998). Where it is known how
 * many there were, of x (from - 1) / (from - of) takes the place of `of` in the divisor, and a look
 * at all of them has no variance.
 */
export function varianceOf(sampled: Sampled | null): number {
  if (sampled === null) return 0;
  const { passed, of, from, slope } = sampled;
  if (from !== undefined && from <= of) return 0;
  const p = (passed + 2) / (of + 4);
  const divisor = from === undefined ? of : (of * (from - 1)) / (from - of);
  return ((p * (1 - p)) / divisor) * slope ** 2;
}

/** The variance of a weighted mean of independent shares. */
export function weightedVariance(
  parts: readonly { readonly weight: number; readonly variance: number }[],
): number {
  let sum = 0;
  let weights = 0;
  for (const { weight, variance } of parts) {
    sum += weight ** 2 * variance;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights ** 2;
}

function cut(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Half the width of a 95 % interval. */
export function halfWidth(variance: number): number {
  return STANDARD_ERRORS * Math.sqrt(variance);
}

/** The 95 % interval of an estimate, cut at 0 and 1. */
export function intervalOf({ low, high, variance }: Estimate): Interval {
  const half = halfWidth(variance);
  return { lower: cut(low - half), upper: cut(high + half) };
}

/** A difference of two independent estimates with its 95 % interval, from -1 to 1. */
export interface Difference extends Interval {
  readonly difference: number;
  readonly verdict: Verdict;
}

/** What a difference says: `same` is exactly none, `no-clear-change` may be chance. */
export type Verdict = 'rose' | 'fell' | 'no-clear-change' | 'same';

/** What changed from an earlier estimate to a later one, and whether it can be chance. */
export function differenceOf(from: Estimate, to: Estimate): Difference {
  const half = halfWidth(from.variance + to.variance);
  const difference = to.share - from.share;
  const lower = Math.max(-1, to.low - from.high - half);
  const upper = Math.min(1, to.high - from.low + half);
  return { difference, lower, upper, verdict: verdictOf(difference, lower, upper) };
}

function verdictOf(difference: number, lower: number, upper: number): Verdict {
  if (Math.abs(difference) < SAME_SHARE) return 'same';
  if (lower > SAME_SHARE) return 'rose';
  return upper < -SAME_SHARE ? 'fell' : 'no-clear-change';
}

/** What two audits could have shown, and what it would have taken to show more. */
export interface Detectable {
  /** A change larger than this would have been called one, 0 to 1. */
  readonly change: number;
  /**
   * By what the number of records would have to be multiplied, in both audits, to show a change of
   * `goal`; 1 where that shows already. Null where a critical item may or may not cap one of them:
   * then it is not the number of records alone.
   */
  readonly factor: number | null;
}

/** What two audits could have shown of a change in one direction or the other. */
export function detectableFrom(from: Estimate, to: Estimate, goal: number): Detectable {
  const half = halfWidth(from.variance + to.variance);
  // As `differenceOf` does: a rise has to clear the caps that may be there, a fall those that may not.
  const caps = Math.max(
    from.high - from.share + (to.share - to.low),
    to.high - to.share + (from.share - from.low),
  );
  const factor = Math.max(1, (half / goal) ** 2);
  return { change: half + caps, factor: caps > SAME_SHARE ? null : factor };
}
