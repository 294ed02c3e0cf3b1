import type { Axis } from '../tree.js';

/** Distances between the ticks of an axis, in points. */
const STEPS = [0.5, 1, 2, 5, 10, 20, 50] as const;
const MOST_TICKS = 6;

/** A scale in points with round ticks, and where on it a number stands. */
export interface Scale {
  readonly axis: Axis;
  /** 0 to 1. */
  readonly place: (points: number) => number;
}

/** The scale that some numbers fit on, its ends and ticks round. */
export function scaleFor(numbers: readonly number[]): Scale {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const step = STEPS.find((each) => (high - low) / each <= MOST_TICKS - 1) ?? 50;
  const lower = Math.floor(low / step) * step;
  const upper = Math.max(lower + step, Math.ceil(high / step) * step);
  const place = (points: number): number => (points - lower) / (upper - lower);
  const ticks = Array.from({ length: Math.round((upper - lower) / step) + 1 }, (_, index) => {
    const at = lower + index * step;
    return { at: place(at), text: String(at) };
  });
  return { axis: { ticks }, place };
}
