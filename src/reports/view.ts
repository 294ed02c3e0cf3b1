import type { Audit } from '../core/audit/audit.js';
import type { EvidenceState } from '../core/audit/evidence.js';
import type { Comparison } from '../core/compare/compare.js';
import type { AuditResult } from '../core/score/score.js';
import type { GroupView, MaskedView } from './group-view.js';
import type { TrendView } from './trend-view.js';

/** One audit with its score. */
export interface ScoredAudit {
  readonly audit: Audit;
  readonly result: AuditResult;
}

/** The same, and whether its seal was looked at. */
export interface CheckedAudit extends ScoredAudit {
  /** Whether the seal still fits what is kept; true for an open audit. */
  readonly sealHolds: boolean;
}

/** What was found of an evidence file. */
export interface FoundEvidence {
  readonly state: EvidenceState;
  /** The copy beside the report, relative to it, such as `evidence/….jpg`; null without one. */
  readonly file: string | null;
}

/** All that a report of one audit is made of. Formats read it and nothing else. */
export interface AuditView extends CheckedAudit {
  /** The sealed audit before it, when there is one by the same checklist. */
  readonly previous: (CheckedAudit & { readonly comparison: Comparison }) | null;
  /** What was found of each current answer's evidence, by fingerprint; what isn't here is missing. */
  readonly evidence: ReadonlyMap<string, FoundEvidence>;
  /** A score, 1 to 100, to show the shortest way to; null for none. */
  readonly target: number | null;
}

/** All that a comparison of two quarters is made of. */
export interface ComparisonView {
  readonly from: CheckedAudit;
  readonly to: CheckedAudit;
  readonly comparison: Comparison;
}

/** One way of writing reports. */
export interface Format {
  /** What `--format` takes, and the ending of the file. */
  readonly name: string;
  /** One line for help and README. */
  readonly summary: string;
  readonly audit: (view: AuditView) => string;
  readonly comparison: (view: ComparisonView) => string;
  readonly group: (view: GroupView) => string;
  readonly masked: (view: MaskedView) => string;
  readonly trend: (view: TrendView) => string;
}
