import type { Band } from '../../core/checklist/checklist.js';
import { stepName } from '../../core/checklist/naming.js';
import type { Compared } from '../../core/compare/compare.js';
import type { LastYear, Trend } from '../../core/compare/trend.js';
import { quarterName, shiftQuarter, shortQuarter } from '../../core/quarter.js';
import { fine, heading, key, paragraph, soft, strong, table } from '../blocks.js';
import type { Block, Inline, Row } from '../tree.js';
import { differenceRangeWords } from '../words/scores.js';
import { changeFigures, differenceWords } from '../words/changes.js';
import { scoreAxis, stripOf } from '../words/signs.js';
import { stepsHeading } from './headline.js';

/** The last audit beside the one that the headline judges by, step by step. */
export function thenAndNow(trend: Trend): Block[] {
  const { since, last } = trend;
  if (since === null) return [];
  const { bands } = last.result.checklist;
  const [then, now] = titles(trend, since);
  return [
    heading(stepsHeading(since), 'then-and-now', 'Then and now'),
    ...noLastYear(trend),
    ...table(
      `Each step in ${quarterName(since.quarter)} and in ${quarterName(last.quarter)}`,
      [
        { title: 'Step', role: 'name' },
        { title: then, role: 'number' },
        { title: 'Then and now', role: 'mark', axis: scoreAxis(bands) },
        { title: now, role: 'number', large: true },
        { title: 'Change', role: 'number' },
        { title: 'Like for like', role: 'text' },
      ],
      [
        { ...rowOf(strong('Overall'), since.comparison, trend), total: true },
        ...since.comparison.steps.map((step) => rowOf(stepName(step.step), step, trend)),
      ],
      { whole: true },
    ),
    key(
      `○ ${quarterName(since.quarter)} ● ${quarterName(last.quarter)} ▬ where ${quarterName(last.quarter)} may lie, seen from the ring. `,
      strong('Ring outside the bar: a clear change.'),
      ' Ring inside: it may be chance.',
    ),
    fine(
      'The signs judge what was done, like for like: only items that both audits scored by the same definition, under today’s weights.',
    ),
  ];
}

/** `Q3 2025` and `Q3 2026`, the years only where they aren't plain. */
function titles({ last }: Trend, { quarter }: LastYear): [string, string] {
  return quarter.slice(0, 4) === last.quarter.slice(0, 4)
    ? [shortQuarter(quarter), shortQuarter(last.quarter)]
    : [quarterName(quarter), quarterName(last.quarter)];
}

function rowOf(name: Inline, compared: Compared, { last }: Trend): Row {
  const { published, likeForLike } = compared;
  const { bands } = last.result.checklist;
  const { from, to, change } = changeFigures(compared, bands);
  return {
    cells: [
      name,
      from,
      { drawn: stripOf(published, likeForLike, bands) },
      to,
      change,
      likeWords(likeForLike, last.result.checklist.bands),
    ],
  };
}

/** The like-for-like change with where it may lie. */
function likeWords({ from, to, change }: Compared['likeForLike'], bands: readonly Band[]): Inline {
  if (change === null) return soft('nothing to compare');
  const range = differenceRangeWords(change);
  const difference = differenceWords({ from, to }, bands);
  return range === '' ? difference : `${difference}; it may lie ${range}`;
}

/** That there is no such quarter a year before, where there is none. */
function noLastYear({ last, lastYear }: Trend): Block[] {
  if (lastYear !== null) return [];
  const year = quarterName(shiftQuarter(last.quarter, -4));
  return [
    paragraph(
      `The same quarter last year, ${year}, has no sealed audit by this checklist; the first one shown takes its place.`,
    ),
  ];
}
