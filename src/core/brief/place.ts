import { SAME_SHARE } from '../score/uncertainty.js';

/** Where a dealership stands among several. */
export interface Place {
  /** Counts from 1. */
  readonly place: number;
  /** How many there are, itself included. */
  readonly of: number;
  /** Whether another has the same place. */
  readonly shared: boolean;
}

/**
 * The place of a share among those of others; equal shares have the same place. Null where there
 * is nothing to rank: no share, or no other that has one.
 */
export function placeOf(share: number | null, others: readonly (number | null)[]): Place | null {
  const scored = others.filter((other) => other !== null);
  if (share === null || scored.length === 0) return null;
  return {
    place: 1 + scored.filter((other) => other > share + SAME_SHARE).length,
    of: 1 + scored.length,
    shared: scored.some((other) => Math.abs(other - share) <= SAME_SHARE),
  };
}
