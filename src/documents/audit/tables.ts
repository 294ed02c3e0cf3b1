import { weightOf } from '../../core/checklist/checklist.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import type { DataTable } from '../tree.js';
import { answerWords } from '../words/answers.js';
import { score } from '../words/figures.js';
import type { AuditView } from './view.js';

/** Steps and items as tidy tables: one row each, scores unrounded on 0 to 100. */
export function auditTables({ audit, steps }: AuditView): DataTable[] {
  const key = [audit.dealership.name, audit.quarter, audit.checklist.id, audit.checklist.version];
  const keys = ['dealership', 'quarter', 'checklist', 'version'];
  return [
    {
      name: 'items',
      columns: [
        ...keys,
        'step',
        'item',
        'name',
        'kind',
        'state',
        'answer',
        'score',
        'weight',
        'failed',
        'stake',
        'note',
      ],
      rows: steps.flatMap(({ result, items }) =>
        items
          .filter((one) => kindOf(one.result.item).scored)
          .map((one) => [
            ...key,
            result.step.id,
            one.result.item.id,
            one.name,
            one.result.item.kind,
            one.result.state,
            answerWords(one.result),
            score(one.result.share),
            weightOf(one.result.item),
            one.failed,
            score(one.stake?.overall ?? null),
            one.result.answer?.note ?? null,
          ]),
      ),
    },
    {
      name: 'steps',
      columns: [...keys, 'step', 'name', 'score', 'uncapped', 'coverage', 'weight'],
      rows: steps.map(({ result, name }) => [
        ...key,
        result.step.id,
        name,
        score(result.share),
        score(result.uncapped),
        result.coverage,
        result.step.weight,
      ]),
    },
  ];
}
