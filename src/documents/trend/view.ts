import type { ChainFault } from '../../core/audit/chain.js';
import type { Audit, Seal } from '../../core/audit/audit.js';
import type { Trend } from '../../core/compare/trend.js';
import type { Quarter } from '../../core/quarter.js';

/** The seal of an audit that a trend was made of, and whether it still fits. */
export interface TrendSeal {
  readonly quarter: Quarter;
  readonly seal: Seal | null;
  readonly sealHolds: boolean;
}

/** All that the trend of a dealership is made of. */
export interface TrendView {
  readonly dealership: Audit['dealership'];
  readonly trend: Trend;
  /**
   * Of every audit that a figure was taken from, in order: those of the trend, last year's and the
   * best ever.
   */
  readonly seals: readonly TrendSeal[];
  /** What is wrong with the chain of its seals; nothing where all is well. */
  readonly chain: readonly ChainFault[];
}
