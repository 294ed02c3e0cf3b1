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

/** What gives the same numbers to each who asks, from the first on; they are made only once. */
function remembered(next: () => number): () => () => number {
  let made = new Float64Array(1 << 16);
  let known = 0;
  return () => {
    let at = 0;
    return () => {
      if (at === made.length) {
        const longer = new Float64Array(2 * made.length);
        longer.set(made);
        made = longer;
      }
      if (at === known) made[known++] = next();
      return made[at++] ?? NaN;
    };
  };
}

const NORMALS = remembered(normally(evenly(1)));
const EVENS = remembered(evenly(2));

/** Where chance comes from: for every audit the same numbers, the normal ones from a stream of their own. */
export interface Chance {
  /** The next even number between 0 and 1. */
  readonly even: () => number;
  /** The next standard normal number. */
  readonly normal: () => number;
}

/** The same chance for every audit. */
export function chanceOf(): Chance {
  return { even: EVENS(), normal: NORMALS() };
}

/** So many numbers, each the next of what gives them. */
function fill(next: () => number): Float64Array {
  const all = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; i++) all[i] = next();
  return all;
}

/**
 * Gamma numbers of a shape that is ½ or at least 1: of ½ half the square of a normal number, else by
 * Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", 2000.
 */
function gammas(shape: number, { even, normal }: Chance): Float64Array {
  if (shape < 1) {
    return fill(() => {
      const z = normal();
      return (z * z) / 2;
    });
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return fill(() => {
    for (;;) {
      const z = normal();
      const root = 1 + c * z;
      if (root <= 0) continue;
      const v = root * root * root;
      const square = z * z;
      const u = even();
      // Below the first bound it is below the second, which costs two logarithms.
      if (u < 1 - 0.0331 * square * square) return d * v;
      if (Math.log(u) < square / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  });
}

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
  const [good, all] = [new Float64Array(DRAWS), new Float64Array(DRAWS)];
  for (const [earned, shape] of shapesOf(counted)) {
    const weights = gammas(shape, chance);
    addTo(good, weights, earned);
    addTo(all, weights, 1);
  }
  return good.map((each, i) => each / (all[i] ?? NaN));
}

/** Adds so many times some numbers to others, one by one. */
export function addTo(sums: Float64Array, numbers: Float64Array, times: number): void {
  for (let i = 0; i < DRAWS; i++) sums[i] = (sums[i] ?? 0) + times * (numbers[i] ?? 0);
}

/** A share as it might be, drawn again and again. */
export interface Drawn {
  /** As a sign of how things are done. */
  readonly variance: Float64Array;
  /** As a statement of this one quarter. */
  readonly own: Float64Array;
}

/** Draws a mean as a whole: a sum of many parts is normal to the eye. */
export function drawWhole({ share, variance, own }: Estimate, { normal }: Chance): Drawn {
  const strays = fill(normal);
  const by = (error: number) => strays.map((stray) => cut(share + stray * error));
  const drawn = by(Math.sqrt(variance));
  return { variance: drawn, own: own === variance ? drawn : by(Math.sqrt(own)) };
}

/** Draws an item's share: the part of its records that pass first, then what else it is off by. */
export function drawItem(estimate: ItemEstimate, chance: Chance): Drawn {
  const { counted, other } = estimate.spread;
  if (counted === null) return drawWhole(estimate, chance);
  const { zero, slope } = counted;
  const parts = drawParts(counted, chance);
  const error = Math.sqrt(other);
  const strays = error === 0 ? null : fill(chance.normal);
  const found = counted.passed / counted.of;
  const by = (left: number) =>
    parts.map((part, i) =>
      cut((found + (part - found) * left - zero) * slope + (strays?.[i] ?? 0) * error),
    );
  const left = Math.sqrt(leftToChance(counted));
  const drawn = by(1);
  return { variance: drawn, own: left === 1 ? drawn : by(left) };
}
