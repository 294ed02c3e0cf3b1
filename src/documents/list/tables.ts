import type { DataTable } from '../tree.js';
import { stateOf } from '../../core/audit/audit.js';
import type { ListView } from './view.js';
import { localTime } from '../../core/moment.js';
import { localOrNull } from '../words/audit-facts.js';

/** One row an audit. */
export function tables({ audits }: ListView): readonly DataTable[] {
  return [
    {
      name: 'audits',
      columns: [
        'dealership',
        'slug',
        'quarter',
        'checklist',
        'version',
        'scope',
        'state',
        'unanswered',
        'started_at',
        'sealed_at',
        'seal',
        'coverage',
        'score',
      ],
      rows: audits.map((one) => [
        one.dealership.name,
        one.dealership.slug,
        one.quarter,
        one.checklist.id,
        one.checklist.version,
        one.scope,
        stateOf(one),
        one.unanswered,
        localTime(one.startedAt),
        localOrNull(one.seal?.at),
        one.seal?.hash ?? null,
        one.coverage,
        one.share === null ? null : one.share * 100,
      ]),
    },
  ];
}
