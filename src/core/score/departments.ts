import type { StepResult } from './score.js';
import { weightedMean } from './mean.js';
import { partsOf } from './score.js';

/** One cell of the table step × department. */
export interface DepartmentCell {
  readonly department: string;
  /** The weighted mean over the department's scored items of the step, without caps; or null. */
  readonly share: number | null;
  /** How many items it is the mean of. */
  readonly scored: number;
}

/** A step's score for each department, in the order given. An item counts for all it names. */
export function scoreDepartments(
  result: StepResult,
  departments: readonly { readonly id: string }[],
): DepartmentCell[] {
  return departments.map(({ id }) => {
    const items = result.items.filter((one) => one.item.departments.includes(id));
    return {
      department: id,
      share: weightedMean(partsOf(items)),
      scored: items.filter((one) => one.share !== null).length,
    };
  });
}
