import type { GroupRow } from '../../core/compare/group.js';
import { STRONG, WEAK } from '../../core/compare/group.js';
import { quarterName } from '../../core/quarter.js';
import { printScore } from '../../core/score/print.js';
import { bandOf } from '../../core/score/limits.js';
import { andListOf } from '../../core/words/lists.js';
import { sentence, count, countWord, numberWord } from '../../core/words/numbers.js';
import { fine, heading, key, signed, soft, strong, table } from '../blocks.js';
import type { Block, Dots, Inline, Row, Text } from '../tree.js';
import { NONE, rangeWords, scoreOr, spanOf } from '../words/scores.js';
import { bandMarks, scoreAxis } from '../words/signs.js';
import { changeInline, groupName, placeWords, thinTag } from '../words/group.js';
import type { GroupView } from './view.js';

/** So many failed checks of a dealership are named; of a group larger than that, only counted. */
const MOST_FAILED = 3;
const MOST_ROWS = 100;

/** The score of the group with what it says. */
export function scoreBlock(view: GroupView): Block {
  const { comparison, checklist } = view;
  const { mean } = comparison;
  const { bands } = checklist;
  return {
    block: 'score',
    figure: printScore(mean, bands),
    of: mean === null ? '' : 'of 100',
    band: bandOf(mean, bands)?.name ?? '',
    says: saysOf(view),
  };
}

function saysOf(view: GroupView): Text[] {
  const { comparison, checklist } = view;
  const { ranked, quartiles, strong: high, weak } = comparison;
  const print = (share: number): string => printScore(share, checklist.bands);
  return [
    [
      strong(groupName(view)),
      `: the plain mean of ${count(ranked, 'dealership')}, each with an equal voice.`,
    ],
    ...(quartiles === null
      ? []
      : [
          `Half of them stand between ${print(quartiles.lower)} and ${print(quartiles.upper)}; the lowest at ${print(quartiles.lowest)}, the middle at ${print(quartiles.median)}, the highest at ${print(quartiles.highest)}.`,
        ]),
    `At or above ${String(STRONG)}: ${part(high, ranked)}. Below ${String(WEAK)}: ${part(weak, ranked)}.`,
  ];
}

/** `3 of 12 (25 %)`. */
function part(some: number, all: number): string {
  return `${String(some)} of ${String(all)} (${((some / all) * 100).toFixed(0)} %)`;
}

/** Every dealership with its place, its score and where that may lie. */
export function places(view: GroupView): Block[] {
  const { comparison, checklist, before } = view;
  const { rows } = comparison;
  const { bands } = checklist;
  if (rows.length === 0) return [];
  return [
    heading(placesHeading(rows), 'places', 'Places'),
    ...table(
      'Places, scores and what failed',
      [
        { title: 'Dealership', role: 'name' },
        { title: 'Place', role: 'number' },
        { title: 'Score and where it may lie', role: 'mark', axis: scoreAxis(bands) },
        { title: 'Score', role: 'number', large: true },
        { title: 'It may lie', role: 'number', spare: true },
        { title: `Since ${quarterName(before)}`, role: 'number' },
        { title: 'Must-not-fail checks failed', role: 'text' },
      ],
      rows.map((row) => placeRow(row, view)),
    ),
    key(
      '● the score ▬ where it may lie among all the others at once: two that don’t meet are clearly apart.',
    ),
    fine(
      signed('better', 'clearly better'),
      ' ',
      signed('worse', 'clearly worse'),
      ' ',
      signed('unclear', 'may be chance'),
      ` since ${quarterName(before)}; ${NONE} no score then.`,
    ),
  ];
}

/** `Three of five dealerships have a place of their own`. */
function placesHeading(rows: readonly GroupRow[]): string {
  const ranked = rows.flatMap(({ rank }) => rank ?? []);
  const own = ranked.filter(({ place, last }) => place === last).length;
  if (own === ranked.length) return 'Every dealership has a place of its own';
  if (own === 0) return `None of ${countWord(ranked.length, 'dealership')} has a place of its own`;
  return sentence(
    `${numberWord(own)} of ${countWord(ranked.length, 'dealership')} ${own === 1 ? 'has a place of its own' : 'have a place of their own'}`,
  );
}

function placeRow(row: GroupRow, view: GroupView): Row {
  const { bands } = view.checklist;
  return {
    cells: [
      [...positionOf(row), row.name, ...thinTag(row)],
      row.rank === null ? NONE : strong(placeWords(row.rank)),
      { drawn: dotOf(row, view) },
      scoreOr(row.share, bands),
      rangeWords(intervalOf(row), bands),
      changeInline(row.change, bands),
      failedWords(row, view),
    ],
  };
}

/** Its plain position by the published score, before its name. */
function positionOf({ rank }: GroupRow): Inline[] {
  return rank === null ? [] : [soft(`${String(rank.position)} `)];
}

function dotOf(row: GroupRow, { checklist }: GroupView): Dots {
  const { share, name } = row;
  return {
    mark: 'dots',
    bands: bandMarks(checklist.bands),
    dots: share === null ? [] : [{ at: share, name, tone: 'plain' }],
    span: spanOf(intervalOf(row)),
  };
}

/** Where the score of a row may lie; null where it has none. */
export function intervalOf({
  lower,
  upper,
}: Pick<GroupRow, 'lower' | 'upper'>): { readonly lower: number; readonly upper: number } | null {
  return lower === null || upper === null ? null : { lower, upper };
}

/** `none`, or how many and which. */
export function failedWords(
  row: GroupRow,
  { failedNames, comparison }: Pick<GroupView, 'failedNames' | 'comparison'>,
): Inline {
  if (row.share === null) return NONE;
  const ids = row.steps.flatMap((step) => step.failedCritical);
  if (ids.length === 0) return soft('none');
  if (comparison.rows.length > MOST_ROWS) return String(ids.length);
  const names = ids.map((id) => failedNames.get(id) ?? id);
  return `${String(ids.length)}: ${andListOf(names, MOST_FAILED)}`;
}
