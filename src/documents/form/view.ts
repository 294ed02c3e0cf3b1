import type { Order } from '../../core/audit/route.js';
import type { Checklist, Scope } from '../../core/checklist/checklist.js';
import type { Draw } from '../../core/draw/draw.js';
import type { BusinessYear, Quarter } from '../../core/quarter.js';

/** All that a form is made of. What isn't known is left to be filled in. */
export interface FormView {
  readonly checklist: Checklist;
  /** The path of the checklist, or what stands for it, where no id finds it; or null. */
  readonly checklistPath: string | null;
  readonly scope: Scope;
  readonly order: Order;
  readonly dealership: string | null;
  /** Its business year; null where no dealership is known. */
  readonly year: BusinessYear | null;
  readonly quarter: Quarter | null;
  readonly auditor: string | null;
  /** Which records were drawn, in the order they were drawn. */
  readonly draws: readonly Draw[];
}
