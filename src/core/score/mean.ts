import type { Estimate } from './uncertainty.js';
import { weightedVariance } from './uncertainty.js';

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

/** The weighted mean of some estimates with its error; null when there is none. */
export function meanEstimate(
  parts: readonly { readonly weight: number; readonly estimate: Estimate | null }[],
): Estimate | null {
  const scored = parts.flatMap(({ weight, estimate }) =>
    estimate === null ? [] : [{ weight, ...estimate }],
  );
  const mean = (of: 'share' | 'low' | 'high'): number | null =>
    weightedMean(scored.map((one) => ({ weight: one.weight, share: one[of] })));
  const [share, low, high] = [mean('share'), mean('low'), mean('high')];
  if (share === null || low === null || high === null) return null;
  return { share, low, high, variance: weightedVariance(scored) };
}
