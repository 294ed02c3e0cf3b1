import type { Audit } from '../../core/audit/audit.js';
import type { BusinessYear, Quarter } from '../../core/quarter.js';
import { monthsOf, quarterName, shortMonthsOf, shortQuarter } from '../../core/quarter.js';

/** `Q3 2026` on a page, with its months where the business year doesn't start in January. */
export function quarterWords(quarter: Quarter, year: BusinessYear): string {
  const name = quarterName(quarter);
  return year.yearStarts === 1 ? name : `${name} (${monthsOf(quarter, year)})`;
}

/** `2026-Q3` as it is typed, with its months where the business year doesn't start in January. */
export function quarterTyped(quarter: Quarter, year: BusinessYear): string {
  return year.yearStarts === 1 ? quarter : `${quarter} (${shortMonthsOf(quarter, year)})`;
}

/** The quarter of an audit, named the same way. */
export function auditQuarter({
  quarter,
  dealership,
}: Pick<Audit, 'quarter' | 'dealership'>): string {
  return quarterWords(quarter, dealership);
}

/** What two quarters are called over columns: without their years where that keeps them apart. */
export function columnNames(
  from: Quarter,
  to: Quarter,
): { readonly from: string; readonly to: string } {
  const name = shortQuarter(from) === shortQuarter(to) ? quarterName : shortQuarter;
  return { from: name(from), to: name(to) };
}

/** `Q3 26`: a quarter where columns are many. */
export function narrowQuarter(quarter: Quarter): string {
  return `${shortQuarter(quarter)} ${quarter.slice(2, 4)}`;
}
