import type { Difference, Estimate } from '../score/uncertainty.js';
import { differenceOf } from '../score/uncertainty.js';
import { plainMean } from './quartiles.js';

/**
 * How each of several stands against the plain mean of all others: from that to its own. Null where
 * it has no estimate, and where nobody else has one. The order they come in changes nothing.
 */
export function againstRest(estimates: readonly (Estimate | null)[]): (Difference | null)[] {
  const all = estimates.filter((one) => one !== null);
  const others = all.length - 1;
  const total = (of: keyof Estimate): number =>
    (plainMean(all.map((one) => one[of])) ?? 0) * all.length;
  const [share, low, high, variance] = [
    total('share'),
    total('low'),
    total('high'),
    total('variance'),
  ];
  return estimates.map((own) => {
    if (own === null || others < 1) return null;
    return differenceOf(
      {
        share: (share - own.share) / others,
        low: (low - own.low) / others,
        high: (high - own.high) / others,
        variance: Math.max(0, variance - own.variance) / others ** 2,
      },
      own,
    );
  });
}
