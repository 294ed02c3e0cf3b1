import type { Estimate } from '../score/uncertainty.js';

/** One step of a dealership; null where it has no score. */
export interface GroupMemberStep {
  readonly id: string;
  readonly title: string;
  readonly estimate: Estimate | null;
  /** The share before any cap. */
  readonly uncapped: number | null;
  /** Ids of its critical items that failed. */
  readonly failedCritical: readonly string[];
}

/** One dealership of a group with what it scored in the quarter, all by the same checklist. */
export interface GroupMember {
  readonly slug: string;
  readonly name: string;
  /** Null where it has no score. */
  readonly estimate: Estimate | null;
  /** 0 to 1; null where nothing was applicable. */
  readonly coverage: number | null;
  readonly steps: readonly GroupMemberStep[];
  /** The quarter before; null where it was not audited, or not scored. */
  readonly before: Estimate | null;
  /** Whether the audit before was made by another content of the checklist. */
  readonly redefined: boolean;
}

/** A step as a checklist has it. */
export type ListedStep = Pick<GroupMemberStep, 'id' | 'title'>;
