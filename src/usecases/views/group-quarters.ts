import { UserError } from '../../core/errors.js';
import type { BusinessYear, Quarter } from '../../core/quarter.js';
import { CALENDAR_YEAR, calendarQuarter, isSameYear, quarterIn } from '../../core/quarter.js';
import { visibleLine } from '../../core/text.js';
import type { SealedScore } from '../../storage/kept-score.js';
import type { Store } from '../../storage/store.js';
import { CHECKUP } from '../../core/words/program.js';

// In which quarter a group stands side by side: business years may call it otherwise.

/** A quarter in which somebody has a sealed audit. */
export interface SomeQuarter extends BusinessYear {
  /** As the audits have it. */
  readonly own: Quarter;
  /** As it is called here; null where its months are those of no calendar quarter. */
  readonly called: Quarter | null;
}

/**
 * All quarters in which somebody of a group has a sealed audit.
 *
 * @param isCalendar whether they are called as the calendar does.
 * @param checklist the id of a checklist where only its audits are meant.
 */
export async function quartersOf(
  store: Store,
  group: string | null,
  isCalendar: boolean,
  checklist?: string,
): Promise<SomeQuarter[]> {
  const all = await store.scores.quarters(group, checklist);
  return all.map(({ quarter: own, ...year }) => ({
    ...year,
    own,
    called: isCalendar ? calendarQuarter(own, year) : own,
  }));
}

/**
 * The quarter that is wanted; the latest when nobody says.
 *
 * @throws UserError where nothing was sealed in it.
 */
export function pickQuarter(
  all: readonly SomeQuarter[],
  wanted: Quarter | undefined,
  checklist: string | undefined,
): Quarter {
  const quarters = [...new Set(all.flatMap(({ called }) => called ?? []))].sort();
  const latest = quarters.at(-1);
  const by = checklist === undefined ? '' : ` by the checklist ${visibleLine(checklist)}`;
  if (latest === undefined) {
    throw new UserError(
      `There is no sealed audit${by} to compare yet.`,
      `Seal one with ${CHECKUP} audit; ${CHECKUP} list shows those there are.`,
    );
  }
  if (wanted === undefined) return latest;
  if (quarters.includes(wanted)) return wanted;
  throw new UserError(
    `There is no sealed audit${by} in ${wanted}.`,
    `There are in: ${quarters.join(', ')}.`,
  );
}

/**
 * The sealed audits of two quarters by their names here; and those of the later one whose months are
 * those of no calendar quarter.
 *
 * @param quarters all there are, whatever the checklist: who was audited by another is named.
 */
export async function sealedIn(
  store: Store,
  group: string | null,
  quarters: readonly SomeQuarter[],
  [before, quarter]: readonly [Quarter, Quarter],
): Promise<{
  readonly sealed: readonly SealedScore[];
  readonly otherwise: readonly SealedScore[];
}> {
  const wanted = quarters.filter(
    ({ own, called, ...year }) =>
      (called ?? quarterIn(own, year, CALENDAR_YEAR)) === quarter || called === before,
  );
  const found = await store.scores.sealed({
    group,
    quarters: [...new Set(wanted.map(({ own }) => own))],
  });
  const sealed: SealedScore[] = [];
  const otherwise: SealedScore[] = [];
  for (const one of found) {
    const there = wanted.find((each) => each.own === one.quarter && isSameYear(each, one));
    if (there === undefined) continue;
    if (there.called === null) otherwise.push(one);
    else if (there.called === one.quarter) sealed.push(one);
    else sealed.push({ ...one, ...CALENDAR_YEAR, yearNamed: undefined, quarter: there.called });
  }
  return { sealed, otherwise };
}
