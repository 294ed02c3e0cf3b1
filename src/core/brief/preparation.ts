import type { Stop } from '../audit/route.js';
import type { Item } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import type { Draw } from '../draw/draw.js';
import { drawFor } from '../draw/draw.js';
import type { Wanted } from './records.js';
import { namesRecord, wantedFor } from './records.js';
import { FEW } from './duration.js';

/** What has to be done about some items before the auditor goes in, the most urgent first. */
export const ERRANDS = ['send', 'cases', 'lists', 'exports'] as const;

/**
 * `send`: something that has to be under way already; `cases`: the names of customers to follow;
 * `lists`: what to draw records from; `exports`: figures that a system has to give.
 */
export type Errand = (typeof ERRANDS)[number];

/** One errand, and the items that it is for. */
export interface Preparation {
  readonly errand: Errand;
  /** In the order of the walk. */
  readonly items: readonly { readonly item: Item; readonly wanted: Wanted | null }[];
}

/**
 * What to send and to ask for before going in. What is drawn already needs no list any more.
 *
 * @param stops what is still to be answered, in the order of the walk.
 */
export function preparationsFor(stops: readonly Stop[], draws: readonly Draw[]): Preparation[] {
  const needed = stops.flatMap(({ item }) => {
    const errand = errandFor(item, draws);
    return errand === null ? [] : [{ errand, item, wanted: wantedFor(item) }];
  });
  return ERRANDS.flatMap((errand) => {
    const items = needed
      .filter((one) => one.errand === errand)
      .map(({ item, wanted }) => ({ item, wanted }));
    return items.length === 0 ? [] : [{ errand, items }];
  });
}

function errandFor(item: Item, draws: readonly Draw[]): Errand | null {
  if (item.ahead !== undefined) return 'send';
  if (drawFor(draws, item.id) !== null) return null;
  const widget = kindOf(item).widget(item);
  // A few are picked up on the spot.
  if (widget.widget === 'cases') return widget.draw <= FEW ? null : 'cases';
  if (!namesRecord(item)) return null;
  if (widget.widget === 'count') return widget.of <= FEW ? null : 'lists';
  return widget.widget === 'number' ? 'exports' : null;
}
