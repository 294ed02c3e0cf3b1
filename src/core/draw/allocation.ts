/**
 * How many of `count` each stratum gives, in proportion to its size, by the largest remainder
 * (Hamilton): each first gives the whole part of count × size ÷ total, and what is then still
 * missing comes from those whose remainder is largest, one each. Of equal remainders the larger
 * stratum gives first, of equal sizes the one that is named first. The parts add up to `count`, and
 * none is more than its stratum has.
 *
 * @param sizes how many records each stratum has.
 * @param count at most as many as all strata have together.
 */
export function allocate(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (count > total) throw new RangeError(`${String(count)} of ${String(total)}`);
  if (total === 0) return sizes.map(() => 0);
  // In whole numbers, so that it comes out the same everywhere.
  const quotas = sizes.map((size) => {
    const remainder = (count * size) % total;
    return { size, whole: (count * size - remainder) / total, remainder };
  });
  const missing = count - quotas.reduce((sum, { whole }) => sum + whole, 0);
  const first = [...quotas]
    // Sorting keeps the order of equals: the first stays first.
    .sort((a, b) => b.remainder - a.remainder || b.size - a.size)
    .slice(0, missing);
  return quotas.map((quota) => quota.whole + (first.includes(quota) ? 1 : 0));
}
