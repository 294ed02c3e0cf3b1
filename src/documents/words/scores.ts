import type { Band } from '../../core/checklist/checklist.js';
import { printDifferenceRange, printRange, printScore } from '../../core/score/print.js';
import { bandOf } from '../../core/score/limits.js';
import type { Difference, Interval } from '../../core/score/uncertainty.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import type { Shade, Span } from '../tree.js';

/** What stands where there is no figure. */
export const NONE = '–';

/** A score, or a dash. */
export function scoreOr(share: number | null, bands: readonly Band[]): string {
  return share === null ? NONE : printScore(share, bands);
}

/** A range as a span on the scale; null where it has no width. */
export function spanOf(interval: Interval | null): Span | null {
  if (interval === null || interval.upper - interval.lower < SAME_SHARE) return null;
  return { lower: interval.lower, upper: interval.upper };
}

/** `60 to 72`; '' where there is no range, or none with a width. */
export function rangeWords(interval: Interval | null, bands: readonly Band[]): string {
  const span = spanOf(interval);
  return span === null ? '' : printRange(span, bands);
}

/** `−1.0 to +7.2`; '' where there is no range, or none with a width. */
export function differenceRangeWords(difference: Difference | null): string {
  const span = spanOf(difference);
  return span === null ? '' : printDifferenceRange(span);
}

/** `16 points`, `1 point`, `0.4 points`: how far a printed difference reaches, without its sign. */
export function pointsOf(printed: string): string {
  const size = printed.replace(/^[+−]/, '');
  return `${size} ${size === '1' ? 'point' : 'points'}`;
}

const SHADES = 3;

/** How dark the band of a share is. */
export function shadeOf(share: number, bands: readonly Band[]): Shade {
  const index = bands.findIndex((band) => band === bandOf(share, bands));
  const shade = bands.length < 2 ? SHADES : Math.round((index * SHADES) / (bands.length - 1));
  return shade <= 0 ? 0 : shade === 1 ? 1 : shade === 2 ? 2 : 3;
}
