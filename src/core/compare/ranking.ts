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
  const order = standings
    .flatMap((one, index) => (one === null ? [] : [{ ...one, index }]))
    .sort((a, b) => a.share - b.share);
  const of = order.length;
  const shares = Float64Array.from(order, ({ share }) => share);
  const variances = Float64Array.from(order, ({ variance }) => variance);
  const reach = reachAmong(of);
  const square = reach * reach;
  let [least, most] = [Infinity, 0];
  for (const variance of variances) {
    least = Math.min(least, variance);
    most = Math.max(most, variance);
  }
  // How many are clearly better than each, and clearly worse; each pair is looked at from below, once.
  // All arrays are of one kind, which keeps reading them quick.
  const [better, worse] = [new Float64Array(of), new Float64Array(of)];
  // How many are so far below that all from here on are clear of them.
  const below = new Float64Array(of + 1);
  for (let i = 0; i < of; i++) {
    const [share, variance] = [at(shares, i), at(variances, i)];
    const apart = (other: number): number => reach * Math.sqrt(variance + other);
    // Nearer than the smallest error nobody is clear of it, farther than the largest everybody is.
    const [near, far] = [share + apart(least), firstOver(shares, share + apart(most))];
    let above = of - far;
    below[far] = at(below, far) + 1;
    for (let j = far - 1; j > i && at(shares, j) > near; j--) {
      // By squares: a root of every pair costs more than all else here.
      const by = at(shares, j) - share;
      if (by * by <= square * (variance + at(variances, j))) continue;
      above += 1;
      worse[j] = at(worse, j) + 1;
    }
    better[i] = above;
  }
  const ranks = standings.map((): Rank | null => null);
  let cleared = 0;
  for (const [i, { share, index }] of order.entries()) {
    cleared += at(below, i);
    ranks[index] = {
      position: of - firstOver(shares, share) + 1,
      place: at(better, i) + 1,
      last: of - at(worse, i) - cleared,
      of,
    };
  }
  return ranks;
}

function at(all: Float64Array, index: number): number {
  return all[index] ?? NaN;
}

/** The index of the first that is over a limit, in rising order. */
function firstOver(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
