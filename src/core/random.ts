/** Gives a number from 0 up to but not including 1 with each call. */
export type Random = () => number;

/** A number that may stray from 0 by as much as `reach` to each side. */
export function stray(random: Random, reach: number): number {
  return (2 * random() - 1) * reach;
}

/** A whole number from `least` to `most`, both included. */
export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** The same things in another order. */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
