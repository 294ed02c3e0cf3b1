import type { Counted } from '../checklist/kinds/spread.js';
import { aloneVariance, cut, leftToChance } from './uncertainty.js';
import type { ItemEstimate } from './uncertainty.js';

/** How often each share is drawn. */
export const DRAWS = 4000;

/** With more records than this, what a draw would give is normal to the eye. */
const MOST_COUNTED = 40;

/** Even numbers between 0 and 1, both excluded; from the same seed always the same (mulberry32). */
export function evenly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** A standard normal number from two even ones (Box and Muller, 1958). */
export function normal(even: () => number): number {
  return Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
}

/** −ln of the product of so many even numbers: as many exponential numbers, added up. */
function exponentials(number: number, even: () => number): number {
  let product = 1;
  for (let i = 0; i < number; i++) product *= even();
  return -Math.log(product);
}

/**
 * The part that passes, drawn from what is known of it: each record has an exponential weight, a
 * pass and a failure more have half the square of a normal number. Where each passed or failed, that
 * is Beta(x + ½, n − x + ½).
 */
function drawPart(counted: Counted, even: () => number): number {
  const { passed, of, each } = counted;
  if (of > MOST_COUNTED) {
    return passed / of + normal(even) * Math.sqrt(aloneVariance(counted));
  }
  let [good, all] = [0, 0];
  if (each === null) {
    const whole = Math.round(passed);
    good = exponentials(whole, even);
    all = good + exponentials(of - whole, even);
  } else {
    for (const share of each) {
      const weight = -Math.log(even());
      good += weight * share;
      all += weight;
    }
  }
  const [one, none] = [normal(even) ** 2 / 2, normal(even) ** 2 / 2];
  return (good + one) / (all + one + none);
}

/** Where a share as it might be is put: as a sign of how things are done, and of this quarter alone. */
export type Take = (draw: number, variance: number, own: number) => void;

/** Draws an item's share again and again. Its numbers are taken from `even` in the order in which they stand here. */
export function drawShares({ share, spread }: ItemEstimate, even: () => number, take: Take): void {
  const { counted, other } = spread;
  const error = Math.sqrt(other);
  if (counted === null) {
    for (let i = 0; i < DRAWS; i++) {
      const drawn = error === 0 ? share : cut(share + normal(even) * error);
      take(i, drawn, drawn);
    }
    return;
  }
  const { zero, slope } = counted;
  const found = counted.passed / counted.of;
  const left = Math.sqrt(leftToChance(counted));
  for (let i = 0; i < DRAWS; i++) {
    const part = drawPart(counted, even);
    const stray = error === 0 ? 0 : normal(even) * error;
    const near = found + (part - found) * left;
    take(i, cut((part - zero) * slope + stray), cut((near - zero) * slope + stray));
  }
}
