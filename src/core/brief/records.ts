import type { Order, Stop } from '../audit/route.js';
import type { Item } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import type { Draw } from '../draw/draw.js';
import { drawFor } from '../draw/draw.js';

/** What to ask for before one item can be answered. */
export interface RecordWanted {
  readonly item: Item;
  /** How many of what; null for an item that isn't counted in records or cases. */
  readonly wanted: { readonly number: number; readonly unit: string } | null;
  /** The draw that counts for it; null where there is none yet. */
  readonly draw: Draw | null;
}

/** What to ask for in one place on the way: a step, or a department. */
export interface RecordGroup {
  /** The step's number; null for a department. */
  readonly number: number | null;
  readonly title: string;
  readonly records: readonly RecordWanted[];
}

/**
 * Words by which a guidance speaks of something written down that somebody has to look up, not of
 * watching or asking. Our own list; a checklist in another language just shows fewer lines.
 */
const NAMES_RECORD =
  /\b(?:records?|recorded|recordings?|reports?|logs?|lists?|exports?|files?|charts?|diaries|diary|notes|sheets?|boards?|budgets?|calendars?|schedulers?|checklists?|messages|jackets?|rules?|pages?|data|alerts?|systems?|CRM|DMS|ROs?|VIN)\b/i;

/**
 * The records to ask for on a way through an audit, in its order: every item that is counted in
 * records or cases, has some drawn, or whose guidance names a record. Places without any are left
 * out.
 *
 * @param by the order that `stops` are in.
 */
export function recordsOn(
  stops: readonly Stop[],
  by: Order,
  draws: readonly Draw[],
): RecordGroup[] {
  const groups = new Map<
    string,
    { number: number | null; title: string; records: RecordWanted[] }
  >();
  for (const { item, step, stepNumber, department } of stops) {
    const wanted = kindOf(item).asksFor(item);
    const draw = drawFor(draws, item.id);
    if (wanted === null && draw === null && !NAMES_RECORD.test(item.verify ?? '')) continue;
    const [id, number, title] =
      by === 'step' ? [step.id, stepNumber, step.title] : [department.id, null, department.title];
    const group = groups.get(id) ?? { number, title, records: [] };
    group.records.push({ item, wanted, draw });
    groups.set(id, group);
  }
  return [...groups.values()];
}
