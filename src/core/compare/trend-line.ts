import type { Quarter } from '../quarter.js';
import type { Difference, Interval, Verdict } from '../score/uncertainty.js';
import type { Compared } from './compare.js';
import type { Usual } from './usual.js';
import type { TrendAudit, TrendSlot } from './trend-slots.js';

/** One figure of one audit. Shares run from 0 to 1. */
export interface TrendPoint {
  readonly share: number | null;
  readonly interval: Interval | null;
  /** Since the audit before, as published; null where one of the two is not scored. */
  readonly change: number | null;
  /** Null where nothing is scored. */
  readonly likeForLike: ChainPoint | null;
}

/**
 * Where the like-for-like line stands: its last published share less each like-for-like difference
 * since. It shows what was done and is no score: it may leave 0 to 1.
 */
export interface ChainPoint {
  readonly value: number;
  /** The like-for-like difference since the audit before; null where the line starts, or starts anew. */
  readonly change: Difference | null;
  /** What counts of it; null too where an audit stands apart. */
  readonly verdict: Verdict | null;
}

/** One figure over time: a point for each slot, null in a gap. */
export interface TrendLine {
  readonly points: readonly (TrendPoint | null)[];
  /** What its own history says of the last point; null where there is too little of it. */
  readonly usual: Usual | null;
}

/** What an audit says of a figure. */
interface Figure {
  readonly share: number | null;
  readonly interval: Interval | null;
}

/**
 * One figure over all slots.
 *
 * @param figureIn what an audit says; undefined where it has no such figure.
 * @param comparedIn how that compares with the audit before.
 * @param usual what its own history says of the last point.
 */
export function lineOf(
  slots: readonly TrendSlot[],
  figureIn: (audit: TrendAudit) => Figure | undefined,
  comparedIn: (quarter: Quarter) => Compared | undefined,
  usual: Usual | null,
): TrendLine {
  const figures = slots.map((slot) => {
    if (slot.kind === 'gap') return null;
    const { share = null, interval = null } = figureIn(slot) ?? {};
    const compared = comparedIn(slot.quarter);
    return {
      share,
      interval,
      change: compared?.published.difference ?? null,
      done: compared?.likeForLike.change ?? null,
      verdict: compared?.likeForLike.verdict ?? null,
    };
  });
  // From today backwards, so that the line ends at the score that stands in every report.
  let later: ChainPoint | null = null;
  const points = figures.toReversed().map((figure): TrendPoint | null => {
    if (figure === null) return null;
    const { share, interval, change, done, verdict } = figure;
    later = share === null ? null : { value: valueBefore(later) ?? share, change: done, verdict };
    return { share, interval, change, likeForLike: later };
  });
  return { points: points.reverse(), usual };
}

/** Where a line stands one audit before a point; null where that point is its start. */
function valueBefore(later: ChainPoint | null): number | null {
  return later?.change ? later.value - later.change.difference : null;
}
