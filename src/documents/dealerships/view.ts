import type { Quarter } from '../../core/quarter.js';

/** A dealership with what a list says of it. */
export interface ListedDealership {
  readonly name: string;
  readonly slug: string;
  /** Null for none. */
  readonly group: string | null;
  /** Month, 1 to 12. */
  readonly yearStarts: number;
  /** By which calendar year one that lies in two is named. */
  readonly yearNamed: 'first' | 'last';
  /** How many audits it has. */
  readonly audits: number;
  /** Null where none is sealed. */
  readonly latestSealed: Quarter | null;
}

/** The dealerships there are, in the order of their names. */
export interface DealershipsView {
  readonly dealerships: readonly ListedDealership[];
}
