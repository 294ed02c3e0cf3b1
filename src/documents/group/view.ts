import type { ChainFault } from '../../core/audit/chain.js';
import type { Checklist, Scope } from '../../core/checklist/checklist.js';
import type { CommonShortfall } from '../../core/compare/common-shortfalls.js';
import type { GroupComparison } from '../../core/compare/group.js';
import type { BusinessYear, Quarter } from '../../core/quarter.js';

/** What several dealerships were compared by. */
export interface GroupFrame {
  /** The name of the group; null for all dealerships. */
  readonly group: string | null;
  readonly quarter: Quarter;
  /** The quarter that changes are counted from. */
  readonly before: Quarter;
  /** The business year by which their quarters are counted: that of all of them, or the calendar's. */
  readonly year: BusinessYear;
  /** Whether quarters of several business years were brought together by their calendar months. */
  readonly isCalendar: boolean;
  /** The newest version that one of them was audited by. */
  readonly checklist: Pick<Checklist, 'id' | 'title' | 'bands' | 'steps'>;
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
  /** What is wrong with the chains of seals of those compared, and who of them is gone. */
  readonly chain: readonly ChainFault[];
}

/** All that a comparison of several dealerships is made of. */
export interface GroupView extends GroupFrame {
  readonly comparison: GroupComparison;
  readonly seals: GroupSeals;
  /** The hash of the seal of each ranked audit, by the slug of its dealership. */
  readonly sealOf: ReadonlyMap<string, string>;
  /** The names of the must-not-fail checks that failed somewhere, by id. */
  readonly failedNames: ReadonlyMap<string, string>;
  /** Null where the group is so large that nobody looked at items. */
  readonly common: readonly CommonShortfall[] | null;
  /** Names of those that have no sealed audit to compare. */
  readonly missing: readonly string[];
  /** Those whose audits of the quarter were made otherwise, so that they can't be ranked with the rest. */
  readonly leftOut: readonly LeftOut[];
}
