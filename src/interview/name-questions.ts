import { UserError } from '../core/errors.js';
import { whyNoName } from '../core/names.js';
import type { BusinessYear } from '../core/quarter.js';
import { CALENDAR_YEAR, MONTHS } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';
import type { Ask } from './ask.js';
import { requireAsk } from './choose.js';
import { CHECKUP } from '../core/words/program.js';

/** A dealership that is known. */
export interface Named {
  readonly name: string;
  readonly slug: string;
}

/** The slug of a known dealership, or the name of a new one. */
export async function askDealership(asking: Ask | null, all: readonly Named[]): Promise<string> {
  const ask = requireAsk(
    asking,
    all.length === 0 ? 'No dealership is known yet' : 'Several dealerships are known',
    '--dealership NAME',
  );
  if (all.length > 0) {
    const picked = await ask.choose<string | null>('Which dealership?', [
      ...all.map((one) => ({ name: one.name, value: one.slug })),
      { name: 'Another one', value: null },
    ]);
    if (picked !== null) return picked;
  }
  return ask.text('Name of the dealership', { refuse: whyNoName });
}

/**
 * Whether a name is to become a dealership beside those there are; yes where nobody can be asked.
 *
 * @param meant the one that the name is close to, or null.
 * @throws UserError where it is close to one and nobody can be asked.
 */
export async function askIsNew(
  ask: Ask | null,
  name: string,
  meant: string | null,
): Promise<boolean> {
  if (ask === null && meant !== null) {
    throw new UserError(
      `There is no dealership ${visibleLine(name)}. Did you mean ${visibleLine(meant)}?`,
      `Give that name with --dealership; if the other is new, add it first with ${CHECKUP} dealership add.`,
    );
  }
  if (ask === null) return true;
  const hint = meant === null ? '' : ` ${meant} is known.`;
  return ask.confirm(`${name} is new.${hint} Add it?`, meant === null);
}

/** Who is meant by a new name that is close to one that is known; the new one where nobody can be asked. */
export async function askWhom(ask: Ask | null, name: string, near: string): Promise<string> {
  if (ask === null) return name;
  return ask.choose(`${visibleLine(name)} has not audited before.`, [
    { name: `I mean ${visibleLine(near)}, who has`, value: near },
    { name: `${visibleLine(name)} is somebody else`, value: name },
  ]);
}

/** When the business year of a new dealership starts, and by which calendar year it is named. */
export async function askYear(asking: Ask | null, now: Date): Promise<BusinessYear> {
  const missing = 'The first month of the business year is missing';
  const ask = requireAsk(asking, missing, '--year-starts');
  if (await ask.confirm('Does its business year start in January?', true)) return CALENDAR_YEAR;
  const yearStarts = await ask.choose(
    'In which month does it start?',
    MONTHS.map((name, index) => ({ name, value: index + 1 })),
  );
  if (yearStarts === 1) return CALENDAR_YEAR;
  const started = now.getFullYear();
  const from = `${MONTHS[yearStarts - 1] ?? ''} ${String(started)}`;
  const isFirst = await ask.choose(`What is the year called that starts in ${from}?`, [
    { name: `${String(started + 1)}, by the calendar year in which it ends`, value: false },
    { name: `${String(started)}, by the calendar year in which it starts`, value: true },
  ]);
  return isFirst ? { yearStarts, yearNamed: 'first' } : { yearStarts };
}
