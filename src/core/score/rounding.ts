/** So little beside a unit is binary dust. */
const DUST = 1e-9;

/**
 * Rounds the parts of a sum so that they add up as printed: each is cut to the unit below it, and
 * what is then missing goes to the largest remainders, one unit each (the method of largest
 * remainders, after Hamilton); of equal ones to the first.
 *
 * @param total the sum as it is printed: a multiple of the unit.
 * @param unit what the last printed digit counts, such as 0.1.
 * @returns as many multiples of the unit, in the order given; their sum is the total.
 */
export function roundedParts(parts: readonly number[], total: number, unit: number): number[] {
  const units = parts.map((part) => Math.floor(part / unit + DUST));
  const missing = Math.round(total / unit) - units.reduce((sum, each) => sum + each, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part / unit - (units[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  // More than one unit each only where the total isn't the parts' own sum.
  const step = Math.sign(missing);
  const order = step > 0 ? byRemainder : byRemainder.toReversed();
  for (let left = Math.abs(missing), i = 0; left > 0 && order.length > 0; left--, i++) {
    const index = order[i % order.length]?.index ?? 0;
    units[index] = (units[index] ?? 0) + step;
  }
  const perUnit = Math.round(1 / unit);
  return units.map((each) => (each === 0 ? 0 : each / perUnit));
}
