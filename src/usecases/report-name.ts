import type { CheckedAudit } from '../documents/audit/view.js';
import type { ComparisonView } from '../documents/comparison/view.js';

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
