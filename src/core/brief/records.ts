import type { Order, Stop } from '../audit/route.js';
import type { Item } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import { stepName } from '../checklist/naming.js';
import type { Draw } from '../draw/draw.js';
import { drawFor } from '../draw/draw.js';

/** How many of what. */
export interface Wanted {
  readonly number: number;
  readonly unit: string;
}

/** What to ask for before one item can be answered. */
export interface RecordWanted {
  readonly item: Item;
  /** Null for an item that isn't counted in records or cases. */
  readonly wanted: Wanted | null;
  /** The draw that counts for it; null where there is none yet. */
  readonly draw: Draw | null;
}

/** One place on the way, a step or a department: behind which door what is asked for. */
export interface Door {
  /** The step's number; null for a department. */
  readonly number: number | null;
  readonly title: string;
  readonly records: readonly RecordWanted[];
  /** What is watched, asked or tried there and needs nothing prepared. */
  readonly onTheSpot: readonly Item[];
}

/**
 * Words by which a guidance speaks of something written down that somebody has to look up, not of
 * watching or asking. Our own list; a checklist in another language just shows fewer lines.
 */
const NAMES_RECORD =
  /\b(?:records?|recorded|recordings?|reports?|logs?|lists?|exports?|files?|charts?|diaries|diary|notes|sheets?|boards?|budgets?|calendars?|schedulers?|checklists?|messages|jackets?|rules?|pages?|data|alerts?|systems?|CRM|DMS|ROs?|VIN)\b/i;

/** Whether the guidance of an item names something written down. */
export function namesRecord({ verify = '' }: Item): boolean {
  return NAMES_RECORD.test(verify);
}

/** How many of what an item asks for; null where it isn't counted in records or cases. */
export function wantedFor(item: Item): Wanted | null {
  const widget = kindOf(item).widget(item);
  if (widget.widget === 'count') return { number: widget.of, unit: widget.unit };
  if (widget.widget === 'cases') return { number: widget.draw, unit: widget.unit };
  return null;
}

/**
 * The doors on a way through an audit, in its order. To ask for is every item that is counted in
 * records or cases, has some drawn, or whose guidance names a record.
 *
 * @param by the order that `stops` are in.
 */
export function doorsOn(stops: readonly Stop[], by: Order, draws: readonly Draw[]): Door[] {
  const doors = new Map<string, Door & { records: RecordWanted[]; onTheSpot: Item[] }>();
  for (const { item, step, stepNumber, department } of stops) {
    const wanted = wantedFor(item);
    const draw = drawFor(draws, item.id);
    const [id, number, title] =
      by === 'step'
        ? [step.id, stepNumber, stepName(step)]
        : [department.id, null, department.title];
    const door = doors.get(id) ?? { number, title, records: [], onTheSpot: [] };
    if (wanted === null && draw === null && !namesRecord(item)) door.onTheSpot.push(item);
    else door.records.push({ item, wanted, draw });
    doors.set(id, door);
  }
  return [...doors.values()];
}
