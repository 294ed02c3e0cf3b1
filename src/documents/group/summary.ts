import type { GroupRow } from '../../core/compare/group.js';
import { quarterName } from '../../core/quarter.js';
import { printScore } from '../../core/score/print.js';
import { andListOf } from '../../core/words/lists.js';
import { count } from '../../core/words/numbers.js';
import { fine, paragraph, strong, table } from '../blocks.js';
import type { Block, Row } from '../tree.js';
import { NONE, rangeWords, scoreOr } from '../words/scores.js';
import { commonHeading } from './common.js';
import { headline } from './headline.js';
import { intervalOf } from './places.js';
import type { GroupView } from './view.js';
import {
  auditorsWords,
  changeInline,
  groupName,
  groupQuarter,
  nameOfStep,
  placeWords,
  thinTag,
  uncheckedWords,
  versionsWords,
} from '../words/group.js';

/** How many rows a screen takes; of more, so many from the top and so many from the end. */
const MOST_ROWS = 40;
const [TOP, END] = [20, 10];

/** How many names a line takes. */
const MOST_NAMES = 10;

/** The ranking and what the group has in common, for the screen. */
export function groupSummary(view: GroupView): Block[] {
  const { comparison, before } = view;
  const { rows } = comparison;
  const shown =
    rows.length <= MOST_ROWS ? rows : [...rows.slice(0, TOP), ...rows.slice(rows.length - END)];
  return [
    paragraph(strong(headline(comparison)), `. ${groupName(view)}, ${groupQuarter(view)}.`),
    ...table(
      'Places and scores',
      [
        { title: 'Dealership', role: 'name' },
        { title: 'Place', role: 'number' },
        { title: 'Score', role: 'number' },
        { title: 'May lie', role: 'number' },
        { title: `Since ${quarterName(before)}`, role: 'number' },
        { title: 'Failed', role: 'number' },
      ],
      shown.map((row) => rowOf(row, view)),
    ),
    ...(shown.length === rows.length
      ? []
      : [
          fine(
            `The first ${String(TOP)} and the last ${String(END)}; the ${String(rows.length - shown.length)} between them are in the report.`,
          ),
        ]),
    ...linesOf(view).map((text) => fine(text)),
  ];
}

function rowOf(row: GroupRow, { checklist }: GroupView): Row {
  const { bands } = checklist;
  const failed = row.steps.reduce((sum, step) => sum + step.failedCritical.length, 0);
  return {
    cells: [
      [row.name, ...thinTag(row)],
      placeWords(row.rank),
      scoreOr(row.share, bands),
      rangeWords(intervalOf(row), bands),
      changeInline(row.change, bands),
      row.share === null ? NONE : String(failed),
    ],
  };
}

function linesOf(view: GroupView): string[] {
  const { comparison, checklist, common, missing, leftOut } = view;
  const { mean, quartiles, ranked } = comparison;
  const print = (share: number): string => printScore(share, checklist.bands);
  const versions = versionsWords(view);
  const auditors = auditorsWords(comparison);
  const unchecked = uncheckedWords(view.seals);
  const teachers = comparison.steps.flatMap((step) =>
    step.teachers.length === 0
      ? []
      : [
          `${nameOfStep(step, checklist)}: ${andListOf(
            step.teachers.map(({ name }) => name),
            MOST_NAMES,
          )}`,
        ],
  );
  return [
    'Failed: must-not-fail checks that failed.',
    ...(mean === null || quartiles === null || ranked < 2
      ? []
      : [
          `Mean ${print(mean)} of ${count(ranked, 'dealership')}; half of them stand between ${print(quartiles.lower)} and ${print(quartiles.upper)}.`,
        ]),
    ...(teachers.length === 0 ? [] : [`Could teach the others. ${teachers.join('. ')}.`]),
    ...(common === null ? [] : [`${commonHeading(common)}.`]),
    ...named('Without a sealed audit', missing),
    ...named(
      'Audited otherwise, so left out',
      leftOut.map(({ name, why }) => `${name} (${why})`),
    ),
    ...(auditors === null ? [] : [auditors]),
    ...(versions === null ? [] : [versions]),
    ...(unchecked === null ? [] : [unchecked]),
  ];
}

function named(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${andListOf(names, MOST_NAMES)}.`];
}
