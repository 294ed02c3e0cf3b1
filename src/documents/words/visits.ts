import type { Audit } from '../../core/audit/audit.js';
import { daysWords, visitOf } from '../../core/audit/visit.js';

/**
 * `, visited 2026-09-14 and 2026-09-15`: the days on which somebody looked; '' where nobody said.
 *
 * @param lead what stands before.
 */
export function visitedWords(audit: Pick<Audit, 'visits'>, lead = ', '): string {
  const visit = visitOf(audit);
  return visit === null ? '' : `${lead}visited ${daysWords(visit.days)}`;
}
