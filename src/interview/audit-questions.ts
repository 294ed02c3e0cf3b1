import type { Asked, LastTime } from '../core/audit/last-time.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { askedItems } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { whyNoName } from '../core/names.js';
import type { BusinessYear, Quarter } from '../core/quarter.js';
import {
  hasBegun,
  monthsOf,
  oddityOf,
  parseQuarter,
  quarterOf,
  shiftQuarter,
} from '../core/quarter.js';
import { count } from '../core/words/numbers.js';
import type { Ask } from './ask.js';
import { requireAsk } from './choose.js';
import type { Named } from './name-questions.js';
import { askDealership, askIsNew, askWhom, askYear } from './name-questions.js';
import type { Canvas } from './terminal.js';
import { estimatedMinutes } from '../core/brief/duration.js';
import { aboutHours } from '../core/words/time.js';

// What is asked before the walk when nobody has said it yet. Each of them is an error that says what
// to give instead where there is nobody to ask.

/** Who is asked, and when. */
interface Asking {
  readonly ask: Ask | null;
  readonly now: () => Date;
  /** The name of the person at the keyboard; '' where it isn't known. */
  readonly user: string;
  /** Breaks a text at the screen's edge. */
  readonly wrap: Canvas['wrap'];
}

/** An audit of the dealership. */
interface SomeAudit {
  readonly quarter: Quarter;
  /** Null while it is open. */
  readonly seal: object | null;
}

/** The questions about an audit that is to be started or gone on with. */
export function auditQuestions({ ask, now, user, wrap }: Asking) {
  return {
    canAsk: ask !== null,
    dealership: (known: readonly Named[]) => askDealership(ask, known),
    isNew: (name: string, meant: string | null) => askIsNew(ask, name, meant),
    whom: (name: string, near: string) => askWhom(ask, name, near),
    year: () => askYear(ask, now()),
    quarter: (year: BusinessYear, audits: readonly SomeAudit[], open: readonly SomeAudit[]) =>
      askQuarter(ask, now(), year, audits, open),
    isThatQuarter: (quarter: Quarter, year: BusinessYear, oddity: 'ahead' | 'past') =>
      askIsThatQuarter(ask, quarter, year, oddity),
    checklist: (all: readonly Checklist[], last: LastTime | null) => askChecklist(ask, all, last),
    scope: (checklist: Checklist, last: LastTime | null) => askScope(ask, checklist, last),
    auditor: (last: LastTime | null) => askAuditor(ask, last?.auditor ?? user),
    isMeant: (now: Asked, last: LastTime) => askIsMeant({ ask, wrap }, now, last),
  };
}

/** The quarter of an audit: today's is proposed first. */
async function askQuarter(
  asking: Ask | null,
  now: Date,
  year: BusinessYear,
  audits: readonly SomeAudit[],
  open: readonly SomeAudit[],
): Promise<Quarter> {
  const ask = requireAsk(
    asking,
    open.length === 0 ? 'No audit is open' : 'Several audits are open',
    '--quarter, such as --quarter 2026-Q3',
  );
  const today = quarterOf(now, year);
  const state = (quarter: Quarter): string => {
    const there = audits.find((audit) => audit.quarter === quarter);
    if (there === undefined) return hasBegun(quarter, now, year) ? '' : ' (has not begun)';
    return there.seal === null ? ' (open)' : ' (sealed)';
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
      name: `${quarter}, ${monthsOf(quarter, year)}${state(quarter)}`,
      value: quarter,
    })),
    { name: 'Another one', value: null },
  ]);
  if (picked !== null) return picked;
  const typed = await askTyped(ask);
  const oddity = oddityOf(typed, now, year);
  const sure = oddity === null || (await askIsThatQuarter(ask, typed, year, oddity));
  return sure ? typed : askQuarter(ask, now, year, audits, open);
}

/** Whether an audit of a quarter is meant that hasn't begun, or lies more than a year back. */
async function askIsThatQuarter(
  ask: Ask | null,
  quarter: Quarter,
  year: BusinessYear,
  oddity: 'ahead' | 'past',
): Promise<boolean> {
  const what = oddity === 'ahead' ? 'has not begun' : 'lies more than a year back';
  const fact = `${quarter}, ${monthsOf(quarter, year)}, ${what}.`;
  if (ask !== null) return ask.confirm(`${fact} Start its audit?`, false);
  throw new UserError(
    fact,
    `Check the quarter, or give --${oddity} to start its audit all the same.`,
  );
}

