import { normalQuantile } from './distributions.js';
import type { Difference, Verdict } from './uncertainty.js';

/** Of the changes that are called sure, at most this part may be chance. */
const FALSE_DISCOVERIES = 0.1;

/** The part of all that would be called probable, had nothing changed. */
export const CALLED_BY_CHANCE = 0.05;

const PROBABLY: Partial<Record<Verdict, Verdict>> = {
  rose: 'probably-rose',
  fell: 'probably-fell',
};

/**
 * Judges differences that are looked at together: where many are, some leave zero out by chance
 * alone. Sorted by |z|, the largest first, the i-th of m withstands when it, or one behind it, has
 * |z| ≥ Φ⁻¹(1 − 0.05 i ÷ m): then at most 10 % of those that withstand are chance (Benjamini and
 * Hochberg, "Controlling the False Discovery Rate", 1995). What leaves zero out alone and doesn't
 * withstand is probable.
 *
 * @returns the same differences in the same order, each with the verdict that counts.
 */
export function judgeTogether<T extends { readonly difference: Difference }>(
  family: readonly T[],
): T[] {
  const least = leastSure(family.map(({ difference }) => sizeOf(difference)));
  return family.map((one) => {
    const { verdict } = one.difference;
    const weaker = sizeOf(one.difference) < least ? PROBABLY[verdict] : undefined;
    return weaker === undefined
      ? one
      : { ...one, difference: { ...one.difference, verdict: weaker } };
  });
}

/** |z|; what has no error and differs is beyond all doubt. */
function sizeOf({ difference, standardError, verdict }: Difference): number {
  if (verdict === 'same') return 0;
  return standardError === 0 ? Infinity : Math.abs(difference) / standardError;
}

/** The smallest |z| that withstands; infinite where none does. */
function leastSure(sizes: readonly number[]): number {
  const sorted = sizes.toSorted((a, b) => b - a);
  const last = sorted.findLastIndex(
    (size, i) => size >= normalQuantile(1 - (FALSE_DISCOVERIES / 2) * ((i + 1) / sorted.length)),
  );
  return sorted[last] ?? Infinity;
}
