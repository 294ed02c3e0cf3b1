import { kindOf } from '../../core/checklist/kinds/index.js';
import { printScore } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { fine, heading, key, soft, strong, table, tag } from '../blocks.js';
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
    key('Each column is one customer’s case, the worst first; a filled square was missed.'),
    fine(
      'What is marked double counts twice, because it is about respect. The references are under All items.',
    ),
  ];
}

function casesCell({ result, name }: ItemView): Block[] {
  const { item, answer } = result;
  const found = answer?.state === 'answered' ? kindOf(item).cases(item, answer.value) : null;
  if (found === null) return [];
  const { standards } = found;
  const cases = [...found.cases].sort((a, b) => b.lapses.length - a.lapses.length);
  const rows = standards
    .map((standard) => ({
      standard,
      missed: cases.map(({ lapses }) => lapses.includes(standard)),
    }))
    .filter(({ missed }) => missed.includes(true))
    .sort((a, b) => times(b.missed) - times(a.missed));
  const kept = standards.length - rows.length;
  return [
    {
      block: 'paragraph',
      tone: 'plain',
      text: [strong(name), ` ${printScore(result.share)}`, soft(` · ${answerWords(result)}`)],
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
          [standard.text, ...(standard.double ? [' ', tag('double')] : [])],
          {
            drawn: {
              mark: 'squares',
              squares: missed.map((each) => (each ? 'missed' : 'kept')),
              double: standard.double,
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
