import type { GroupRow } from '../../core/compare/group.js';
import type { MemberChange } from '../../core/compare/group-member.js';
import type { Quartiles } from '../../core/compare/quartiles.js';
import type { GroupFrame } from '../group/view.js';
import { judgedPair, pair, score } from './figures.js';
import { monthsOf } from '../../core/quarter.js';

/** By what it was compared. */
export function frame({
  group,
  quarter,
  before,
  year,
  isCalendar,
  checklist,
  scope,
  versions,
}: GroupFrame): object {
  return {
    group,
    quarter,
    before,
    months: monthsOf(quarter, year),
    calendar: isCalendar,
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
export function change(of: MemberChange | null): object | null {
  if (of === null) return null;
  return { published: pair(of.published), likeForLike: judgedPair(of.likeForLike) };
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
