import { UserError } from '../core/errors.js';
import { whyNoName } from '../core/names.js';
import { MONTHS } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';
import type { Ask } from './ask.js';
import { requireAsk } from './choose.js';

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
      'Give that name with --dealership; if the other is new, add it first with checkup dealership add.',
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

/** The first month of a new dealership's business year. */
export async function askYearStart(asking: Ask | null): Promise<number> {
  const missing = 'The first month of the business year is missing';
  const ask = requireAsk(asking, missing, '--year-starts');
  if (await ask.confirm('Does its business year start in January?', true)) return 1;
  return ask.choose(
    'In which month does it start?',
    MONTHS.map((name, index) => ({ name, value: index + 1 })),
  );
}
