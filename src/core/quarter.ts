/** A quarter of a business year, `2026-Q3`. Plain string comparison puts quarters in order. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** The twelve months, January first; a business year may start in any of them. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Whether a text is a quarter in the one form that is stored and printed. */
export function isQuarter(text: string): text is Quarter {
  return /^[1-9]\d{3}-Q[1-4]$/.test(text);
}

/** Reads `2026-Q3`, `2026Q3`, `2026 q3` and `Q3 2026`; null for anything else. */
export function parseQuarter(text: string): Quarter | null {
  const match =
    /^\s*(?<year>\d{4})[-\s]?q(?<number>[1-4])\s*$/i.exec(text) ??
    /^\s*q(?<number>[1-4])[-\s]?(?<year>\d{4})\s*$/i.exec(text);
  const written = `${match?.groups?.['year'] ?? ''}-Q${match?.groups?.['number'] ?? ''}`;
  return isQuarter(written) ? written : null;
}

function printQuarter(year: number, number: number): Quarter {
  const text = `${String(year).padStart(4, '0')}-Q${String(number)}`;
  if (!isQuarter(text)) throw new RangeError(`${text} is not a quarter`);
  return text;
}

/** Quarters since the year 0. */
function indexOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
}

/** The quarter `by` quarters later (earlier when negative). */
export function shiftQuarter(quarter: Quarter, by: number): Quarter {
  const index = indexOf(quarter) + by;
  return printQuarter(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
}

/** How many quarters later another quarter is; negative when it is earlier. */
export function quartersFrom(quarter: Quarter, other: Quarter): number {
  return indexOf(other) - indexOf(quarter);
}

/**
 * The quarter a day falls in, by the local calendar.
 *
 * @param yearStarts month (1–12) in which the dealership's business year starts. A business year
 *   that doesn't start in January is named after the calendar year in which it ends.
 */
export function quarterOf(day: Date, yearStarts: number): Quarter {
  const month = day.getMonth() + 1;
  const monthsIn = (month - yearStarts + 12) % 12;
  const startedIn = month < yearStarts ? day.getFullYear() - 1 : day.getFullYear();
  return printQuarter(yearStarts === 1 ? startedIn : startedIn + 1, Math.floor(monthsIn / 3) + 1);
}

/**
 * Whether a quarter has begun on a day.
 *
 * @param yearStarts the first month of the business year, 1 to 12.
 */
export function hasBegun(quarter: Quarter, day: Date, yearStarts: number): boolean {
  return quarter <= quarterOf(day, yearStarts);
}

/**
 * How a quarter differs from those that are audited: it has not begun, or lies more than a year back.
 * Null for none of both.
 *
 * @param yearStarts the first month of the business year, 1 to 12.
 */
export function oddityOf(quarter: Quarter, day: Date, yearStarts: number): 'ahead' | 'past' | null {
  if (!hasBegun(quarter, day, yearStarts)) return 'ahead';
  return quarter < shiftQuarter(quarterOf(day, yearStarts), -4) ? 'past' : null;
}

/** The three months of a quarter, such as `October to December 2026`, or over two years. */
export function monthsOf(quarter: Quarter, yearStarts: number): string {
  const year = Number(quarter.slice(0, 4)) - (yearStarts === 1 ? 0 : 1);
  const first = yearStarts - 1 + (Number(quarter.slice(6)) - 1) * 3;
  const name = (month: number): string => MONTHS[month % 12] ?? '';
  const yearOf = (month: number): string => String(year + Math.floor(month / 12));
  const last = first + 2;
  return yearOf(first) === yearOf(last)
    ? `${name(first)} to ${name(last)} ${yearOf(last)}`
    : `${name(first)} ${yearOf(first)} to ${name(last)} ${yearOf(last)}`;
}

/** `Q3 2026`: a quarter as people say it. */
export function quarterName(quarter: Quarter): string {
  return `${shortQuarter(quarter)} ${quarter.slice(0, 4)}`;
}

/** `Q3`, where the year is plain. */
export function shortQuarter(quarter: Quarter): string {
  return quarter.slice(5);
}
