import { MONTHS } from '../../core/quarter.js';
import { count } from '../../core/words/numbers.js';
import { table } from '../blocks.js';
import type { Block, Tree } from '../tree.js';
import type { DealershipsView } from './view.js';

/** Every dealership with its group and how often it was audited. */
export function document(view: DealershipsView): Tree {
  const number = count(view.dealerships.length, 'dealership');
  return {
    kind: 'Dealerships',
    subject: '',
    title: 'Dealerships',
    headline: number,
    blocks: rows(view),
    foot: [],
    running: number,
  };
}

/** One line a dealership, with the slug that flags take. */
export function rows({ dealerships }: DealershipsView): Block[] {
  return table(
    'The dealerships there are',
    [
      { title: 'Dealership', role: 'name' },
      { title: 'Slug', role: 'text' },
      { title: 'Group', role: 'text' },
      { title: 'Year starts', role: 'text' },
      { title: 'Audits', role: 'number' },
      { title: 'Latest sealed', role: 'text' },
    ],
    dealerships.map(({ name, slug, group, yearStarts, yearNamed, audits, latestSealed }) => ({
      cells: [
        name,
        slug,
        group ?? '',
        `${MONTHS[yearStarts - 1] ?? ''}${yearNamed === 'first' ? ', named by its first year' : ''}`,
        String(audits),
        latestSealed ?? '',
      ],
    })),
  );
}
