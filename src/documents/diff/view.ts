import type { ChecklistDiff } from '../../core/compare/checklist-diff.js';

/** Two checklists held against each other. */
export interface DiffView {
  readonly diff: ChecklistDiff;
  /** Where each is from, in words, as they were typed. */
  readonly sources: { readonly from: string; readonly to: string };
}
