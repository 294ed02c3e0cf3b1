import type { Audit } from '../../core/audit/audit.js';
import type { Quarter } from '../../core/quarter.js';
import { monthsOf, quarterName, shortQuarter } from '../../core/quarter.js';

/** `Q3 2026` on a page, with its months where the business year doesn't start in January. */
export function quarterWords(quarter: Quarter, yearStarts: number): string {
  const name = quarterName(quarter);
  return yearStarts === 1 ? name : `${name} (${monthsOf(quarter, yearStarts)})`;
}

/** The quarter of an audit, named the same way. */
export function auditQuarter({
  quarter,
  dealership,
}: Pick<Audit, 'quarter' | 'dealership'>): string {
  return quarterWords(quarter, dealership.yearStarts);
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
