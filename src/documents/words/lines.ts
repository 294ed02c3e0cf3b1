import type { Trend } from '../../core/compare/trend.js';
import type { TrendLine } from '../../core/compare/trend-line.js';
import type { TrendSlot } from '../../core/compare/trend-slots.js';
import { shortQuarter } from '../../core/quarter.js';
import { printScore } from '../../core/score/print.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import type { Line, LinePoint } from '../tree.js';
import { signOf } from './signs.js';

/** A figure over time as it is drawn: published scores, their ranges, and what they say like for like. */
export function lineOf(line: TrendLine, { slots, last }: Trend, size: Line['size']): Line {
  const { bands } = last.result.checklist;
  return {
    mark: 'line',
    size,
    points: line.points.map((point, index): LinePoint | null => {
      const slot = slots[index];
      if (point?.share == null || slot?.kind !== 'audit') return null;
      const { interval } = point;
      return {
        at: point.share,
        span: interval === null || interval.upper - interval.lower < SAME_SHARE ? null : interval,
        sign: signOf(point.likeForLike?.verdict ?? null),
        figure: printScore(point.share, slot.result.checklist.bands),
      };
    }),
    names: slots.map((slot, index) => namesOf(slot, slots[index - 1])),
    changes: slots.flatMap((slot, index) =>
      slot.kind === 'audit' && slot.broke !== null ? [index] : [],
    ),
    grid: bands.flatMap(({ from }) => (from === 0 ? [] : [from / 100])),
  };
}

/** The quarter, and its year where that is another than before. */
function namesOf(slot: TrendSlot, before: TrendSlot | undefined): string[] {
  if (slot.kind === 'gap' && slot.quarters > 1) return ['–'];
  const year = slot.quarter.slice(0, 4);
  const known = before?.kind === 'gap' ? before.to : before?.quarter;
  const isNew = known?.slice(0, 4) !== year;
  return [shortQuarter(slot.quarter), ...(isNew ? [year] : [])];
}
