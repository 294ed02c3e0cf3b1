/**
 * The quantile p by type 7 of Hyndman and Fan, which spreadsheets and R use: at position
 * 1 + (n − 1) p, between two figures on a straight line.
 *
 * @param sorted at least one figure, the lowest first.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position % 1);
}
