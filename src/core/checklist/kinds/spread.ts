/**
 * Records or cases that were looked at one by one. Each earned from 0 to 1; where each passes or
 * fails, `squares` is `passed`.
 */
export interface Counted {
  /** Σ of what each earned. */
  readonly passed: number;
  /** Σ of its squares. */
  readonly squares: number;
  /** How many were looked at; at least 1. */
  readonly of: number;
  /** How many there were to draw from; undefined when nobody said. */
  readonly from: number | undefined;
  /** The part, 0 to 1, that earns nothing: the share is (part − zero) × slope, cut at 0 and 1. */
  readonly zero: number;
  /** By how much the share moves when the part that passed moves by 1; below 0 where fewer are better. */
  readonly slope: number;
  /** What each earned, where that is more than passed or failed; null elsewhere. */
  readonly each: readonly number[] | null;
}

/** What the error of a share comes from. */
export interface Spread {
  /** What chance in drawing records does; null where none were counted. */
  readonly counted: Counted | null;
  /** The variance of the share for everything else: judgement, noise, the error of a median. */
  readonly other: number;
}

/**
 * The chance that one person marks a thing otherwise than it is: with it, two who mark
 * independently agree on 1 − 2e(1 − e) = 85 % of all marks. Our own assumption.
 */
const MISJUDGED = 0.08;

/** The variance of one mark, passed or failed, by its misjudgement. */
export const MARK = MISJUDGED * (1 - MISJUDGED);

/** By what a standard error is multiplied so that a difference of two lies at the 95 % limit. */
const LIMIT_OF_TWO = 2.77;

/**
 * The variance that puts a difference of exactly `noise` at the limit: (noise ÷ 2.77 ÷ scale)².
 *
 * @param noise in the unit of `scale`.
 * @param scale what a share of 1 spans in that unit.
 */
export function noiseVariance(noise: number, scale: number): number {
  return (noise / LIMIT_OF_TWO / Math.abs(scale)) ** 2;
}

/** The spread of what a person judged: by the item's own noise, else by the error of its kind. */
export function judged(noise: number | undefined, scale: number, error: number): Spread {
  return { counted: null, other: noise === undefined ? error : noiseVariance(noise, scale) };
}

/**
 * Records that each passed or failed, on a line between two percentages.
 *
 * @param full the percentage that earns all, and `zero` the one that earns nothing.
 */
export function passedOf(
  {
    passed,
    of,
    from,
  }: { readonly passed: number; readonly of: number; readonly from?: number | undefined },
  zero: number,
  full: number,
): Counted {
  const slope = 100 / (full - zero);
  return { passed, squares: passed, of, from, zero: zero / 100, slope, each: null };
}
