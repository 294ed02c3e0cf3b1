import type { ChainFault } from '../../core/audit/chain.js';
import type { BusinessYear, Quarter } from '../../core/quarter.js';
import type { MemberChange } from '../../core/compare/group-member.js';

/** Where one dealership stands. */
export interface Standing extends BusinessYear {
  readonly name: string;
  readonly slug: string;
  /** How many audits it has. */
  readonly audits: number;
  /** Its latest sealed audit; null where none is sealed. */
  readonly sealed: SealedStanding | null;
  /** The audits that are still open. */
  readonly open: readonly { readonly quarter: Quarter; readonly unanswered: number }[];
}

/** The latest sealed audit of a dealership. */
export interface SealedStanding {
  readonly quarter: Quarter;
  /** 0 to 1; null where nothing was scored. */
  readonly share: number | null;
  readonly coverage: number | null;
  /** Since the sealed audit before by the same checklist; null where there is none to compare with. */
  readonly change: MemberChange | null;
}

/** Where things stand. */
export interface StandingView {
  /** In which something happened last comes first. */
  readonly dealerships: readonly Standing[];
  /** The sealed audits whose seal is broken. */
  readonly brokenSeals: readonly { readonly name: string; readonly quarter: Quarter }[];
  /** What is wrong with the chains of seals; nothing where all is well. */
  readonly chain: readonly ChainFault[];
}
