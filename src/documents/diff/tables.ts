import type { Detail } from '../../core/compare/detail.js';
import { detailWords } from '../../core/compare/detail.js';
import type { DataTable } from '../tree.js';
import type { DiffView } from './view.js';

/** One row for each step and item of either checklist, and for each difference of their heads. */
export function tables({ diff }: DiffView): readonly DataTable[] {
  const words = (details: readonly Detail[]): string => details.map(detailWords).join('; ');
  return [
    {
      name: 'changes',
      columns: ['what', 'id', 'was', 'became', 'breaks', 'details', 'rule'],
      rows: [
        ...diff.head.map((one) => [
          'head',
          one.key,
          null,
          'changed',
          one.breaks,
          detailWords(one),
          one.rule,
        ]),
        ...diff.steps.map((one) => [
          'step',
          one.id,
          one.was,
          one.tag,
          one.breaks,
          words(one.details),
          one.rule,
        ]),
        ...diff.items.map((one) => [
          'item',
          one.id,
          one.was,
          one.tag,
          one.breaks,
          words([...one.defining, ...one.other]),
          one.rule,
        ]),
      ],
    },
  ];
}
