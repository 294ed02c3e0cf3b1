const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** What stands in a line, and in a table, where there is no figure. */
export const GAP = '–';

/**
 * Shares as a row of bars, one character each: an eighth of 0 to 100 per height, always on that
 * scale, so that lines can be held against each other. What lies beyond is drawn at the end.
 */
export function sparkline(shares: readonly (number | null)[]): string {
  return shares
    .map((share) => {
      if (share === null) return GAP;
      // Dust must not decide the height.
      const height = Math.floor(share * BARS.length + 1e-9);
      return BARS[Math.min(BARS.length - 1, Math.max(0, height))] ?? GAP;
    })
    .join('');
}
