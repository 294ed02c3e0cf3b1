import type { Checklist, Item } from '../checklist/checklist.js';
import { isSameDefinition } from '../checklist/definition.js';
import type { AuditResult } from '../score/score.js';
import { hasFailedCritical } from '../score/limits.js';
import { byCodeUnits } from '../text.js';
import { isShort } from './persistent.js';
import { plainMean } from './quartiles.js';

/** One dealership's audit among those of a group. */
export interface House {
  readonly name: string;
  readonly slug: string;
  readonly result: AuditResult;
}

/** An item in one house. */
export interface HouseShare {
  readonly name: string;
  readonly slug: string;
  /** 0 to 1. */
  readonly share: number;
  readonly failedCritical: boolean;
}

/** An item that is short in at least half of the houses. */
export interface CommonShortfall {
  readonly item: Item;
  /** The id of its step. */
  readonly step: string;
  /** Every house that scored it by the same definition, the lowest first. */
  readonly houses: readonly HouseShare[];
  /** In how many of them it is short. */
  readonly short: number;
  readonly mean: number;
}

/** Among fewer houses nothing is common. */
const FEWEST = 2;

/**
 * What falls short in most houses: items under 60 in at least half of those that scored them, and in
 * two at least. The most widespread first, then the lowest mean.
 *
 * @param checklist whose definitions count: an item that an older version defines otherwise says nothing.
 */
export function commonShortfalls(
  houses: readonly House[],
  checklist: Checklist,
): CommonShortfall[] {
  const found = new Map<string, HouseShare[]>();
  const listed = new Map(
    checklist.steps.flatMap((step) => step.items.map((item) => [item.id, { item, step: step.id }])),
  );
  for (const { name, slug, result } of houses) {
    for (const one of result.steps.flatMap(({ items }) => items)) {
      const known = listed.get(one.item.id);
      if (one.share === null || known === undefined) continue;
      if (!isSameDefinition(one.item, known.item)) continue;
      const failedCritical = hasFailedCritical(one, result.checklist);
      const all = found.get(one.item.id) ?? [];
      all.push({ name, slug, share: one.share, failedCritical });
      found.set(one.item.id, all);
    }
  }
  return [...listed.values()]
    .flatMap(({ item, step }): CommonShortfall[] => {
      const all = found.get(item.id) ?? [];
      const short = all.filter(({ share }) => isShort(share)).length;
      if (short < FEWEST || short * 2 < all.length) return [];
      const mean = plainMean(all.map(({ share }) => share)) ?? 0;
      return [{ item, step, houses: all.sort(byShare), short, mean }];
    })
    .sort((a, b) => b.short / b.houses.length - a.short / a.houses.length || a.mean - b.mean);
}

function byShare(a: HouseShare, b: HouseShare): number {
  return a.share - b.share || byCodeUnits(a.slug, b.slug);
}
