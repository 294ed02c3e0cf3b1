import { isCritical, weightOf } from '../../core/checklist/checklist.js';
import type { DataTable } from '../tree.js';
import { answerWords } from '../words/answers.js';
import { score } from '../words/figures.js';
import type { AuditView, ItemView } from './view.js';

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
        'must_not_fail',
        'failed',
        'stake',
        'note',
        'reason',
      ],
      rows: steps.flatMap(({ result, items }) =>
        items.map((one) => [
          ...key,
          result.step.id,
          one.result.item.id,
          one.name,
          one.result.item.kind,
          one.result.state,
          wholeText(one),
          score(one.result.share),
          weightOf(one.result.item),
          isCritical(one.result.item),
          one.failed,
          score(one.stake?.overall ?? null),
          one.result.answer?.note ?? null,
          reasonOf(one),
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

/** An answer in its own unit; a remark whole. */
function wholeText({ result }: ItemView): string {
  const { answer } = result;
  return answer?.state === 'answered' && typeof answer.value === 'string' && result.share === null
    ? answer.value
    : answerWords(result);
}

/** Why an item was left out, in the auditor's words. */
function reasonOf({ result: { answer } }: ItemView): string | null {
  return answer !== undefined && 'reason' in answer ? answer.reason : null;
}
