import type { Quarter } from '../../core/quarter.js';
import type { Difference, Verdict } from '../../core/score/uncertainty.js';

/** Where one dealership stands. */
export interface Standing {
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
  readonly change: Difference | null;
  /** Whether the checklist changed in between: then the change has no verdict. */
  readonly redefined: boolean;
}

/** Where things stand. */
export interface StandingView {
  /** In which something happened last comes first. */
  readonly dealerships: readonly Standing[];
}

/** What the change says; null where there is none, or where the checklist changed in between. */
export function verdictOf({ change, redefined }: SealedStanding): Verdict | null {
  return redefined ? null : (change?.verdict ?? null);
}
