import type { GroupRow, GroupStep, GroupStepCell } from '../../core/compare/group.js';
import { STRONG } from '../../core/compare/group.js';
import { printScore } from '../../core/score/print.js';
import { andListOf } from '../../core/words/lists.js';
import { count, sentence, countWord, numberWord } from '../../core/words/numbers.js';
import { fine, fold, heading, list, paragraph, signed, soft, strong, table } from '../blocks.js';
import type { Block, Inline, Text } from '../tree.js';
import { NONE, scoreOr } from '../words/scores.js';
import { signOf } from '../words/signs.js';
import type { GroupView } from './view.js';
import { nameOfStep } from '../words/group.js';

/** So many who could teach a step are named. */
const MOST_TEACHERS = 5;

/** So many dealerships stand in an open table. */
const MOST_ROWS = 100;

/** Every dealership in every step, and who could teach whom. */
export function steps(view: GroupView): Block[] {
  const { comparison } = view;
  const hasCell = (is: (cell: GroupStepCell) => boolean): boolean =>
    comparison.rows.some((row) => row.steps.some(is));
  return [
    heading(stepsHeading(comparison.steps), 'steps', 'Steps'),
    ...teachers(view),
    ...(comparison.rows.length > MOST_ROWS ? [foldedTable(view)] : stepTable(view)),
    fine(
      signed('better', 'clearly better'),
      ' ',
      signed('worse', 'clearly worse'),
      ` than the mean of all others; no sign: it may be chance.${hasCell(({ capped }) => capped) ? ' Held: a failed must-not-fail check holds the step.' : ''}${hasCell(isCellApart) ? ' Apart: too little of it was scored; it isn’t in the mean.' : ''}`,
    ),
  ];
}

/** Whether it has a score that isn't held against the others. */
function isCellApart({ share, rank }: GroupStepCell): boolean {
  return share !== null && rank === null;
}

function stepTable(view: GroupView): Block[] {
  const { comparison, checklist } = view;
  const { bands } = checklist;
  return table(
    'The score of each dealership in each step',
    [
      { title: 'Dealership', role: 'name' },
      ...comparison.steps.map((step) => ({
        title: nameOfStep(step, checklist),
        role: 'number' as const,
      })),
    ],
    [
      {
        cells: ['Mean', ...comparison.steps.map(({ mean }) => scoreOr(mean, bands))],
        total: true,
      },
      ...comparison.rows.map((row) => ({
        cells: [row.name, ...row.steps.map((cell) => stepCell(cell, view))],
      })),
    ],
  );
}

/** Of a large group folded, and left to data by formats that can't fold. */
function foldedTable(view: GroupView): Block {
  return fold('Every dealership in every step', stepTable(view), {
    figure: count(view.comparison.rows.length, 'dealership'),
    plain: [
      fine('Every dealership in every step: the page, the JSON and the spreadsheet have it.'),
    ],
  });
}

function stepsHeading(all: readonly GroupStep[]): string {
  const some = all.filter(({ teachers }) => teachers.length > 0).length;
  return some === 0
    ? 'No step has a clear teacher'
    : sentence(
        `${numberWord(some)} of ${countWord(all.length, 'step')} ${some === 1 ? 'has' : 'have'} somebody to learn from`,
      );
}

function teachers({ comparison, checklist }: GroupView): Block[] {
  const lines = comparison.steps.flatMap((step, s): Text[] => {
    const names = step.teachers.map(
      (row: GroupRow) => `${row.name} (${scoreOr(row.steps[s]?.share ?? null, checklist.bands)})`,
    );
    if (names.length === 0) return [];
    return [[strong(nameOfStep(step, checklist)), `: ${andListOf(names, MOST_TEACHERS)}`]];
  });
  return lines.length === 0
    ? [
        paragraph(
          `A teacher is clearly better in a step than all others together, and stands at ${String(STRONG)} or above.`,
        ),
      ]
    : list(lines);
}

function stepCell(cell: GroupStepCell, view: GroupView): Inline[] {
  const { share, capped, againstRest } = cell;
  if (share === null) return [NONE];
  const figure = printScore(share, view.checklist.bands);
  const sign = signOf(againstRest?.verdict ?? null);
  const isClear = sign === 'better' || sign === 'worse';
  return [
    isClear ? signed(sign, figure) : figure,
    ...(capped ? [soft(' held')] : []),
    ...(isCellApart(cell) ? [soft(' apart')] : []),
  ];
}
