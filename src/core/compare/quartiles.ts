import { quantile } from '../score/quantile.js';

/** Five figures that say how some others are spread. */
export interface Quartiles {
  readonly lowest: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly highest: number;
}

/**
 * Quartiles by type 7 of Hyndman and Fan, as spreadsheets have them. Null for none.
 */
export function quartilesOf(figures: readonly number[]): Quartiles | null {
  const [lowest, ...others] = [...figures].sort((a, b) => a - b);
  if (lowest === undefined) return null;
  const sorted = [lowest, ...others];
  const at = (p: number): number => quantile(sorted, p);
  return {
    lowest,
    lower: at(0.25),
    median: at(0.5),
    upper: at(0.75),
    highest: at(1),
  };
}

/** The plain mean; null for none. Figures are added in order, so that theirs changes nothing. */
export function plainMean(figures: readonly number[]): number | null {
  const sum = [...figures].sort((a, b) => a - b).reduce((total, each) => total + each, 0);
  return figures.length === 0 ? null : sum / figures.length;
}
