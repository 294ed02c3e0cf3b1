import { SAME_SHARE } from '../score/uncertainty.js';
import type { ItemResult } from '../score/score.js';
import { itemsOf } from './trend-items.js';
import type { TrendAudit } from './trend-slots.js';

/** Under this score, 0 to 100, an item counts as short wherever several audits are looked at. */
export const SHORT = 60;

/** Whether a share, 0 to 1, is short; what was not scored isn't. */
export function isShort(share: number | null): boolean {
  return share !== null && share < SHORT / 100 - SAME_SHARE;
}

/** An item that stayed short. */
export interface PersistentItem {
  /** What became of it in the last audit. */
  readonly last: ItemResult;
  /** In how many audits it was short. */
  readonly times: number;
  /** In how many it was scored. */
  readonly scored: number;
}

/** The items that stayed short over several audits. */
export interface Persistent {
  /** In how many audits at least. */
  readonly least: number;
  /** Of how many. */
  readonly of: number;
  /**
   * Those that are short still before those that aren't any more, each the most often first, then
   * the lowest in the last audit; only items that the last one asked.
   */
  readonly items: readonly PersistentItem[];
}

/** The items of the last audit that were short in half of the audits, and in two at least. */
export function persistentShort(audits: readonly TrendAudit[], last: TrendAudit): Persistent {
  const least = Math.max(2, Math.ceil(audits.length / 2));
  const shares = new Map<string, number[]>();
  for (const { item, share } of audits.flatMap(itemsOf)) {
    if (share === null) continue;
    const all = shares.get(item.id);
    if (all === undefined) shares.set(item.id, [share]);
    else all.push(share);
  }
  const items = itemsOf(last)
    .map((one): PersistentItem => {
      const all = shares.get(one.item.id) ?? [];
      return { last: one, times: all.filter(isShort).length, scored: all.length };
    })
    .filter(({ times }) => times >= least)
    .sort(
      (a, b) =>
        Number(isShort(b.last.share)) - Number(isShort(a.last.share)) ||
        b.times - a.times ||
        (a.last.share ?? 1) - (b.last.share ?? 1),
    );
  return { least, of: audits.length, items };
}
