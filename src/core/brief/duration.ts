import type { Audit } from '../audit/audit.js';
import type { Item } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import { timeOf } from '../moment.js';

/**
 * Minutes that an item takes, by what it asks for. Our own estimate, measured nowhere: set so that
 * the core of quarterly-checkup comes out at about two auditor days of seven hours, and the core of
 * quick-checkup at half an hour. A few records are picked up on the spot; more of them have to be
 * pulled from a system and followed one by one.
 */
const MINUTES = {
  keys: 1,
  number: 3,
  text: 2,
  /** For each thing to tick. */
  ticks: 0.25,
  /** For each record. */
  count: { few: 0.5, many: 1.5 },
  /** For each case. */
  cases: { few: 1, many: 10 },
} as const;

/** Up to so many records or cases are few: they are picked up on the spot. */
export const FEW = 5;

/** The working hours that an auditor has in a day. Our own. */
export const DAY_HOURS = 7;

function each(number: number, { few, many }: { readonly few: number; readonly many: number }) {
  return number * (number <= FEW ? few : many);
}

/** About how many minutes an item takes, records pulled and all. */
function minutesOf(item: Item): number {
  const widget = kindOf(item).widget(item);
  switch (widget.widget) {
    case 'count':
      return each(widget.of, MINUTES.count);
    case 'cases':
      return each(widget.draw, MINUTES.cases);
    case 'ticks':
      return widget.options.length * MINUTES.ticks;
    default:
      return MINUTES[widget.widget];
  }
}

/** About how many minutes some items take, records pulled and all. */
export function estimatedMinutes(items: readonly Item[]): number {
  return items.reduce((total, item) => total + minutesOf(item), 0);
}

/** A gap from which on the auditor was doing something else. In minutes. */
export const PAUSE = 30;

/** Less than this says nothing about a check-up. In minutes. */
const LEAST = 5;

/**
 * How many minutes somebody was at an audit, by the times of its answers: the sum of the gaps
 * shorter than a pause. Null where the times say nothing: when most items were first answered at one
 * moment with others, as a file's are, whatever was corrected later; or all within a few minutes.
 */
export function recordedMinutes(audit: Audit): number | null {
  const first = audit.revisions.filter(({ revision }) => revision === 1).map(({ at }) => at);
  const times = new Map<string, number>();
  for (const at of first) times.set(at, (times.get(at) ?? 0) + 1);
  const together = first.filter((at) => times.get(at) !== 1);
  if (together.length * 2 > first.length) return null;
  const moments = audit.revisions.map(({ at }) => timeOf(at)).sort((a, b) => a - b);
  const minutes = moments
    .map((moment, index) => (moment - (moments[index - 1] ?? moment)) / 60_000)
    .filter((gap) => gap < PAUSE)
    .reduce((total, gap) => total + gap, 0);
  return minutes < LEAST ? null : minutes;
}
