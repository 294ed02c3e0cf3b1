/**
 * A moment as it is kept: ISO 8601 in UTC, so that texts are in the order of time, followed by the offset
 * of the place where it happened as RFC 9557 has it: `2026-10-01T03:30:00.000Z[-07:00]`. One without
 * is at UTC, or is older than the program that keeps offsets.
 */
export type Moment = string;

/** A clock's time where the program runs, or a moment that is known as it is kept. */
export type Now = Date | Moment;

const MINUTE = 60_000;

/**
 * A time as it is kept.
 *
 * @param offset minutes east of UTC; those of the place where the program runs when left out.
 */
export function momentOf(now: Now, offset?: number): Moment {
  if (typeof now === 'string') return now;
  const east = offset ?? -now.getTimezoneOffset();
  return east === 0 ? now.toISOString() : `${now.toISOString()}[${printOffset(east)}]`;
}

/** Milliseconds since 1970. */
export function timeOf(moment: Moment): number {
  return Date.parse(utcOf(moment));
}

/** The same moment by the clock of the place where it happened: `2026-09-30T20:30:00.000-07:00`. */
export function localTime(moment: Moment): string {
  const [, sign, hours, minutes] = /\[([+-])(\d\d):(\d\d)\]$/.exec(moment) ?? [];
  if (sign === undefined) return moment;
  const east = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const there = new Date(timeOf(moment) + east * MINUTE).toISOString();
  return `${there.slice(0, -1)}${printOffset(east)}`;
}

/** The day of a moment where it happened: `2026-09-30`. */
export function dayOf(moment: Moment): string {
  return localTime(moment).slice(0, 10);
}

function utcOf(moment: Moment): string {
  return moment.replace(/\[.*$/, '');
}

function printOffset(east: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(east) / 60), Math.abs(east) % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${east < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}
