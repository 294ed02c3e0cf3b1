import { quarterTyped } from '../documents/words/quarters.js';
import { visibleLine } from '../core/text.js';
import type { AuditSummary } from '../storage/audit-summary.js';

/** How an audit is called in messages. */
export function auditName(summary: AuditSummary): string {
  return `${visibleLine(summary.dealership.name)} for ${quarterTyped(summary.quarter, summary.dealership)}`;
}
