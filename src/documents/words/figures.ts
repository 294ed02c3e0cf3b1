import type { JudgedPair, Pair } from '../../core/compare/compare.js';
import type { Difference, Interval } from '../../core/score/uncertainty.js';

/** A share as JSON has it: unrounded, on 0 to 100; null where there is none. */
export function score(share: number | null): number | null {
  return share === null ? null : share * 100;
}

/** Both ends on 0 to 100; of a difference from -100. */
export function range(interval: Interval | null): object | null {
  return interval === null ? null : { lower: interval.lower * 100, upper: interval.upper * 100 };
}

/** A difference with its interval and verdict, spread over an entry. */
export function change(
  difference: Difference | null,
  verdict = difference?.verdict ?? null,
): object {
  return {
    difference: difference === null ? null : difference.difference * 100,
    interval: range(difference),
    verdict,
  };
}

/** Two published scores and their difference. */
export function pair({ from, to, difference }: Pair): object {
  return { from: score(from), to: score(to), difference: score(difference) };
}

/** Two scores before any hold, their difference, and what it says. */
export function judgedPair({ from, to, change: difference, verdict }: JudgedPair): object {
  return { from: score(from), to: score(to), ...change(difference, verdict) };
}
