import { printNumber } from '../../core/words/numbers.js';
import { printerFor } from '../../core/score/print.js';
import type { AuditResult } from '../../core/score/score.js';
import type { ShortestList } from '../../core/score/shortest-list.js';
import { count } from '../../core/words/numbers.js';

/** What leads to a target, or that nothing has to or can, in one sentence. */
export function targetWords(
  target: number,
  list: ShortestList | null,
  result: AuditResult,
): string {
  const goal = printNumber(target);
  if (list === null || result.share === null) {
    return `Nothing was scored, so there is no way to ${goal} to show.`;
  }
  const print = printerFor(target, result.checklist.bands);
  const now = print(result.share);
  return list.items.length === 0
    ? `The target of ${goal} is reached already: the overall score is ${now}.`
    : `The shortest way to ${goal} is ${count(list.items.length, 'item')}: made full (100), ${list.items.length === 1 ? 'it takes' : 'they take'} the overall score from ${now} to ${print(list.share)}.`;
}
