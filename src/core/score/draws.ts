import type { Counted } from '../checklist/kinds/spread.js';
import { cut, leftToChance } from './uncertainty.js';
import type { Estimate, ItemEstimate } from './uncertainty.js';

/** How often each share is drawn. */
export const DRAWS = 4000;

/** Even numbers between 0 and 1, both excluded; from the same seed always the same (mulberry32). */
function evenly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/**
 * Standard normal numbers, in pairs from two even ones a and b: √(−2 ln a) cos(2πb), then the same with
 * sin (Box and Muller, "A Note on the Generation of Random Normal Deviates", 1958).
 */
function normally(even: () => number): () => number {
  let spare = NaN;
  return () => {
    const kept = spare;
    if (!Number.isNaN(kept)) {
      spare = NaN;
      return kept;
    }
    const length = Math.sqrt(-2 * Math.log(even()));
    const angle = 2 * Math.PI * even();
    spare = length * Math.sin(angle);
    return length * Math.cos(angle);
  };
}

/** Numbers that are made once, for all who read them from the first on. */
class Remembered {
  made = new Float64Array(0);

  constructor(private readonly next: () => number) {}

  /** Makes some more of them. */
  more(): void {
    const longer = new Float64Array(this.made.length + (1 << 14));
    longer.set(this.made);
    for (let i = this.made.length; i < longer.length; i++) longer[i] = this.next();
    this.made = longer;
  }
}

/** Reads numbers from the first on. */
class Numbers {
  private at = 0;

  constructor(private readonly from: Remembered) {}

  next(): number {
    while (this.at >= this.from.made.length) this.from.more();
    return this.from.made[this.at++] ?? NaN;
  }
}

const NORMALS = new Remembered(normally(evenly(1)));
const EVENS = new Remembered(evenly(2));

/** Where chance comes from: for every audit the same numbers, the normal ones from a stream of their own. */
export interface Chance {
  /** Even numbers between 0 and 1. */
  readonly even: Numbers;
  /** Standard normal numbers. */
  readonly normal: Numbers;
}

/** The same chance for every audit. */
export function chanceOf(): Chance {
  return { even: new Numbers(EVENS), normal: new Numbers(NORMALS) };
}

/**
 * A gamma number of a shape that is ½ or at least 1: of ½ half the square of a normal number, else by
 * Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", 2000.
 */
function gamma(shape: number, { even, normal }: Chance): number {
  if (shape < 1) return normal.next() ** 2 / 2;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal.next();
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    const square = z * z;
    const u = even.next();
    // Below the first bound it is below the second, which costs two logarithms.
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (Math.log(u) < square / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** What items are drawn into, one after the other: thousands of audits would leave arrays behind for each. */
const DRAWN = new Float64Array(DRAWS);
const WEIGHTS = new Float64Array(DRAWS);

/** How many records earned how much, the most first, with half a pass and half a failure more. */
function shapesOf({ passed, of, each }: Counted): (readonly [earned: number, shape: number])[] {
  const whole = Math.round(passed);
  const shapes = new Map([
    [1, 0.5],
    [0, 0.5],
  ]);
  const add = (earned: number, number: number): void => {
    shapes.set(earned, (shapes.get(earned) ?? 0) + number);
  };
  if (each === null) {
    add(1, whole);
    add(0, of - whole);
  } else {
    for (const earned of each) add(earned, 1);
  }
  return [...shapes].sort(([a], [b]) => b - a);
}

/**
 * The part that passes, drawn from what is known of it: all that earned the same weighs a gamma number.
 * Where each passed or failed, that is Beta(x + ½, n − x + ½), elsewhere a Dirichlet.
 */
function drawParts(counted: Counted, chance: Chance): Float64Array {
  const [good, all] = [DRAWN.fill(0), WEIGHTS.fill(0)];
  for (const [earned, shape] of shapesOf(counted)) {
    for (let i = 0; i < DRAWS; i++) {
      const weight = gamma(shape, chance);
      good[i] = (good[i] ?? 0) + earned * weight;
      all[i] = (all[i] ?? 0) + weight;
    }
  }
  for (let i = 0; i < DRAWS; i++) good[i] = (good[i] ?? 0) / (all[i] ?? NaN);
  return good;
}

/** Adds so many times some numbers to others, one by one. */
export function addTo(sums: Float64Array, numbers: Float64Array, times: number): void {
  for (let i = 0; i < DRAWS; i++) sums[i] = (sums[i] ?? 0) + times * (numbers[i] ?? 0);
}

/** What a share is drawn as: a sign of how things are done, or a statement of this one quarter. */
export type DrawnAs = 'variance' | 'own';

/** Draws a mean as a whole, by one number: a sum of many parts is normal to the eye. */
function wholeOf(estimate: Estimate, as: DrawnAs): (chance: Chance) => number {
  const error = Math.sqrt(estimate[as]);
  const { share } = estimate;
  return ({ normal }) => cut(share + normal.next() * error);
}

/** Adds so many times a mean, drawn as a whole, to the sums. */
export function addWhole(
  sums: Float64Array,
  estimate: Estimate,
  times: number,
  as: DrawnAs,
  chance: Chance,
): void {
  const draw = wholeOf(estimate, as);
  for (let i = 0; i < DRAWS; i++) sums[i] = (sums[i] ?? 0) + times * draw(chance);
}

/**
 * Draws an item's share: the part of its records that pass first, then what else it is off by. The next
 * item is drawn into the same numbers.
 */
export function drawItem(estimate: ItemEstimate, as: DrawnAs, chance: Chance): Float64Array {
  const { counted, other } = estimate.spread;
  if (counted === null) {
    const draw = wholeOf(estimate, as);
    for (let i = 0; i < DRAWS; i++) DRAWN[i] = draw(chance);
    return DRAWN;
  }
  const { zero, slope } = counted;
  const parts = drawParts(counted, chance);
  const error = Math.sqrt(other);
  const found = counted.passed / counted.of;
  const left = as === 'own' ? Math.sqrt(leftToChance(counted)) : 1;
  for (let i = 0; i < DRAWS; i++) {
    const stray = error === 0 ? 0 : chance.normal.next() * error;
    parts[i] = cut((found + ((parts[i] ?? NaN) - found) * left - zero) * slope + stray);
  }
  return parts;
}
