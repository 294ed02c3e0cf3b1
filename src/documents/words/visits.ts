import type { Audit } from '../../core/audit/audit.js';
import { daysWords, visitOf } from '../../core/audit/visit.js';

/** ` on 2026-09-14 and 2026-09-15`: the days on which somebody looked behind a lead; '' where nobody said. */
export function visitedWords(audit: Pick<Audit, 'visits'>, lead: string): string {
  const visit = visitOf(audit);
  return visit === null ? '' : `${lead}${daysWords(visit.days)}`;
}
