import { nameOf } from '../../core/checklist/naming.js';
import type { DataTable } from '../tree.js';
import { wholeAnswerWords } from '../words/answers.js';
import { score } from '../words/figures.js';
import type { ComparisonView } from './view.js';

/** Every item of two quarters as a tidy table: one row each, scores unrounded on 0 to 100. */
export function comparisonTables({ audit, previous }: ComparisonView): DataTable[] {
  const key = [audit.dealership.name, previous.audit.quarter, audit.quarter];
  return [
    {
      name: 'changes',
      columns: [
        'dealership',
        'from',
        'to',
        'item',
        'name',
        'change',
        'answer from',
        'answer to',
        'score from',
        'score to',
        'difference',
      ],
      rows: previous.comparison.changes.map((change) => {
        const [then, now] = [
          'from' in change ? change.from : null,
          'to' in change ? change.to : null,
        ];
        const { item } = 'to' in change ? change.to : change.from;
        const difference = 'difference' in change ? change.difference : null;
        return [
          ...key,
          item.id,
          nameOf(item),
          change.tag,
          then === null ? null : wholeAnswerWords(then),
          now === null ? null : wholeAnswerWords(now),
          score(then?.share ?? null),
          score(now?.share ?? null),
          score(difference?.difference ?? null),
        ];
      }),
    },
  ];
}
