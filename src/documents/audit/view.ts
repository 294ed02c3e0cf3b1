import type { ChainFault } from '../../core/audit/chain.js';
import type { Audit } from '../../core/audit/audit.js';
import type { EvidenceState } from '../../core/audit/evidence.js';
import type { Change } from '../../core/compare/change.js';
import type { Comparison, StepComparison } from '../../core/compare/compare.js';
import type { Contribution } from '../../core/compare/contribution.js';
import type { Trend } from '../../core/compare/trend.js';
import type { DepartmentScore } from '../../core/score/departments.js';
import type { Effect } from '../../core/score/effect.js';
import type { AuditResult, ItemResult, StepResult } from '../../core/score/score.js';
import type { ShortestList } from '../../core/score/shortest-list.js';
import type { SmallSample } from '../../core/score/small-sample.js';

/** One audit with its score, and whether its seal was looked at. */
export interface CheckedAudit {
  readonly audit: Audit;
  readonly result: AuditResult;
  /** Whether the seal still fits what is kept; true for an open audit. */
  readonly sealHolds: boolean;
}

/** What was found of an evidence file. */
export interface FoundEvidence {
  readonly state: EvidenceState;
  /** The copy beside the report, relative to it, such as `evidence/….jpg`; null without one. */
  readonly file: string | null;
}

/** One item with all that is known about it. */
export interface ItemView {
  readonly result: ItemResult;
  /** Short, for tables and headlines. */
  readonly name: string;
  /** What its step and the overall score would gain if it alone became full; null where it is. */
  readonly stake: Effect | null;
  /** Whether it is a must-not-fail check that failed. */
  readonly failed: boolean;
  /** Null without an earlier audit, and for a remark. */
  readonly change: Change | null;
  /** What its change did to the overall share, caps included; null where it can't be compared. */
  readonly effect: number | null;
  /** In how many quarters in a row it was below the top band, this one included; 0 where it isn't. */
  readonly inARow: number;
  /** Null where as many records were looked at as the checklist asks for. */
  readonly smallSample: SmallSample | null;
}

/** One step with all that is known about it. */
export interface StepView {
  readonly result: StepResult;
  /** Counts from 1. */
  readonly number: number;
  readonly name: string;
  readonly items: readonly ItemView[];
  /** Null without an earlier audit. */
  readonly compared: StepComparison | null;
}

/** The audit before, and how the two compare. */
export interface Previous extends CheckedAudit {
  readonly comparison: Comparison;
  /** What each step added to the overall score or took from it; they add up to its change. */
  readonly contributions: readonly Contribution[];
  /** Items that only the earlier audit asked. */
  readonly gone: readonly Change[];
}

/** The shortest way to a target. */
export interface Target {
  /** A score, 1 to 100. */
  readonly score: number;
  /** Null where there is none. */
  readonly list: ShortestList | null;
  /** The overall share once that item of the list and those before it are full. */
  readonly running: readonly number[];
}

/** All that the report of one audit is made of. Every figure in it is computed once. */
export interface AuditView extends CheckedAudit {
  /** What is wrong with the chain of its seals; nothing where all is well. */
  readonly chain: readonly ChainFault[];
  readonly steps: readonly StepView[];
  /** The sealed audit before it, where there is one by the same checklist. */
  readonly previous: Previous | null;
  /** Failed must-not-fail checks first, then by what the overall score would gain. */
  readonly todo: readonly ItemView[];
  readonly departments: readonly DepartmentScore[];
  /** The quarters up to this one; null where there are fewer than two. */
  readonly trend: Trend | null;
  /** What was found of each current answer's evidence, by fingerprint; what isn't here is missing. */
  readonly evidence: ReadonlyMap<string, FoundEvidence>;
  readonly target: Target | null;
}

/** All items of an audit, in the order of its checklist. */
export function itemsOf({ steps }: Pick<AuditView, 'steps'>): ItemView[] {
  return steps.flatMap(({ items }) => items);
}
