import { nameOf } from '../../core/checklist/naming.js';
import { printScore, printerFor } from '../../core/score/print.js';
import { printNumber } from '../../core/words/numbers.js';
import { BREAK, heading, paragraph, soft, table } from '../blocks.js';
import type { Block, Row } from '../tree.js';
import { answerWithAim } from '../words/answers.js';
import { targetWords } from '../words/target.js';
import type { AuditView } from './view.js';

/** The shortest list of items that leads to the target; nothing where none was asked for. */
export function targetSection({ target, result, steps }: AuditView): Block[] {
  if (target === null) return [];
  const { score, list, running } = target;
  const words = targetWords(score, list, result);
  const title = heading(`The shortest way to ${printNumber(score)}`, 'target', 'Target');
  if (list === null || list.items.length === 0) return [title, paragraph(words)];
  const print = printerFor(score, result.checklist.bands);
  return [
    title,
    paragraph(
      `${words} This is exact, held steps included: no shorter list gets there, and none as short gets further.`,
    ),
    ...table(
      `The shortest way to ${printNumber(score)}`,
      [
        { title: 'Item', role: 'name' },
        { title: 'Step', role: 'text' },
        { title: 'Score', role: 'number' },
        { title: 'Overall then', role: 'number' },
      ],
      list.items.map((one, index): Row => ({
        cells: [
          [nameOf(one.item), BREAK, soft(answerWithAim(one))],
          steps.find(({ result: step }) => step.step.id === one.step)?.name ?? '',
          printScore(one.share),
          print(running[index] ?? null),
        ],
      })),
    ),
  ];
}
