import { meanEstimate } from '../score/mean.js';
import type { Estimate } from '../score/uncertainty.js';
import { differenceOf } from '../score/uncertainty.js';
import type { MemberChange } from './group-member.js';

/** A scored item as it is kept: its share in a sum, and what it takes to find its like. */
export interface KeptItem {
  readonly id: string;
  /** The same exactly where two definitions are. */
  readonly definition: string;
  readonly weight: number;
  readonly share: number;
  readonly variance: number;
}

/** An audit as it is kept. */
export interface KeptAudit {
  readonly share: number | null;
  readonly apart: boolean;
  readonly steps: readonly {
    readonly id: string;
    readonly weight: number;
    readonly items: readonly KeptItem[];
  }[];
}

/**
 * What became of a dealership from one kept audit to a later one: as `compareAudits` has it for the
 * whole, from what is kept alone.
 */
export function keptChange(from: KeptAudit, to: KeptAudit): MemberChange {
  const before = new Map(from.steps.flatMap(({ items }) => items).map((item) => [item.id, item]));
  const side = (of: 'from' | 'to'): Estimate | null =>
    meanEstimate(
      to.steps.map(({ weight, items }) => ({
        weight,
        estimate: meanEstimate(
          items.flatMap((item) => {
            const then = before.get(item.id);
            if (then?.definition !== item.definition) return [];
            const { share, variance } = of === 'from' ? then : item;
            return [{ weight: item.weight, estimate: { share, variance, own: variance } }];
          }),
        ),
      })),
    );
  const [then, now] = [side('from'), side('to')];
  const change = then === null || now === null ? null : differenceOf(then, now);
  return {
    published: {
      from: from.share,
      to: to.share,
      difference: from.share === null || to.share === null ? null : to.share - from.share,
    },
    likeForLike: {
      from: then?.share ?? null,
      to: now?.share ?? null,
      change,
      verdict: from.apart || to.apart ? null : (change?.verdict ?? null),
    },
  };
}
