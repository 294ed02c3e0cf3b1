import type { Answer } from '../core/audit/answer.js';
import type { Asked, LastTime } from '../core/audit/last-time.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import type { BusinessYear, Quarter } from '../core/quarter.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Day } from '../core/audit/visit.js';
import type { Order } from '../core/audit/route.js';

/** What was said about the audit that is to be started or gone on with. */
export interface SaidOfAudit {
  readonly dealership?: string;
  readonly quarter?: string;
  readonly checklist?: string;
  readonly auditor?: string;
  /** The path of an answers file. */
  readonly answers?: string;
  readonly full?: boolean;
  readonly scope?: Scope;
  readonly yearStarts?: number;
  readonly yearNamed?: 'first' | 'last';
  readonly seal?: boolean;
  /** A quarter that hasn't begun is meant. */
  readonly ahead?: boolean;
  /** A quarter more than a year back is meant. */
  readonly past?: boolean;
  /** Dealership and quarter are to be asked for even where an open audit could go on. */
  readonly another?: boolean;
}

/**
 * How what nobody said is found out.
 *
 * @throws UserError, each of them, where there is nobody to ask and no way to go on without.
 */
export interface Unsaid {
  /** Whether there is somebody to ask. */
  readonly canAsk: boolean;
  /** The slug of a known dealership, or the name of a new one. */
  readonly dealership: (known: readonly StoredDealership[]) => Promise<string>;
  /** Whether a name is to become a dealership; `meant` is the one it is close to. */
  readonly isNew: (name: string, meant: string | null) => Promise<boolean>;
  /** Who is meant by a name that nobody has audited under, and that is close to one that is known. */
  readonly whom: (name: string, near: string) => Promise<string>;
  readonly year: () => Promise<BusinessYear>;
  readonly quarter: (
    year: BusinessYear,
    audits: readonly AuditSummary[],
    open: readonly AuditSummary[],
  ) => Promise<Quarter>;
  /** Whether an audit of a quarter is meant that hasn't begun, or lies more than a year back. */
  readonly isThatQuarter: (
    quarter: Quarter,
    year: BusinessYear,
    oddity: 'ahead' | 'past',
  ) => Promise<boolean>;
  /** One of some checklists, of which the first is proposed. */
  readonly checklist: (all: readonly Checklist[], last: LastTime | null) => Promise<Checklist>;
  readonly scope: (checklist: Checklist, last: LastTime | null) => Promise<Scope>;
  readonly auditor: (last: LastTime | null) => Promise<string>;
  /** Whether it is meant that an audit asks something else than last time; yes where nobody can be asked. */
  readonly isMeant: (now: Asked, last: LastTime) => Promise<boolean>;
}

/** A dealership that is kept already, or one that is still to be added. */
export type PlannedDealership =
  | { readonly isNew: false; readonly kept: StoredDealership }
  | { readonly isNew: true; readonly name: string; readonly year: BusinessYear };

/** What is going to happen, decided before anything is written. */
export type AuditPlan = {
  readonly auditor: string;
  /** The order of the walk where nobody says: that of the last one. */
  readonly by: Order;
  readonly answers: ReadonlyMap<string, Answer>;
  /** The days of the visit, as an answers file has them. */
  readonly visited: readonly Day[] | undefined;
} & (
  | {
      readonly kind: 'go-on';
      readonly audit: AuditSummary;
      /** What it is to ask: another scope than the audit's while nothing is answered. */
      readonly scope: Scope;
      /** Something the user may not expect, said on the way. */
      readonly remark?: string;
    }
  | {
      readonly kind: 'start';
      readonly dealership: PlannedDealership;
      readonly quarter: Quarter;
      readonly scope: Scope;
      readonly checklist: Checklist;
    }
);
