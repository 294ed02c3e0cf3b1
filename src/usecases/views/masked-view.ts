import { maskComparison } from '../../core/compare/masked.js';
import type { GroupSeals, GroupView } from '../../documents/group/view.js';
import type { MaskedView } from '../../documents/masked/view.js';

/**
 * What one dealership may see of a group.
 *
 * @throws UserError when it isn't among them, or too few have a score.
 */
export function maskedView(view: GroupView, slug: string): MaskedView {
  const { group, quarter, before, year, isCalendar, checklist, scope, versions, comparison } = view;
  const masked = maskComparison(comparison, slug);
  return {
    group,
    quarter,
    before,
    year,
    isCalendar,
    checklist,
    scope,
    versions,
    comparison: masked,
    seals: maskSeals(view.seals, masked.name),
    seal: view.sealOf.get(slug) ?? null,
  };
}

/** Whose seal is broken is told to that one alone; that another's is, to all. */
function maskSeals({ checked, broken, chain }: GroupSeals, own: string): GroupSeals {
  const some = broken.some((name) => name !== own) ? ['at least one of the others'] : [];
  return {
    checked,
    broken: [...broken.filter((name) => name === own), ...some],
    chain: chain.filter(({ audit }) => audit.dealership === own),
  };
}
