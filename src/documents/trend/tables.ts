import { nameOf, stepName } from '../../core/checklist/naming.js';
import type { TrendLine } from '../../core/compare/trend-line.js';
import type { Quarter } from '../../core/quarter.js';
import type { DataTable } from '../tree.js';
import { score } from '../words/figures.js';
import type { TrendView } from './view.js';

/** A trend as rows: audits, scores of the whole and of every step, and items. */
export function trendTables(view: TrendView): DataTable[] {
  return [audits(view), scores(view), items(view)];
}

function audits({ trend, seals }: TrendView): DataTable {
  return {
    name: 'audits',
    columns: [
      'quarter',
      'checklist_version',
      'scope',
      'coverage',
      'band',
      'changed',
      'seal',
      'seal_holds',
    ],
    rows: trend.slots.flatMap((slot) => {
      if (slot.kind === 'gap') return [];
      const { result, broke, quarter } = slot;
      const seal = seals.find((one) => one.quarter === quarter);
      return [
        [
          quarter,
          result.checklist.version,
          result.scope,
          result.coverage,
          result.band?.name ?? null,
          broke !== null,
          seal?.seal?.hash ?? null,
          seal?.sealHolds ?? null,
        ],
      ];
    }),
  };
}

function scores({ trend }: TrendView): DataTable {
  const rows = (id: string | null, name: string, { points }: TrendLine): DataTable['rows'] =>
    trend.slots.flatMap((slot, i) => {
      const point = points[i] ?? null;
      if (slot.kind === 'gap' || point === null) return [];
      const { share, interval, change, likeForLike } = point;
      return [
        [
          slot.quarter,
          id,
          name,
          score(share),
          score(interval?.lower ?? null),
          score(interval?.upper ?? null),
          score(change),
          score(likeForLike?.value ?? null),
          score(likeForLike?.change?.difference ?? null),
          likeForLike?.verdict ?? null,
        ],
      ];
    });
  return {
    name: 'scores',
    columns: [
      'quarter',
      'step',
      'name',
      'score',
      'lower',
      'upper',
      'change',
      'like_for_like',
      'like_for_like_change',
      'verdict',
    ],
    rows: [
      ...rows(null, 'Overall', trend.overall),
      ...trend.steps.flatMap((line) => rows(line.step.id, stepName(line.step), line)),
    ],
  };
}

function items({ trend }: TrendView): DataTable {
  const rowsOf = (quarter: Quarter, index: number): DataTable['rows'] =>
    trend.items.flatMap(({ item, points }) => {
      const point = points[index] ?? null;
      if (point === null) return [];
      const { share, interval, change } = point;
      return [
        [
          quarter,
          item.id,
          nameOf(item),
          score(share),
          score(interval?.lower ?? null),
          score(interval?.upper ?? null),
          change?.tag ?? null,
        ],
      ];
    });
  return {
    name: 'items',
    columns: ['quarter', 'item', 'name', 'score', 'lower', 'upper', 'change'],
    rows: trend.slots.flatMap((slot, i) => (slot.kind === 'gap' ? [] : rowsOf(slot.quarter, i))),
  };
}
