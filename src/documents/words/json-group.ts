import type { GroupChange, GroupRow } from '../../core/compare/group.js';
import type { Quartiles } from '../../core/compare/quartiles.js';
import type { GroupFrame } from '../group/view.js';
import { score } from './figures.js';

/** By what it was compared. */
export function frame({ group, quarter, before, checklist, scope, versions }: GroupFrame): object {
  return {
    group,
    quarter,
    before,
    scope,
    checklist: { id: checklist.id, title: checklist.title, versions },
    bands: checklist.bands,
  };
}

/** Whose figures these are. */
export function named({ name, slug }: Pick<GroupRow, 'name' | 'slug'>): object {
  return { dealership: name, slug };
}

/** Where a score may lie. */
export function interval({ lower, upper }: Pick<GroupRow, 'lower' | 'upper'>): object | null {
  return lower === null || upper === null ? null : { lower: score(lower), upper: score(upper) };
}

/** What became of one since the quarter before. */
export function change(of: GroupChange | null): object | null {
  if (of === null) return null;
  const { from, to, difference, clear, redefined } = of;
  return {
    from: score(from),
    to: score(to),
    difference: difference * 100,
    // No verdict over a change of the checklist.
    clear: redefined ? null : clear,
    checklistChanged: redefined,
  };
}

/** How several are spread. */
export function quartiles(
  of: Quartiles | null,
  print: (share: number) => number | null = score,
): object | null {
  if (of === null) return null;
  return {
    lowest: print(of.lowest),
    lower: print(of.lower),
    median: print(of.median),
    upper: print(of.upper),
    highest: print(of.highest),
  };
}
