import type { ChainFault } from '../../core/audit/chain.js';
import type { RecordedAnswer } from '../../core/audit/answer.js';
import type { Evidence, EvidenceState } from '../../core/audit/evidence.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Void } from '../../core/audit/void.js';
import type { Item } from '../../core/checklist/checklist.js';

/** A revision of an item's answer. */
export interface AnswerLine {
  readonly item: Item;
  readonly recorded: RecordedAnswer;
  /** 0 to 1; null when there is nothing to score. */
  readonly share: number | null;
  /** Its files, each as it is now. */
  readonly evidence: readonly (Evidence & { readonly state: EvidenceState })[];
}

/** What was recorded in an audit. */
export interface AnswersView {
  readonly audit: Audit;
  /** That it no longer counts; null where it does. */
  readonly voided: Void | null;
  /** Whether the seal still fits what is kept; true for an open audit. */
  readonly sealHolds: boolean;
  /** What is wrong with the chain of seals of the dealership; nothing where all is well. */
  readonly chain: readonly ChainFault[];
  /** Whether every revision is there, and not the current one alone. */
  readonly isHistory: boolean;
  /** In the order of the checklist; revisions of one item oldest first. */
  readonly lines: readonly AnswerLine[];
  /** How many items have no answer; null where only one item was asked for. */
  readonly unanswered: number | null;
}
