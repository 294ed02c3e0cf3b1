import type { Band } from '../../core/checklist/checklist.js';
import type { TrendLine } from '../../core/compare/trend-line.js';
import type { TrendAudit, TrendSlot } from '../../core/compare/trend-slots.js';
import { quarterName } from '../../core/quarter.js';
import { printScore } from '../../core/score/print.js';
import { NONE } from '../words/scores.js';
import { narrowQuarter } from '../words/quarters.js';

/** What marks a like-for-like line that starts anew. */
export const ANEW = '*';

/** The quarter of a slot; of a long gap the first and the last. */
export function slotName(slot: TrendSlot): string {
  return slot.kind === 'audit' || slot.quarters === 1
    ? quarterName(slot.quarter)
    : `${quarterName(slot.quarter)} to ${quarterName(slot.to)}`;
}

/** The same above a narrow column. */
export function slotTitle(slot: TrendSlot): string {
  return slot.kind === 'gap' && slot.quarters > 1 ? NONE : narrowQuarter(slot.quarter);
}

/** The bands by which a slot is judged; those of the last audit in a gap. */
export function bandsOf(slot: TrendSlot, last: TrendAudit): readonly Band[] {
  return (slot.kind === 'audit' ? slot.result : last.result).checklist.bands;
}

/** Where the like-for-like line stands, with a mark where it starts anew; or a dash. */
export function chainScore({ points }: TrendLine, index: number): string {
  const chain = points[index]?.likeForLike ?? null;
  if (chain === null) return NONE;
  const isFirst = points.findIndex((point) => (point?.likeForLike ?? null) !== null) === index;
  return `${printScore(chain.value)}${chain.change === null && !isFirst ? ANEW : ''}`;
}

/** Whether the like-for-like line of any of these starts anew. */
export function hasAnew(lines: readonly TrendLine[]): boolean {
  return lines.some((line) => line.points.some((_, i) => chainScore(line, i).endsWith(ANEW)));
}
