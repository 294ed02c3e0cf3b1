import { nameOf } from '../../core/checklist/naming.js';
import type { DataTable } from '../tree.js';
import { recordedWords } from '../words/answers.js';
import type { AnswersView } from './view.js';
import { localTime } from '../../core/moment.js';

/** One row an answer, or a revision of one. */
export function tables({ lines }: AnswersView): readonly DataTable[] {
  return [
    {
      name: 'answers',
      columns: [
        'item',
        'name',
        'revision',
        'state',
        'answer',
        'score',
        'note',
        'evidence',
        'auditor',
        'at',
        'why',
      ],
      rows: lines.map(({ item, recorded, share, evidence }) => [
        item.id,
        nameOf(item),
        recorded.revision,
        recorded.answer.state,
        recordedWords(item, recorded.answer),
        share === null ? null : share * 100,
        recorded.answer.note ?? null,
        evidence.map(({ name, state }) => `${name} (${state})`).join('; '),
        recorded.auditor,
        localTime(recorded.at),
        recorded.why,
      ]),
    },
  ];
}
