import { normalQuantile } from '../score/distributions.js';

/** A published share with the variance by which it is told apart. */
export interface Standing {
  readonly share: number;
  readonly variance: number;
}

/** Where one stands among several whom chance may have mixed up. */
export interface Rank {
  /** 1 + how many have a higher share; equal shares have the same. */
  readonly position: number;
  /** 1 + how many are clearly better: the best place it could have. Counts from 1. */
  readonly place: number;
  /** The last place it could have: how many there are, less those who are clearly worse. */
  readonly last: number;
  /** How many are ranked, itself included. */
  readonly of: number;
}

/**
 * How many standard errors tell two apart where each is held against all others, so that all that
 * is said of one is right 19 times of 20: Φ⁻¹(½ + ½ × 0.95^(1 ÷ (P − 1))) (after Šidák, "Rectangular
 * Confidence Regions", 1967). 1.96 for two, 2.49 for five, 2.77 for ten.
 *
 * @param dealerships P, how many are compared.
 */
export function reachAmong(dealerships: number): number {
  return normalQuantile(0.5 + 0.5 * 0.95 ** (1 / Math.max(1, dealerships - 1)));
}

/** Whether one shares the first place and is clearly better than at least one other. */
export function isAhead(rank: Rank | null): boolean {
  return rank?.place === 1 && rank.last < rank.of;
}

/**
 * The rank of each, in the order given; null where there is none. One is clearly better than another
 * where its share is higher by more than `reachAmong` times √(variance of the one + variance of the
 * other).
 *
 * That is a strict order: whoever is clearly better than one who is clearly better than a third is
 * clearly better than the third, because √(va + vc) ≤ √(va + vb) + √(vb + vc). `place` to `last` are
 * the places that each would take in some order that contradicts no clear difference.
 */
export function rankAll(standings: readonly (Standing | null)[]): (Rank | null)[] {
  const ranked = standings.filter((one) => one !== null).sort((a, b) => a.share - b.share);
  const shares = Float64Array.from(ranked, ({ share }) => share);
  const variances = Float64Array.from(ranked, ({ variance }) => variance);
  const of = ranked.length;
  const reach = reachAmong(of);
  let [least, most] = [Infinity, 0];
  for (const variance of variances) {
    least = Math.min(least, variance);
    most = Math.max(most, variance);
  }
  const apart = (a: number, b: number): number => reach * Math.sqrt(a + b);
  return standings.map((one) => {
    if (one === null) return null;
    const { share, variance } = one;
    // Nearer than the smallest error nobody is clear of it, farther than the largest everybody is.
    const [near, far] = [apart(variance, least), apart(variance, most)];
    let better = of - firstOver(shares, share + far);
    for (let i = of - better - 1; i >= 0 && at(shares, i) > share + near; i--) {
      if (at(shares, i) - share > apart(variance, at(variances, i))) better++;
    }
    let worse = firstFrom(shares, share - far);
    for (let i = worse; i < of && at(shares, i) < share - near; i++) {
      if (share - at(shares, i) > apart(variance, at(variances, i))) worse++;
    }
    return { position: of - firstOver(shares, share) + 1, place: better + 1, last: of - worse, of };
  });
}

function at(all: Float64Array, index: number): number {
  return all[index] ?? NaN;
}

/** The index of the first that is over a limit, in rising order. */
function firstOver(sorted: Float64Array, limit: number): number {
  return bisect(sorted, (each) => each > limit);
}

/** The index of the first that isn't under a limit. */
function firstFrom(sorted: Float64Array, limit: number): number {
  return bisect(sorted, (each) => each >= limit);
}

function bisect(sorted: Float64Array, isThere: (each: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isThere(at(sorted, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
