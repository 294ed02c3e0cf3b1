import type { Answer } from '../core/audit/answer.js';
import { onTopOf, sameAnswer } from '../core/audit/answer.js';
import { currentAnswers } from '../core/audit/audit.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';

/**
 * Records those of some answers that say something new on top of what is there.
 *
 * @returns how many that were.
 */
export async function recordAnswers(
  store: Store,
  summary: AuditSummary,
  answers: ReadonlyMap<string, Answer>,
  by: string,
  now: Date,
): Promise<number> {
  if (answers.size === 0) return 0;
  const current = currentAnswers(await store.audits.load(summary));
  const fresh = new Map<string, Answer>();
  for (const [id, answer] of answers) {
    const known = current.get(id)?.answer;
    const kept = onTopOf(known, answer);
    if (!sameAnswer(known, kept)) fresh.set(id, kept);
  }
  if (fresh.size > 0) await store.audits.record(summary, fresh, by, now);
  return fresh.size;
}
