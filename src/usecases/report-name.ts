import { join } from 'node:path';
import type { CheckedAudit } from '../documents/audit/view.js';
import type { ComparisonView } from '../documents/comparison/view.js';
import type { GroupView } from '../documents/group/view.js';
import type { TrendView } from '../documents/trend/view.js';
import { slugify } from '../files/slug.js';

/** What stands at the end of the name of a report of a broken seal. */
export const BROKEN = '-broken-seal';

/**
 * `2026-Q3-quarterly-checkup`: what the report of an audit is called. Where its seal is broken it
 * gets a name of its own: the report from before is what can still be trusted.
 */
export function reportName({ audit, sealHolds: holds }: CheckedAudit): string {
  return `${audit.quarter}-${audit.checklist.id}${holds ? '' : BROKEN}`;
}

/** `2026-Q2-to-2026-Q3-quarterly-checkup`; of broken seals as with `reportName`. */
export function comparisonName({ previous: from, ...to }: ComparisonView): string {
  const ids = [...new Set([from.audit.checklist.id, to.audit.checklist.id])].join('-to-');
  const holds = from.sealHolds && to.sealHolds;
  return `${from.audit.quarter}-to-${to.audit.quarter}-${ids}${holds ? '' : BROKEN}`;
}

/** `2025-Q1-to-2026-Q4-quarterly-checkup-trend`; of broken seals as with `reportName`. */
export function trendName({ trend: { audits, last }, seals }: TrendView): string {
  const from = audits[0]?.quarter ?? last.quarter;
  const isBroken = seals.some(({ sealHolds }) => !sealHolds);
  return `${from}-to-${last.quarter}-${last.result.checklist.id}-trend${isBroken ? BROKEN : ''}`;
}

/** `2026-Q3-quarterly-checkup-group`, or `-masked`; of broken seals as with `reportName`. */
export function groupName(
  {
    quarter,
    isCalendar,
    checklist,
    seals,
  }: Pick<GroupView, 'quarter' | 'isCalendar' | 'checklist' | 'seals'>,
  what: 'group' | 'masked',
): string {
  // Another quarter may be called so in a business year.
  const calendar = isCalendar ? '-calendar' : '';
  return `${quarter}-${checklist.id}-${what}${calendar}${seals.broken.length === 0 ? '' : BROKEN}`;
}

const ALL = 'all';

/** Groups have a folder of their own: a group may be called as a dealership is. */
const GROUPS = 'groups';

/** The folder of a group's reports; that of all dealerships belongs to no group. */
export async function groupFolder({ group }: Pick<GroupView, 'group'>): Promise<string> {
  if (group === null) return join(GROUPS, ALL);
  const slug = await slugify(group);
  return join(GROUPS, slug === ALL ? `${ALL}-group` : slug);
}
