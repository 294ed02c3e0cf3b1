import type { Answer } from '../../src/core/audit/answer.js';
import type { Checklist } from '../../src/core/checklist/checklist.js';
import type { TrendAudit } from '../../src/core/compare/trend-slots.js';
import { isQuarter } from '../../src/core/quarter.js';
import { resultOf } from './checklists.js';

/** What a quarter's answers to a checklist score, for a trend. */
export function trendAudit(
  quarter: string,
  checklist: Checklist,
  answers: Readonly<Record<string, Answer>>,
  scope: 'core' | 'full' = 'full',
): TrendAudit {
  if (!isQuarter(quarter)) throw new Error(`${quarter} is not a quarter`);
  return { quarter, result: resultOf(checklist, answers, scope) };
}
