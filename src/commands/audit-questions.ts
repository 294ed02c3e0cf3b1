import type { App } from '../app.js';
import { whyNoName } from '../core/names.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { askedItems } from '../core/checklist/checklist.js';
import type { Quarter } from '../core/quarter.js';
import { MONTHS, monthsOf, parseQuarter, quarterOf, shiftQuarter } from '../core/quarter.js';
import { builtInChecklists, findChecklist, isPath } from '../files/built-in.js';
import { requireChecklist } from '../files/checklist-files.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import { quarterFrom, requireAsk } from './select.js';

// What `checkup audit` asks before the walk when no flag or file has said it.

/** The quarter of an audit: today's is proposed first. */
export async function askQuarter(
  app: App,
  yearStarts: number,
  audits: readonly AuditSummary[],
  open: readonly AuditSummary[],
): Promise<Quarter> {
  const ask = requireAsk(
    app,
    open.length === 0 ? 'No audit is open' : 'Several audits are open',
    '--quarter, such as --quarter 2026-Q3',
  );
  const today = quarterOf(app.now(), yearStarts);
  const state = (quarter: Quarter): string => {
    const there = audits.find((audit) => audit.quarter === quarter);
    return there === undefined ? '' : there.seal === null ? ' (open)' : ' (sealed)';
  };
  const isSealed = audits.some((audit) => audit.quarter === today && audit.seal !== null);
  const proposed = [
    ...new Set([
      // Today's is done: the next one is what is left to prepare.
      ...(isSealed ? [shiftQuarter(today, 1)] : []),
      today,
      shiftQuarter(today, -1),
      ...open.map((one) => one.quarter),
    ]),
  ];
  const picked = await ask.choose<Quarter | null>('Which quarter?', [
    ...proposed.map((quarter) => ({
      name: `${quarter}, ${monthsOf(quarter, yearStarts)}${state(quarter)}`,
      value: quarter,
    })),
    { name: 'Another one', value: null },
  ]);
  if (picked !== null) return picked;
  const typed = quarterFrom(
    await ask.text('Quarter, such as 2026-Q3', {
      refuse: (line) => (parseQuarter(line) === null ? 'Write it as 2026-Q3.' : null),
    }),
  );
  const isNear = typed >= shiftQuarter(today, -8) && typed <= shiftQuarter(today, 1);
  const sure =
    isNear ||
    (await ask.confirm(`${typed}, ${monthsOf(typed, yearStarts)}: is that right?`, false));
  return sure ? typed : askQuarter(app, yearStarts, audits, open);
}

/** The name of a known dealership, or of a new one. */
export async function askDealership(app: App, all: readonly StoredDealership[]): Promise<string> {
  const ask = requireAsk(
    app,
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
  return ask.text('Name of the dealership', {
    refuse: whyNoName,
  });
}

/** The first month of a new dealership's business year. */
export async function askYearStart(app: App): Promise<number> {
  const ask = requireAsk(app, 'The first month of the business year is missing', '--year-starts');
  if (await ask.confirm('Does its business year start in January?', true)) return 1;
  return ask.choose(
    'In which month does it start?',
    MONTHS.map((name, index) => ({ name, value: index + 1 })),
  );
}

/** The checklist with an id or at a path. */
export async function loadWanted(app: App, wanted: string): Promise<Checklist> {
  return requireChecklist(
    await findChecklist(wanted, app.paths.checklists, (path) => app.paths.resolve(path)),
  );
}

/** The checklist at a path; an id may also mean one that an audit has kept, so it is looked up later. */
export async function givenChecklist(
  app: App,
  wanted: string | undefined,
): Promise<Checklist | null> {
  if (wanted === undefined) return null;
  const isPlace = await isPath(wanted, app.paths.checklists, (path) => app.paths.resolve(path));
  return isPlace ? loadWanted(app, wanted) : null;
}

/** The id of one of the checklists that come along. */
export async function askChecklist(app: App): Promise<string> {
  const ask = requireAsk(app, 'No checklist is named', '--checklist ID');
  const ids = await builtInChecklists(app.paths.checklists);
  const titles = await Promise.all(
    ids.map(async (id) => {
      const checklist = await loadWanted(app, id);
      const items = askedItems(checklist, 'full').length;
      return { name: `${checklist.title} (${id}, ${String(items)} items)`, value: id };
    }),
  );
  return ask.choose('Which checklist?', titles);
}

/** Core or full. */
export async function askScope(app: App, checklist: Checklist): Promise<Scope> {
  const ask = requireAsk(app, 'The scope is missing', '--full for all items');
  const number = (scope: Scope): string => String(askedItems(checklist, scope).length);
  return ask.choose<Scope>('Which scope?', [
    { name: `core: the ${number('core')} items that matter most`, value: 'core' },
    { name: `full: all ${number('full')} items`, value: 'full' },
  ]);
}