async function askTyped(ask: Ask): Promise<Quarter> {
  const form = 'Write it as 2026-Q3.';
  const text = await ask.text('Quarter, such as 2026-Q3', {
    refuse: (line) => (parseQuarter(line) === null ? form : null),
  });
  const quarter = parseQuarter(text);
  if (quarter === null) throw new UserError(`${text} is not a quarter.`, form);
  return quarter;
}

/** One of some checklists: what was used last is marked so. */
async function askChecklist(
  asking: Ask | null,
  all: readonly Checklist[],
  last: LastTime | null,
): Promise<Checklist> {
  const ask = requireAsk(asking, 'No checklist is named', '--checklist ID');
  return ask.choose(
    'Which checklist?',
    all.map((checklist) => {
      const { title, id } = checklist;
      const items = askedItems(checklist, 'full').length;
      const mark = id === last?.checklist.id ? asIn(last) : '';
      const took = `, ${timeWords(checklist, last?.checklist.id === id ? last.scope : 'core', last)}`;
      // A copy may bear the title of what it was copied from; the line has to fit 80 columns.
      const isAlone = all.filter((one) => one.title === title).length === 1;
      const name = isAlone ? title : `${title} (${id})`;
      return { name: `${name}, ${count(items, 'item')}${took}${mark}`, value: checklist };
    }),
  );
}

/** How long it takes: as the last one did where its times tell, else by our own estimate. */
function timeWords(checklist: Checklist, scope: Scope, last: LastTime | null): string {
  const isSame = last?.checklist.id === checklist.id && last.scope === scope;
  const took = isSame ? last.minutes : null;
  return aboutHours(took ?? estimatedMinutes(askedItems(checklist, scope)));
}

/** `, as in 2026-Q2`. */
function asIn({ quarter }: LastTime): string {
  return `, as in ${quarter}`;
}

/** Core or full, first what it was last time by the same checklist. */
async function askScope(
  asking: Ask | null,
  checklist: Checklist,
  last: LastTime | null,
): Promise<Scope> {
  const ask = requireAsk(asking, 'The scope is missing', '--full for all items');
  const number = (scope: Scope): string => String(askedItems(checklist, scope).length);
  const before = last?.checklist.id === checklist.id ? last : null;
  const choice = (scope: Scope, words: string) => ({
    name: `${scope}: ${words}, ${timeWords(checklist, scope, before)}${before?.scope === scope ? asIn(before) : ''}`,
    value: scope,
  });
  const choices = [
    choice('core', `the ${number('core')} items that matter most`),
    choice('full', `all ${number('full')} items`),
  ];
  return ask.choose('Which scope?', before?.scope === 'full' ? choices.reverse() : choices);
}

/**
 * Whether it is meant that an audit asks something else than last time, which is said before it counts;
 * yes where it asks the same, or nobody can be asked.
 */
async function askIsMeant(
  { ask, wrap }: Pick<Asking, 'ask' | 'wrap'>,
  now: Asked,
  last: LastTime,
): Promise<boolean> {
  const isOther = now.checklist.id !== last.checklist.id;
  if (ask === null || (!isOther && now.scope === last.scope)) return true;
  const idOf = ({ checklist, scope }: Asked): string => `${checklist.id}, ${scope}`;
  const lost = isOther
    ? 'the two quarters cannot be compared'
    : 'only the items asked in both can be compared';
  ask.show(wrap(`${last.quarter} was ${idOf(last)}. With ${idOf(now)} this time, ${lost}.`));
  return ask.confirm('Is that meant?', false);
}

/** Who gives the answers. */
async function askAuditor(asking: Ask | null, preset: string): Promise<string> {
  const ask = requireAsk(asking, 'Nobody is named as auditor', '--auditor NAME');
  const proposed = preset === '' ? {} : { preset };
  return ask.text('Who is auditing?', { refuse: whyNoName, ...proposed });
}
