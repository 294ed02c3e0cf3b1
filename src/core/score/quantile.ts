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

/** Puts figures in order only so far that one stands where a sort would put it (Hoare, "Algorithm 65: Find", 1961). */
function place(figures: Float64Array, at: number): void {
  let [low, high] = [0, figures.length - 1];
  while (low < high) {
    const pivot = figures[(low + high) >> 1] ?? NaN;
    let [i, j] = [low, high];
    while (i <= j) {
      while ((figures[i] ?? NaN) < pivot) i++;
      while ((figures[j] ?? NaN) > pivot) j--;
      if (i > j) break;
      const left = figures[i] ?? NaN;
      figures[i++] = figures[j] ?? NaN;
      figures[j--] = left;
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else return;
  }
}

/** Quantiles of many figures in any order, each as {@link quantile} has it, without sorting all of them. */
export function quantilesOf<P extends readonly number[]>(
  figures: Float64Array,
  ...ps: P
): { readonly [K in keyof P]: number } {
  const partly = figures.slice();
  return ps.map((p) => {
    const position = (partly.length - 1) * p;
    place(partly, Math.floor(position));
    place(partly, Math.ceil(position));
    return quantile(partly, p);
  }) as { readonly [K in keyof P]: number };
}
