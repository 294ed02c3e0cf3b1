import type { Counted, Spread } from '../checklist/kinds/spread.js';

/** How many standard errors a 95 % interval reaches to each side. */
export const STANDARD_ERRORS = 1.96;

/** Two shares closer than this are the same: only binary dust is between them. */
export const SAME_SHARE = 1e-9;

/** A change smaller than this is none: one decimal of a score wouldn't show it. */
const SAME_CHANGE = 0.0005;

/** A range in which the true share lies, 19 times of 20. Both ends from 0 to 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A share with its error, before any cap. */
export interface Estimate {
  readonly share: number;
  /**
   * Its variance as a sign of how things are done, whoever was looked at: what a change is judged
   * by. All records of a quarter are still one quarter of a process (Deming, "On Probability as a
   * Basis for Action", 1975).
   */
  readonly variance: number;
  /** Its variance as a statement of this one quarter: a look at all records leaves nothing to chance. */
  readonly own: number;
}

/** An item's share with its error, alone and as a part of a sum. */
export interface ItemEstimate extends Estimate {
  readonly spread: Spread;
  /** As a part of a sum: unbiased, so that sums of many parts come out right. */
  readonly summed: Estimate;
}

/** By what a variance shrinks where `of` of `from` were looked at: 1 where nobody knows how many there were. */
export function leftToChance({ of, from }: Counted): number {
  if (from === undefined) return 1;
  return from <= of ? 0 : (from - of) / (from - 1);
}

/**
 * The variance of what a counted item's share stands on, alone: (q − m²) ÷ n, where m and q are the
 * means of what the records earned and of its squares, over the records and two 1s and two 0s more.
 * Where each passes or fails, that is p̃(1 − p̃) ÷ n with p̃ = (passed + 2) ÷ (n + 4) (after Agresti
 * and Coull, "Approximate is better than exact", The American Statistician 52, 1998).
 */
function aloneVariance({ passed, squares, of }: Counted): number {
  const mean = (passed + 2) / (of + 4);
  return ((squares + 2) / (of + 4) - mean ** 2) / of;
}

/**
 * The same in a sum: s² ÷ n, unbiased, at least 1 ÷ (2n²), so that a look at a few that were all
 * good isn't taken for certainty; of a single record ¼, the most that a share can have.
 */
function summedVariance({ passed, squares, of }: Counted): number {
  if (of === 1) return MOST_VARIANCE;
  const unbiased = (squares - passed ** 2 / of) / (of - 1) / of;
  return Math.max(unbiased, 1 / (2 * of ** 2));
}

/** No figure between 0 and 1 has a larger variance: half of it lies at either end. */
const MOST_VARIANCE = 0.25;

/** An item's share with its error, from what its kind says of it; at most ¼, as of any share. */
export function estimateOf(share: number, { counted, other }: Spread): ItemEstimate {
  const bounded = (variance: number): number => Math.min(MOST_VARIANCE, variance);
  const by = (variance: (counted: Counted) => number): Estimate => {
    if (counted === null) return { share, variance: bounded(other), own: bounded(other) };
    const drawn = variance(counted) * counted.slope ** 2;
    return {
      share,
      variance: bounded(drawn + other),
      own: bounded(drawn * leftToChance(counted) + other),
    };
  };
  return { ...by(aloneVariance), summed: by(summedVariance), spread: { counted, other } };
}

/** A share cut at 0 and 1. */
export function cut(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Half the width of a 95 % interval. */
export function halfWidth(variance: number): number {
  return STANDARD_ERRORS * Math.sqrt(variance);
}

/** The 95 % interval of an estimate in its own quarter, cut at 0 and 1. */
export function intervalOf({ share, own }: Estimate): Interval {
  const half = halfWidth(own);
  return { lower: cut(share - half), upper: cut(share + half) };
}

/** What a single difference says by itself: `same` is none that could be printed. */
export type Verdict =
  'rose' | 'fell' | 'probably-rose' | 'probably-fell' | 'no-clear-change' | 'same';

/** A difference of two independent estimates with its 95 % interval, from -1 to 1. */
export interface Difference extends Interval {
  readonly difference: number;
  readonly standardError: number;
  readonly verdict: Verdict;
}

type Judged = Pick<Estimate, 'share' | 'variance'>;

/**
 * What changed from an earlier estimate to a later one, and whether it can be chance, judged alone.
 *
 * @param reach how many standard errors count as more than chance.
 */
export function differenceOf(from: Judged, to: Judged, reach = STANDARD_ERRORS): Difference {
  const difference = to.share - from.share;
  const standardError = Math.sqrt(from.variance + to.variance);
  const half = reach * standardError;
  return {
    difference,
    standardError,
    lower: Math.max(-1, difference - half),
    upper: Math.min(1, difference + half),
    verdict: verdictOf(difference, half),
  };
}

function verdictOf(difference: number, half: number): Verdict {
  if (Math.abs(difference) < SAME_CHANGE) return 'same';
  if (difference - half > SAME_SHARE) return 'rose';
  return difference + half < -SAME_SHARE ? 'fell' : 'no-clear-change';
}

/** Which way a verdict points, sure or probable; 0 where it points nowhere. */
export function directionOf(verdict: Verdict | null): 1 | 0 | -1 {
  if (verdict === 'rose' || verdict === 'probably-rose') return 1;
  return verdict === 'fell' || verdict === 'probably-fell' ? -1 : 0;
}

/** Whether a verdict is sure of its direction. */
export function isSure(verdict: Verdict | null): boolean {
  return verdict === 'rose' || verdict === 'fell';
}

/** What two audits could have shown, and what it would have taken to show more. */
export interface Detectable {
  /** A true change of this size would be called one in four cases of five, 0 to 1. */
  readonly change: number;
  /**
   * By what the number of records would have to be multiplied, in both audits, so that the same is
   * true of a change of `goal`; 1 where it is already.
   */
  readonly factor: number;
}

/** 1.96 + 0.84 standard errors instead of 1.96: found in 80 % of cases and not in half of them. */
const FOUR_OF_FIVE = 1.43;

/** What two audits could have shown of a change in one direction or the other. */
export function detectableFrom(from: Judged, to: Judged, goal: number): Detectable {
  const change = halfWidth(from.variance + to.variance) * FOUR_OF_FIVE;
  return { change, factor: Math.max(1, (change / goal) ** 2) };
}
