import type { Quarter } from '../../core/quarter.js';
import { monthsOf, quarterName, shortQuarter } from '../../core/quarter.js';

/** `Q3 2026`, with its months where the business year doesn't start in January. */
export function quarterWithMonths(quarter: Quarter, yearStarts: number): string {
  const name = quarterName(quarter);
  return yearStarts === 1 ? name : `${name} (${monthsOf(quarter, yearStarts)})`;
}

/** `Q3 26`: a quarter where a column is narrow. */
export function narrowQuarter(quarter: Quarter): string {
  return `${shortQuarter(quarter)} ${quarter.slice(2, 4)}`;
}
