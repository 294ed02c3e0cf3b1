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

/** A business year: quarters are counted from its start, and called after it. */
export interface BusinessYear {
  /** The month in which it starts, 1 to 12. */
  readonly yearStarts: number;
  /** By which calendar year one that lies in two is named: by the last unless it says so. */
  readonly yearNamed?: 'first' | undefined;
}

/** The calendar's own. */
export const CALENDAR_YEAR: BusinessYear = { yearStarts: 1 };

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

/** Months from the first one of the year 0 to the first one of the quarter 0-Q1 of a business year. */
function lead({ yearStarts, yearNamed }: BusinessYear): number {
  return yearStarts - 1 - (yearStarts === 1 || yearNamed === 'first' ? 0 : 12);
}

/** Months from the first one of the year 0 to the first one of a quarter. */
function firstMonth(quarter: Quarter, year: BusinessYear): number {
  return indexOf(quarter) * 3 + lead(year);
}

/** The quarter of a business year in which a month lies. */
function quarterWith(month: number, year: BusinessYear): Quarter {
  const index = Math.floor((month - lead(year)) / 3);
  return printQuarter(Math.floor(index / 4), (index % 4) + 1);
}

/** The quarter a day falls in, by the local calendar. */
export function quarterOf(day: Date, year: BusinessYear): Quarter {
  return quarterWith(day.getFullYear() * 12 + day.getMonth(), year);
}

/** Whether quarters of two business years are the same months under the same names. */
export function isSameYear(one: BusinessYear, other: BusinessYear): boolean {
  return lead(one) === lead(other);
}

/** The quarter of another business year in which the first month of a quarter lies. */
export function quarterIn(quarter: Quarter, year: BusinessYear, other: BusinessYear): Quarter {
  return quarterWith(firstMonth(quarter, year), other);
}

/** The calendar quarter that has the months of a quarter; null where none has. */
export function calendarQuarter(quarter: Quarter, year: BusinessYear): Quarter | null {
  const first = firstMonth(quarter, year);
  return first % 3 === 0 ? quarterWith(first, CALENDAR_YEAR) : null;
}

/** Whether a quarter has begun on a day. */
export function hasBegun(quarter: Quarter, day: Date, year: BusinessYear): boolean {
  return quarter <= quarterOf(day, year);
}

/**
 * How a quarter differs from those that are audited: it has not begun, or lies more than a year back.
 * Null for none of both.
 */
export function oddityOf(quarter: Quarter, day: Date, year: BusinessYear): 'ahead' | 'past' | null {
  if (!hasBegun(quarter, day, year)) return 'ahead';
  return quarter < shiftQuarter(quarterOf(day, year), -4) ? 'past' : null;
}

/** The three months of a quarter, such as `October to December 2026`, or over two years. */
export function monthsOf(quarter: Quarter, year: BusinessYear): string {
  return monthsWords(quarter, year, (name) => name, ' to ');
}

/** The same where there is little room: `Oct–Dec 2026`. */
export function shortMonthsOf(quarter: Quarter, year: BusinessYear): string {
  return monthsWords(quarter, year, (name) => name.slice(0, 3), '–');
}

function monthsWords(
  quarter: Quarter,
  year: BusinessYear,
  print: (name: string) => string,
  to: string,
): string {
  const first = firstMonth(quarter, year);
  const last = first + 2;
  const name = (month: number): string => print(MONTHS[month % 12] ?? '');
  const yearOf = (month: number): string => String(Math.floor(month / 12));
  return yearOf(first) === yearOf(last)
    ? `${name(first)}${to}${name(last)} ${yearOf(last)}`
    : `${name(first)} ${yearOf(first)}${to}${name(last)} ${yearOf(last)}`;
}

/** `Q3 2026`: a quarter as people say it. */
export function quarterName(quarter: Quarter): string {
  return `${shortQuarter(quarter)} ${quarter.slice(0, 4)}`;
}

/** `Q3`, where the year is plain. */
export function shortQuarter(quarter: Quarter): string {
  return quarter.slice(5);
}
