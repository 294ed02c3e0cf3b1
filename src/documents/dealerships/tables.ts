import type { DataTable } from '../tree.js';
import type { DealershipsView } from './view.js';

/** One row a dealership. */
export function tables({ dealerships }: DealershipsView): readonly DataTable[] {
  return [
    {
      name: 'dealerships',
      columns: [
        ...['dealership', 'slug', 'group', 'year_starts', 'audits', 'latest_sealed'],
        'year_named',
      ],
      rows: dealerships.map(
        ({ name, slug, group, yearStarts, yearNamed, audits, latestSealed }) => [
          name,
          slug,
          group,
          yearStarts,
          audits,
          latestSealed,
          yearNamed,
        ],
      ),
    },
  ];
}
