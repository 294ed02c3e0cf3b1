import type { Quarter } from '../../core/quarter.js';
import { monthsOf, quarterName } from '../../core/quarter.js';

/** `Q3 2026` on a page, with its months where the business year doesn't start in January. */
export function quarterWords(quarter: Quarter, yearStarts: number): string {
  const name = quarterName(quarter);
  return yearStarts === 1 ? name : `${name} (${monthsOf(quarter, yearStarts)})`;
}
