import type { AuditResult } from '../../core/score/score.js';
import { foldName } from '../../core/names.js';
import { andListOf } from '../../core/words/lists.js';

/** So many are named. */
const MOST = 3;

/** Who answered an audit, each once, in order of name. */
export function auditorsOf({ steps }: Pick<AuditResult, 'steps'>): string[] {
  const names = new Map<string, string>();
  for (const { recorded } of steps.flatMap(({ items }) => items)) {
    if (recorded !== undefined) names.set(foldName(recorded.auditor), recorded.auditor);
  }
  return [...names.values()].sort();
}

/** That others audited than last time; null where they were the same. */
export function otherAuditorWords(
  from: Pick<AuditResult, 'steps'>,
  to: Pick<AuditResult, 'steps'>,
): string | null {
  const [then, now] = [auditorsOf(from), auditorsOf(to)];
  const folded = (names: readonly string[]): string => JSON.stringify(names.map(foldName).sort());
  const same = folded(then) === folded(now);
  if (same || then.length === 0 || now.length === 0) return null;
  return `Another auditor than last time (${andListOf(then, MOST)} then, ${andListOf(now, MOST)} now): several points either way may be the auditor.`;
}
