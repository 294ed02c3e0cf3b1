import { casesIn } from '../../core/checklist/kinds/trace.js';
import { printScore } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { fine, heading, soft, strong, table, tag } from '../blocks.js';
import type { Block, Row } from '../tree.js';
import { answerWords } from '../words/answers.js';
import type { AuditView, ItemView } from './view.js';
import { itemsOf } from './view.js';

/** Whole visits that were followed, a square a case for each standard; nothing without one. */
export function casesSection(view: AuditView): Block[] {
  const cells = itemsOf(view)
    .map(casesCell)
    .filter((cell) => cell.length > 0);
  if (cells.length === 0) return [];
  return [
    heading('Whole cases, from first contact to the end', 'cases', 'Cases'),
    { block: 'grid', columns: 2, cells },
    fine(
      'Each column is one customer’s case, the worst first. A filled square was missed; what is marked double counts twice, because it is about respect. The references are under ',
      'All items.',
    ),
  ];
}

function casesCell({ result, name }: ItemView): Block[] {
  const { item, answer } = result;
  if (item.kind !== 'trace' || answer?.state !== 'answered') return [];
  const cases = [...casesIn(answer.value)].sort((a, b) => b.lapses.length - a.lapses.length);
  const rows = item.standards
    .map((standard) => ({
      standard,
      missed: cases.map(({ lapses }) => lapses.includes(standard.id)),
    }))
    .filter(({ missed }) => missed.includes(true))
    .sort((a, b) => times(b.missed) - times(a.missed));
  const kept = item.standards.length - rows.length;
  return [
    {
      block: 'paragraph',
      tone: 'plain',
      text: [strong(name), ` ${printScore(result.share)} `, soft(answerWords(result))],
    },
    ...table(
      `${name}: standards that were missed`,
      [
        { title: 'Standard', role: 'name' },
        { title: 'Cases', role: 'mark' },
        { title: 'Missed', role: 'number' },
      ],
      rows.map(({ standard, missed }): Row => ({
        cells: [
          [standard.text, ...(standard.respect ? [' ', tag('double')] : [])],
          {
            drawn: {
              mark: 'squares',
              squares: missed.map((each) => (each ? 'missed' : 'kept')),
              double: standard.respect,
            },
          },
          `${String(times(missed))} of ${String(cases.length)}`,
        ],
      })),
    ),
    fine(
      rows.length === 0
        ? 'Every standard was kept in every case.'
        : kept === 0
          ? 'No standard was kept in every case.'
          : `${count(kept, 'standard')} ${kept === 1 ? 'was' : 'were'} kept in every case.`,
    ),
  ];
}

function times(missed: readonly boolean[]): number {
  return missed.filter(Boolean).length;
}
