import type { Band } from '../../core/checklist/checklist.js';
import type { Pair } from '../../core/compare/compare.js';
import type { Difference, Verdict } from '../../core/score/uncertainty.js';
import type { Axis, BandMark, Sign, Span, Strip } from '../tree.js';

const SIGNS: Readonly<Record<Verdict, Sign>> = {
  rose: 'better',
  fell: 'worse',
  'probably-rose': 'probably-better',
  'probably-fell': 'probably-worse',
  'no-clear-change': 'unclear',
  same: 'same',
};

/** What a verdict says; null where there is none. */
export function signOf(verdict: Verdict | null): Sign | null {
  return verdict === null ? null : SIGNS[verdict];
}

/** The bands of a checklist on the scale from 0 to 1. */
export function bandMarks(bands: readonly Band[]): BandMark[] {
  return bands.map(({ from, name }) => ({ from: from / 100, name }));
}

/** The scale of scores: its ends, and where bands start. */
export function scoreAxis(bands: readonly Band[]): Axis {
  const ticks = [...new Set([0, ...bands.map(({ from }) => from), 100])].sort((a, b) => a - b);
  return { ticks: ticks.map((at) => ({ at: at / 100, text: String(at) })) };
}

/**
 * Where the later figure may lie, seen from the earlier one: it leaves the earlier one out exactly
 * when the difference alone is more than chance. Null where it has no width, so that it claims
 * nothing.
 */
export function barFrom(from: number | null, difference: Difference | null): Span | null {
  if (from === null || difference === null) return null;
  const { lower, upper } = difference;
  return upper - lower < 1e-9 ? null : { lower: cut(from + lower), upper: cut(from + upper) };
}

function cut(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** A difference, and what counts of it; no verdict where an audit stands apart. */
export interface Judged {
  readonly change: Difference | null;
  readonly verdict: Verdict | null;
}

/** The difference of an item, which was judged together with all others. */
export function judgedAlike(difference: Difference | null): Judged {
  return { change: difference, verdict: difference?.verdict ?? null };
}

/**
 * Two figures on the scale of scores.
 *
 * @param judged the difference that has the verdict: like for like, where it isn't the published one.
 */
export function stripOf(
  { from, to }: Pick<Pair, 'from' | 'to'>,
  judged: Judged | null,
  bands: readonly Band[],
  more: Partial<Pick<Strip, 'held' | 'labels' | 'named' | 'bar'>> = {},
): Strip {
  return {
    mark: 'strip',
    bands: bandMarks(bands),
    ring: from,
    dot: to,
    bar: judged?.verdict == null ? null : barFrom(from, judged.change),
    sign: signOf(judged?.verdict ?? null),
    held: null,
    labels: null,
    named: false,
    ...more,
  };
}
