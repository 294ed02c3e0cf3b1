import type { Checklist, Scope } from '../core/checklist/checklist.js';
import type { GroupComparison } from '../core/compare/group.js';
import type { MaskedComparison } from '../core/compare/masked.js';
import type { Quarter } from '../core/quarter.js';

/** What several dealerships were compared by. */
export interface GroupFrame {
  /** The name of the group; null for all dealerships. */
  readonly group: string | null;
  readonly quarter: Quarter;
  /** The quarter that changes are counted from. */
  readonly before: Quarter;
  readonly checklist: Pick<Checklist, 'id' | 'title' | 'bands'>;
  readonly scope: Scope;
  /** The version of each content of the checklist that the ranked audits were made by, in order. */
  readonly versions: readonly number[];
}

/** Somebody who was audited otherwise than the rest. */
export interface LeftOut {
  readonly name: string;
  /** By what it was audited instead, such as `scope core`. */
  readonly why: string;
}

/** Whether the ranked audits of the quarter are still what was sealed. */
export interface GroupSeals {
  /** Whether anybody looked: of a large group nobody does. */
  readonly checked: boolean;
  /** The names of those whose seals are broken. */
  readonly broken: readonly string[];
}

/** All that a comparison of several dealerships is made of. */
export interface GroupView extends GroupFrame {
  readonly comparison: GroupComparison;
  readonly seals: GroupSeals;
  /** Names of those that have no sealed audit to compare. */
  readonly missing: readonly string[];
  /** Those whose audits of the quarter were made otherwise, so that they can't be ranked with the rest. */
  readonly leftOut: readonly LeftOut[];
}

/** The same for the eyes of one dealership. */
export interface MaskedView extends GroupFrame {
  readonly comparison: MaskedComparison;
  /** The same without the names of others. */
  readonly seals: GroupSeals;
}
