import type { ChainFault } from '../../core/audit/chain.js';
import type { Seal } from '../../core/audit/audit.js';
import type { Void } from '../../core/audit/void.js';
import type { Scope } from '../../core/checklist/checklist.js';
import type { BusinessYear, Quarter } from '../../core/quarter.js';

/** An audit with what a list says of it. */
export interface ListedAudit {
  readonly dealership: BusinessYear & { readonly name: string; readonly slug: string };
  readonly quarter: Quarter;
  readonly checklist: { readonly id: string; readonly version: number };
  readonly scope: Scope;
  /** A moment as `core/moment.ts` keeps it. */
  readonly startedAt: string;
  /** Null while it is open. */
  readonly seal: Seal | null;
  /** That it no longer counts; null where it does. It has no score then. */
  readonly voided: Void | null;
  /** How many items of an open audit have no answer yet; null for one that is sealed or void. */
  readonly unanswered: number | null;
  /** 0 to 1; null where nothing was scored. */
  readonly share: number | null;
  readonly coverage: number | null;
  /** Whether it is still what was sealed; true while it is open, null where nobody looked. */
  readonly sealHolds: boolean | null;
}

/** The audits so far, in the order of dealership, quarter and start. */
export interface ListView {
  readonly audits: readonly ListedAudit[];
  /** What is wrong with the chains of seals; nothing where all is well. */
  readonly chain: readonly ChainFault[];
}
