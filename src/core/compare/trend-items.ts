import type { Item } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import { fellShort } from '../findings/findings.js';
import type { Quarter } from '../quarter.js';
import type { ItemResult } from '../score/score.js';
import type { Interval } from '../score/uncertainty.js';
import { intervalOf } from '../score/uncertainty.js';
import type { Change } from './change.js';
import type { TrendAudit, TrendSlot } from './trend-slots.js';

/** What became of an item in one audit that asked it. */
export interface ItemPoint {
  /** 0 to 1; null where it is not scored. */
  readonly share: number | null;
  readonly interval: Interval | null;
  /** Since the audit before; null in the first. */
  readonly change: Change | null;
}

/** An item over time: a point for each slot, null in a gap and where it wasn't asked. */
export interface ItemLine {
  /** As the latest audit that asked it says. */
  readonly item: Item;
  readonly points: readonly (ItemPoint | null)[];
}

/** The items that fell short again and again. */
export interface OftenShort {
  /** In how many audits at least. */
  readonly least: number;
  /** Of how many. */
  readonly of: number;
  /** The most often first, then the lowest in the last audit; only items that the last one asked. */
  readonly items: readonly {
    readonly last: ItemResult;
    readonly times: number;
    /** In how many of the audits it was scored. */
    readonly scored: number;
  }[];
}

/** Every item that one of the audits asked and could score, in the order of the latest. */
export function itemLines(
  slots: readonly TrendSlot[],
  audits: readonly TrendAudit[],
  changesIn: (quarter: Quarter) => readonly Change[],
): ItemLine[] {
  const items = new Map<string, Item>();
  for (const audit of audits.toReversed()) {
    for (const { item } of itemsOf(audit)) {
      if (kindOf(item).scored && !items.has(item.id)) items.set(item.id, item);
    }
  }
  const columns = slots.map((slot) => {
    if (slot.kind === 'gap') return null;
    return {
      results: new Map(itemsOf(slot).map((one) => [one.item.id, one])),
      changes: new Map(changesIn(slot.quarter).map((change) => [change.id, change])),
    };
  });
  return [...items.values()].map((item) => ({
    item,
    points: columns.map((column) => {
      const found = column?.results.get(item.id);
      if (column === null || found === undefined) return null;
      const { share, estimate } = found;
      const interval = estimate === null ? null : intervalOf(estimate);
      return { share, interval, change: column.changes.get(item.id) ?? null };
    }),
  }));
}

/** The items of the last audit that fell short in half of the audits, and in two at least. */
export function oftenShort(audits: readonly TrendAudit[], last: TrendAudit): OftenShort {
  const least = Math.max(2, Math.ceil(audits.length / 2));
  const times = new Map<string, number>();
  const scored = new Map<string, number>();
  for (const audit of audits) {
    for (const { item, share } of itemsOf(audit)) {
      if (share !== null) scored.set(item.id, (scored.get(item.id) ?? 0) + 1);
      if (fellShort(share, audit.result.checklist)) {
        times.set(item.id, (times.get(item.id) ?? 0) + 1);
      }
    }
  }
  const items = itemsOf(last)
    .map((one) => ({
      last: one,
      times: times.get(one.item.id) ?? 0,
      scored: scored.get(one.item.id) ?? 0,
    }))
    .filter((one) => one.times >= least)
    .sort((a, b) => b.times - a.times || (a.last.share ?? 1) - (b.last.share ?? 1));
  return { least, of: audits.length, items };
}

/** All items that an audit asked. */
export function itemsOf({ result }: TrendAudit): ItemResult[] {
  return result.steps.flatMap((step) => step.items);
}
