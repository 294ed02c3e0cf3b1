import type { ChainFault } from '../../core/audit/chain.js';
import type { Audit, Dealership } from '../../core/audit/audit.js';
import type { Ahead, Brief } from '../../core/brief/brief.js';
import type { Comparison } from '../../core/compare/compare.js';
import type { Quarter } from '../../core/quarter.js';
import type { AuditResult } from '../../core/score/score.js';

/** All that a brief is made of. */
export interface BriefView {
  readonly dealership: Dealership;
  /** The group among which the dealership stands; null for all there are. */
  readonly group: string | null;
  readonly quarter: Quarter;
  readonly ahead: Ahead;
  readonly brief: Brief;
  /** The last sealed audit by the same checklist. */
  readonly last: LastAudit | null;
  /** The quarters that the brief stands on whose seal is broken. */
  readonly brokenSeals: readonly Quarter[];
  /** What is wrong with the chain of its seals; nothing where all is well. */
  readonly chain: readonly ChainFault[];
}

/** The last check-up, and what became of it since the one before. */
export interface LastAudit {
  readonly audit: Audit;
  readonly result: AuditResult;
  /** Null where it was the first. */
  readonly previous: { readonly quarter: Quarter; readonly comparison: Comparison } | null;
}
