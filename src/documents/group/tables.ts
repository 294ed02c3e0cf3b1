import { nameOf } from '../../core/checklist/naming.js';
import { isThin } from '../../core/score/limits.js';
import type { DataTable } from '../tree.js';
import { score } from '../words/figures.js';
import type { GroupView } from './view.js';
import { nameOfStep } from '../words/group.js';

/** A group as rows: places, steps, and what fails in most houses. */
export function groupTables(view: GroupView): DataTable[] {
  return [places(view), steps(view), ...common(view)];
}

function places({ comparison, sealOf }: GroupView): DataTable {
  return {
    name: 'places',
    columns: [
      'dealership',
      'slug',
      'position',
      'place',
      'last_place',
      'score',
      'lower',
      'upper',
      'coverage',
      'thin',
      'apart',
      'auditors',
      'before',
      'change',
      'like_for_like',
      'verdict',
      'failed_critical',
      'seal',
    ],
    rows: comparison.rows.map((row) => [
      row.name,
      row.slug,
      row.rank?.position ?? null,
      row.rank?.place ?? null,
      row.rank?.last ?? null,
      score(row.share),
      score(row.lower),
      score(row.upper),
      row.coverage,
      isThin(row),
      row.apart,
      row.auditors.join('; '),
      score(row.change?.published.from ?? null),
      score(row.change?.published.difference ?? null),
      score(row.change?.likeForLike.change?.difference ?? null),
      row.change?.likeForLike.verdict ?? null,
      row.steps.flatMap((step) => step.failedCritical).join(' '),
      sealOf.get(row.slug) ?? null,
    ]),
  };
}

function steps({ comparison, checklist }: GroupView): DataTable {
  return {
    name: 'steps',
    columns: ['dealership', 'slug', 'step', 'name', 'score', 'held', 'against_rest', 'verdict'],
    rows: comparison.rows.flatMap((row) =>
      comparison.steps.map((step, s) => {
        const cell = row.steps[s];
        return [
          row.name,
          row.slug,
          step.id,
          nameOfStep(step, checklist),
          score(cell?.share ?? null),
          cell?.capped ?? false,
          score(cell?.againstRest?.difference ?? null),
          cell?.againstRest?.verdict ?? null,
        ];
      }),
    ),
  };
}

function common({ common: all }: GroupView): DataTable[] {
  if (all === null) return [];
  return [
    {
      name: 'common-shortfalls',
      columns: ['item', 'name', 'step', 'dealership', 'score', 'failed_critical'],
      rows: all.flatMap(({ item, step, houses }) =>
        houses.map(({ name, share, failedCritical }) => [
          item.id,
          nameOf(item),
          step,
          name,
          score(share),
          failedCritical,
        ]),
      ),
    },
  ];
}
