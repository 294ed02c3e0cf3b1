import type { Estimate } from '../score/uncertainty.js';
import { differenceOf } from '../score/uncertainty.js';

/**
 * 1 where one is better than another beyond what chance explains, -1 where it is worse, 0 where they
 * can't be told apart: whether the 95 % interval of their difference, caps put through, lies above
 * zero, below it or around it. It is the interval by which two quarters are compared.
 *
 * It is a strict order: whoever is clearly better than one who is clearly better than a third is
 * clearly better than the third, because √(va + vc) ≤ √(va + vb) + √(vb + vc), and nobody's lowest
 * share is above its own highest.
 */
export function clearOrder(a: Estimate, b: Estimate): 1 | 0 | -1 {
  const { verdict } = differenceOf(b, a);
  if (verdict === 'rose') return 1;
  return verdict === 'fell' ? -1 : 0;
}

/** Where one stands among several whom chance may have mixed up. */
export interface Rank {
  /** 1 + how many are clearly better. Counts from 1. */
  readonly place: number;
  /** The last place it could have: how many there are, less those who are clearly worse. */
  readonly last: number;
  /** How many are ranked, itself included. */
  readonly of: number;
  /** Whether another has the same place. */
  readonly shared: boolean;
}

/** Whether one shares the first place and is clearly better than at least one other. */
export function isAhead(rank: Rank | null): boolean {
  return rank?.place === 1 && rank.last < rank.of;
}

/**
 * The rank of each, in the order given; null where there is no estimate.
 *
 * Two who share a place can't be told apart, and one who is clearly better always has a better
 * place than the other. No place is skipped without a reason: for every place k, at least k have it or
 * a better one, and somebody has the first. Two with different places may still be too close to
 * tell apart: `place` to `last` are the places that each would take in some order that contradicts
 * no clear difference.
 */
export function rankAll(estimates: readonly (Estimate | null)[]): (Rank | null)[] {
  const ranked = estimates.filter((one) => one !== null);
  const places = estimates.map((one) => {
    if (one === null) return null;
    let [better, worse] = [0, 0];
    for (const other of ranked) {
      const order = clearOrder(other, one);
      if (order > 0) better++;
      else if (order < 0) worse++;
    }
    return { place: better + 1, last: ranked.length - worse };
  });
  const holders = Map.groupBy(places, (each) => each?.place);
  return places.map((each) =>
    each === null
      ? null
      : {
          ...each,
          of: ranked.length,
          shared: (holders.get(each.place)?.length ?? 0) > 1,
        },
  );
}
