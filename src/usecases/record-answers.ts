import type { Answer } from '../core/audit/answer.js';
import { isUnanswered, onTopOf, sameAnswer } from '../core/audit/answer.js';
import { currentAnswers } from '../core/audit/audit.js';
import { UserError } from '../core/errors.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { Overtaken } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { CHECKUP } from '../core/words/program.js';

/** What became of some answers. */
export interface Taken {
  /** How many said something new. */
  readonly recorded: number;
  /** The items whose answers were somebody else's until now. */
  readonly corrected: readonly { readonly item: string; readonly auditor: string }[];
}

const NOTHING: Taken = { recorded: 0, corrected: [] };

/**
 * Records those of some answers that say something new on top of what is there, all or none.
 *
 * @returns how many that were, and whose answers they took the place of.
 * @throws UserError when somebody else records one of the items in between.
 */
export async function recordAnswers(
  store: Store,
  summary: AuditSummary,
  answers: ReadonlyMap<string, Answer>,
  by: string,
  now: Date,
): Promise<Taken> {
  if (answers.size === 0) return NOTHING;
  const current = currentAnswers(await store.audits.load(summary));
  const fresh = new Map<string, Answer>();
  for (const [id, answer] of answers) {
    const known = current.get(id)?.answer;
    const kept = onTopOf(known, answer);
    if (!sameAnswer(known, kept)) fresh.set(id, kept);
  }
  if (fresh.size === 0) return NOTHING;
  const after = new Map([...current].map(([id, { revision }]) => [id, revision]));
  try {
    await store.audits.record(summary, fresh, by, now, { after });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    throw new UserError(
      'Somebody else has just recorded one of these items; none of the answers was recorded.',
      `See what changed with ${CHECKUP} answers --history, then run the same command again if they still hold.`,
    );
  }
  const corrected = [...fresh.keys()].flatMap((id) => {
    const known = current.get(id);
    const isOthers = known !== undefined && !isUnanswered(known.answer) && known.auditor !== by;
    return isOthers ? [{ item: id, auditor: known.auditor }] : [];
  });
  return { recorded: fresh.size, corrected };
}
