import type { Band } from '../checklist/checklist.js';
import { bandOf } from './limits.js';
import type { Interval } from './uncertainty.js';
import { SAME_SHARE } from './uncertainty.js';

/** What stands where nothing could be scored: never 0 and never 100. */
export const NOT_SCORED = 'not scored';

const MOST_DECIMALS = 3;

function fixed(score: number, decimals: number): string {
  // Binary dust must not decide which way a half is rounded.
  const text = (Math.round(score * 1e9) / 1e9).toFixed(decimals);
  // A difference of -0.04 must not print as "-0".
  return Number(text) === 0 ? (0).toFixed(decimals) : text;
}

/** Whether a printed score lies in the band of the exact share. */
function inBand(share: number, printed: string, bands: readonly Band[]): boolean {
  return bandOf(share, bands) === bandOf(Number(printed) / 100, bands);
}

/**
 * A share as people read it, 0 to 100, as a whole number. Where rounding would carry it into
 * another of the `bands`, decimals are shown, cut only where rounding them would do so, too: 79.96
 * is 79.9, and not yet 80.
 */
export function printScore(share: number | null, bands: readonly Band[] = []): string {
  if (share === null) return NOT_SCORED;
  const score = share * 100;
  let printed = fixed(score, 0);
  for (let decimals = 1; decimals <= MOST_DECIMALS && !inBand(share, printed, bands); decimals++) {
    const unit = 10 ** decimals;
    printed = fixed(score, decimals);
    if (inBand(share, printed, bands)) break;
    printed = fixed(Math.floor((score + 1e-9) * unit) / unit, decimals);
  }
  return printed;
}

/**
 * Prints scores so that rounding carries none over one of the `bands`, nor over one more limit (0 to
 * 100), such as a target: what is under it never reads as if it weren't.
 */
export function printerFor(
  limit: number,
  bands: readonly Band[],
): (share: number | null) => string {
  const limits = [...bands, { from: limit, name: '' }].sort((a, b) => a.from - b.from);
  return (share) => printScore(share, limits);
}

/** `score 66`, or `not scored`: for the middle of a sentence. */
export function scoreWords(share: number | null, bands: readonly Band[] = []): string {
  return share === null ? NOT_SCORED : `score ${printScore(share, bands)}`;
}

/** A share as a percentage, cut to a whole number so that 99.6 % never reads as all. */
export function printPercent(share: number | null): string {
  return share === null ? '–' : `${String(Math.floor(share * 100 + 1e-9))} %`;
}

/**
 * An interval as people read it, `60 to 72`, rounded away from its middle so that it never claims
 * more than it knows; where there is no error to speak of, the score as it is printed with its `bands`.
 */
export function printRange({ lower, upper }: Interval, bands: readonly Band[] = []): string {
  const from = fixed(Math.floor(lower * 100 + 1e-6), 0);
  const to = fixed(Math.ceil(upper * 100 - 1e-6), 0);
  return upper - lower < SAME_SHARE || from === to
    ? printScore((lower + upper) / 2, bands)
    : `${from} to ${to}`;
}

/** Where a difference truly lies, in points: `−1.0 to +7.2`. */
export function printDifferenceRange({ lower, upper }: Interval): string {
  return `${printPoints(lower)} to ${printPoints(upper)}`;
}

/** A number as it is printed, with its sign before it. */
function signed(printed: string): string {
  return Number(printed) < 0 ? `−${printed.slice(1)}` : `+${printed}`;
}

/** A difference of shares in points with one decimal, such as `+2.1`; `+0.0` for none. */
export function printPoints(difference: number): string {
  return signed(fixed(difference * 100, 1));
}

/** Two scores and their difference, as printed side by side. */
export interface PrintedChange {
  readonly from: string;
  readonly to: string;
  /** With its sign, `+0` for none; `–` when one of the two is not scored. */
  readonly difference: string;
}

/**
 * Prints two shares and the difference, which is taken before rounding. Where whole numbers would
 * then contradict each other (71 → 72, change +0), one decimal is shown; more only where a printed
 * score would else lie in another of the `bands`.
 */
export function printChange(
  from: number | null,
  to: number | null,
  bands: readonly Band[] = [],
): PrintedChange {
  if (from === null || to === null) {
    return { from: printScore(from, bands), to: printScore(to, bands), difference: '–' };
  }
  for (let decimals = 0; ; decimals++) {
    const print = (share: number): string => fixed(share * 100, decimals);
    const [printedFrom, printedTo, change] = [print(from), print(to), print(to - from)];
    const shown = Number(printedTo) - Number(printedFrom);
    // With one decimal, a last digit may be off by one: all three are rounded, and exact.
    const agree = decimals > 0 || Math.abs(shown - Number(change)) < 0.5;
    const fits = inBand(from, printedFrom, bands) && inBand(to, printedTo, bands);
    if ((agree && fits) || decimals === MOST_DECIMALS) {
      return { from: printedFrom, to: printedTo, difference: signed(change) };
    }
  }
}
