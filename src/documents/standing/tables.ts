import type { DataTable } from '../tree.js';
import type { StandingView } from './view.js';
import { score } from '../words/figures.js';

/** One row a dealership. */
export function tables({ dealerships }: StandingView): readonly DataTable[] {
  return [
    {
      name: 'dealerships',
      columns: [
        'dealership',
        'slug',
        'audits',
        'quarter',
        'score',
        'coverage',
        'change',
        'verdict',
        'open',
      ],
      rows: dealerships.map(({ name, slug, audits, sealed, open }) => [
        name,
        slug,
        audits,
        sealed?.quarter ?? null,
        sealed?.share == null ? null : sealed.share * 100,
        sealed?.coverage ?? null,
        score(sealed?.change?.published.difference ?? null),
        sealed?.change?.likeForLike.verdict ?? null,
        open.map(({ quarter }) => quarter).join('; '),
      ]),
    },
  ];
}
