import { weightedMean } from './mean.js';
import type { AuditResult, ItemResult } from './score.js';
import { partsOf } from './score.js';

/** What became of the items of one department, whatever step they are in. */
export interface DepartmentScore {
  readonly department: { readonly id: string; readonly title: string };
  /** The weighted mean over its scored items, caps left aside. */
  readonly share: number;
  /** Its scored items, the lowest first; at least one. */
  readonly items: readonly ItemResult[];
}

/** Every department that has a scored item, the lowest first. An item counts for all it names. */
export function departmentScores({ checklist, steps }: AuditResult): DepartmentScore[] {
  const scored = steps.flatMap(({ items }) => items).filter(({ share }) => share !== null);
  return checklist.departments
    .flatMap((department): DepartmentScore[] => {
      const items = scored
        .filter(({ item }) => item.departments.includes(department.id))
        .sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
      const share = weightedMean(partsOf(items));
      return share === null ? [] : [{ department, share, items }];
    })
    .sort((a, b) => a.share - b.share);
}
