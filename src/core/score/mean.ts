import type { Estimate } from './uncertainty.js';

/** Something that weighs in a mean, if it has a share. */
export interface Part {
  readonly weight: number;
  readonly share: number | null;
}

/** Σ weight × share and Σ weight over what has a share. */
export function weightedSums(parts: readonly Part[]): {
  readonly shares: number;
  readonly weights: number;
} {
  let shares = 0;
  let weights = 0;
  for (const { weight, share } of parts) {
    if (share === null) continue;
    shares += weight * share;
    weights += weight;
  }
  return { shares, weights };
}

/** Σ weight × share ÷ Σ weight over what has a share; null when nothing has. */
export function weightedMean(parts: readonly Part[]): number | null {
  const { shares, weights } = weightedSums(parts);
  return weights === 0 ? null : shares / weights;
}

/** The weighted mean of independent estimates: variances add with squared weights. Null when there is none. */
export function meanEstimate(
  parts: readonly { readonly weight: number; readonly estimate: Estimate | null }[],
): Estimate | null {
  let [weights, share, variance, own] = [0, 0, 0, 0];
  for (const { weight, estimate } of parts) {
    if (estimate === null) continue;
    weights += weight;
    share += weight * estimate.share;
    variance += weight ** 2 * estimate.variance;
    own += weight ** 2 * estimate.own;
  }
  if (weights === 0) return null;
  return { share: share / weights, variance: variance / weights ** 2, own: own / weights ** 2 };
}
