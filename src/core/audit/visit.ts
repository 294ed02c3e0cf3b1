import * as z from 'zod';
import { once } from '../once.js';
import { strict } from '../schema/strict.js';
import { andList } from '../words/lists.js';

/** A day as it is kept and shown, `2026-09-14`; plain string comparison puts days in order. */
export type Day = string;

/** A visit as it is kept. */
export const visitSchema = once(() =>
  strict({ days: z.array(z.string()).min(1).readonly(), by: z.string(), at: z.string() }),
);

/**
 * The day or days on which an auditor looked, in order and each once, as somebody said at some moment. The
 * latest that was said counts.
 */
export type Visit = Readonly<z.output<ReturnType<typeof visitSchema>>>;

/** A visit takes so many days at most; more is a slip of the keyboard. */
const MOST_DAYS = 92;

const DAY = 24 * 60 * 60_000;

/** Whether a text is a day that there is, such as `2026-09-14`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Reads `2026-09-14`, several days with commas, blanks or “and” between them, `2026-09-14 to 2026-09-18`,
 * `today` and `yesterday`.
 *
 * @param today the day it is where the auditor is.
 * @returns the days in order, each once; or what is wrong with them, in a few words.
 */
export function readDays(
  text: string,
  today: Day,
): { readonly days: readonly Day[] } | { readonly wrong: string } {
  const words = text
    .toLowerCase()
    .replace(/\s+to\s+/g, '~')
    .split(/[\s,;]+|\band\b/)
    .filter((word) => word !== '');
  const days = new Set<Day>();
  for (const word of words) {
    const [first, last = first] = word.split('~').map((one) => named(one, today));
    if (first === undefined || last === undefined || !isDay(first) || !isDay(last)) {
      return { wrong: `${word.replaceAll('~', ' to ')} is no day; write it as ${today}` };
    }
    if (last < first) return { wrong: `${last} comes before ${first}` };
    for (let day = first; day <= last && days.size <= MOST_DAYS; day = shiftDay(day, 1)) {
      days.add(day);
    }
  }
  if (days.size === 0) return { wrong: `a day is needed, such as ${today}` };
  const wrong = whyNotVisited([...days], today);
  return wrong === null ? { days: inOrder(days) } : { wrong };
}

/**
 * Why nobody can have looked on some days, in a few words; null where they can.
 *
 * @param today the day it is where the program runs: it may be tomorrow elsewhere.
 */
export function whyNotVisited(days: readonly Day[], today: Day): string | null {
  if (days.length > MOST_DAYS) return `that is more than ${String(MOST_DAYS)} days`;
  const ahead = days.find((day) => day > shiftDay(today, 1));
  return ahead === undefined ? null : `${ahead} has not come yet`;
}

/** The day of a visit that counts: the latest that was said; null where nobody said. */
export function visitOf({ visits }: { readonly visits: readonly Visit[] }): Visit | null {
  return visits.at(-1) ?? null;
}

/** Whether both are the same days. */
export function sameDays(one: readonly Day[], other: readonly Day[]): boolean {
  return one.length === other.length && one.every((day, index) => day === other[index]);
}

/** `2026-09-14`, `2026-09-14 and 2026-09-16`, `2026-09-14 to 2026-09-18`: three in a row are a run. */
export function daysWords(days: readonly Day[]): string {
  const runs: [Day, ...Day[]][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && shiftDay(run.at(-1) ?? day, 1) === day) run.push(day);
    else runs.push([day]);
  }
  return andList(
    runs.flatMap((run) => {
      const [first, last] = [run[0], run.at(-1) ?? run[0]];
      return run.length < 3 ? run : [`${first} to ${last}`];
    }),
  );
}

/** The days of a visit as an answers file has them: one, or a list. */
export const visitedSchema = once(() =>
  z.union([z.string(), z.array(z.string()).min(1)]).transform((said, context): readonly Day[] => {
    const days = typeof said === 'string' ? [said] : said;
    const wrong = days.find((day) => !isDay(day));
    if (wrong === undefined) return inOrder(new Set(days));
    context.addIssue({
      code: 'custom',
      message: `is not the day or days of a visit (write 2026-09-14, or [2026-09-14, 2026-09-15])`,
    });
    return z.NEVER;
  }),
);

function named(word: string, today: Day): Day {
  if (word === 'today') return today;
  return word === 'yesterday' ? shiftDay(today, -1) : word;
}

function shiftDay(day: Day, by: number): Day {
  return new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
}

function inOrder(days: ReadonlySet<Day>): Day[] {
  return [...days].sort();
}
