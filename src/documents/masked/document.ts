import type { MaskedFigure } from '../../core/compare/masked.js';
import { FEWEST_MASKED } from '../../core/compare/masked.js';
import { quarterName } from '../../core/quarter.js';
import { printPercent, printScore } from '../../core/score/print.js';
import { bandOf, isThin } from '../../core/score/limits.js';
import { andList } from '../../core/words/lists.js';
import {
  code,
  fine,
  fold,
  heading,
  key,
  list,
  paragraph,
  soft,
  strong,
  table,
  tag,
} from '../blocks.js';
import {
  PLACE_RULES,
  changeInline,
  groupName,
  groupQuarter,
  calendarWords,
  nameOfStep,
  sealAlarms,
  uncheckedWords,
  versionsWords,
} from '../words/group.js';
import type { Block, Dot, Dots, Inline, Row, Text, Tree } from '../tree.js';
import { NONE, rangeWords, scoreOr } from '../words/scores.js';
import { bandMarks, scoreAxis } from '../words/signs.js';
import { OWN_REPORTS } from '../words/uncertainty.js';
import type { MaskedView } from './view.js';
import { UNKNOWN, besideMiddle, ownPlace } from './words.js';

/** One dealership among others who stay unnamed. */
export function maskedDocument(view: MaskedView): Tree {
  const { comparison, quarter, checklist, scope } = view;
  const { name } = comparison;
  const when = groupQuarter(view);
  return {
    kind: 'Customer-service check-up: among others',
    subject: [strong(name), ` · ${when}`],
    title: `${name} among the others, ${quarterName(quarter)}`,
    headline: headline(view),
    blocks: [
      scoreBlock(view),
      ...sealAlarms(view.seals),
      ...strips(view),
      ...limits(view),
      heading('Method', 'method', 'Method'),
      method(view),
    ],
    foot: [
      `${name}, ${when}: one of ${groupName(view)}, by ${checklist.title}, scope ${scope}. The others have no names here.`,
    ],
    running: `${name}, ${quarterName(quarter)}`,
  };
}

/** Where it stands, in one sentence made from the figures. */
export function headline({ comparison }: MaskedView): string {
  const { overall } = comparison;
  const { rank } = overall;
  const place = ownPlace(overall);
  if (rank === null) return 'Too few have a score for a place';
  return place === UNKNOWN ? `Your place among ${String(rank.of)} ${UNKNOWN}` : `Place ${place}`;
}

function scoreBlock(view: MaskedView): Block {
  const { comparison, checklist } = view;
  const { share } = comparison.overall;
  const { bands } = checklist;
  return {
    block: 'score',
    figure: printScore(share, bands),
    of: 'of 100',
    band: bandOf(share, bands)?.name ?? '',
    says: [overallSays(view), ...stepsSay(view)],
  };
}

function overallSays({ comparison, checklist, before }: MaskedView): Text {
  const { overall, lower, upper, change } = comparison;
  const { bands } = checklist;
  const range = lower === null || upper === null ? '' : rangeWords({ lower, upper }, bands);
  return [
    strong(`Your score: ${printScore(overall.share, bands)}`),
    range === '' ? '.' : `; it may lie anywhere from ${range}.`,
    ...(change === null
      ? []
      : [` Since ${quarterName(before)}: `, ...changeInline(change, bands), '.']),
  ];
}

/** In which steps it stands above the middle half, and in which below. */
function stepsSay({ comparison, checklist }: MaskedView): Text[] {
  const where = (side: 'above' | 'below'): string[] =>
    comparison.steps
      .filter((step) => besideMiddle(step) === side)
      .map((step) => nameOfStep(step, checklist));
  const say = (side: 'above' | 'below'): Text[] => {
    const names = where(side);
    return names.length === 0
      ? []
      : [
          [
            strong(side === 'above' ? 'Above the middle half:' : 'Below the middle half:'),
            ` ${andList(names)}.`,
          ],
        ];
  };
  const said = [...say('above'), ...say('below')];
  return said.length === 0 ? ['In every step you stand within the middle half.'] : said;
}

/** A strip a step: your own dot, the others hollow, the middle half shaded. */
function strips(view: MaskedView): Block[] {
  const { comparison, checklist } = view;
  const { overall, steps } = comparison;
  const named = steps.map((step) => ({ name: nameOfStep(step, checklist), figure: step }));
  const isHeld = steps.some(({ capped }) => capped);
  return [
    heading('You among the others, step by step', 'steps', 'Steps'),
    ...table(
      'Your score, the middle of all and your place',
      [
        { title: 'Step', role: 'name' },
        { title: 'All of them', role: 'mark', axis: scoreAxis(checklist.bands) },
        { title: 'You', role: 'number', large: true },
        { title: 'Middle', role: 'number' },
        { title: 'Middle half', role: 'number' },
        { title: 'Place', role: 'number' },
      ],
      [
        { ...rowOf('Overall', overall, view), total: true },
        ...named.map(({ name, figure }) => rowOf(name, figure, view)),
      ],
      { whole: true },
    ),
    key('● you ○ the others ▬ the middle half of all, you included.'),
    fine(
      `“${UNKNOWN}”: it could be any place in more than half of the group.${isHeld ? ' Held: a failed must-not-fail check holds the step.' : ''}`,
    ),
    fold('The others, without names', [
      paragraph(
        'Whole numbers, highest first, in each line for itself: the first of one line and the first of another need not be the same dealership.',
      ),
      ...list(
        [{ name: 'Overall', figure: overall }, ...named].map(({ name, figure }): Text => [
          strong(name),
          `: ${othersWords(figure)}`,
        ]),
      ),
    ]),
  ];
}

function rowOf(name: string, figure: MaskedFigure, { checklist }: MaskedView): Row {
  const { share, capped, quartiles } = figure;
  const { bands } = checklist;
  const you: Inline[] = [scoreOr(share, bands), ...(capped ? [soft(' held')] : [])];
  return {
    cells: [
      name,
      { drawn: dotsOf(figure, checklist) },
      you,
      quartiles === null ? NONE : printScore(quartiles.median),
      quartiles === null
        ? NONE
        : `${printScore(quartiles.lower)} to ${printScore(quartiles.upper)}`,
      ownPlace(figure),
    ],
  };
}

/** What others have stands where it is printed: with all decimals it could be told whose it is. */
function dotsOf(
  { share, others, quartiles }: MaskedFigure,
  { bands }: MaskedView['checklist'],
): Dots {
  const printed = (one: number): number => Number(printScore(one)) / 100;
  const others_ = (others ?? []).map((one): Dot => ({ at: printed(one), name: '', tone: 'other' }));
  return {
    mark: 'dots',
    bands: bandMarks(bands),
    dots: [
      ...others_,
      ...(share === null ? [] : [{ at: share, name: 'You', tone: 'own' as const }]),
    ],
    span:
      quartiles === null
        ? null
        : { lower: printed(quartiles.lower), upper: printed(quartiles.upper) },
  };
}

function othersWords({ others }: MaskedFigure): string {
  return others === null
    ? `not shown, fewer than ${String(FEWEST_MASKED)} have a score`
    : others.map((share) => printScore(share)).join(', ');
}

function limits(view: MaskedView): Block[] {
  const { comparison } = view;
  const versions = versionsWords(view);
  const calendar = calendarWords(view);
  const unchecked = uncheckedWords(view.seals);
  const lines: Text[] = [
    ...(isThin(comparison)
      ? [
          [
            tag('little checked'),
            ` Only ${printPercent(comparison.coverage)} of the weight that applied was checked of you: your scores say little about the rest.`,
          ],
        ]
      : []),
    ...(comparison.othersByOthers ? [auditorsOf(comparison)] : []),
    ...(calendar === null ? [] : [calendar]),
    ...(versions === null ? [] : [versions]),
    ...(unchecked === null ? [] : [unchecked]),
  ];
  return lines.length === 0
    ? []
    : [heading('What to bear in mind', 'limits', 'Limits'), ...list(lines)];
}

/** That the order may be the auditors' as much as the dealerships'. */
function auditorsOf({ auditors }: MaskedView['comparison']): Text {
  return `You were audited by ${andList(auditors)}, some of the others by somebody else: the places may be the auditors’ as much as the dealerships’.`;
}

function method({ seal }: MaskedView): Block {
  return fold('Method and your seal', [
    ...list([
      ...PLACE_RULES,
      'The middle half lies between the first and the third quartile of all, you included.',
      OWN_REPORTS,
      ...(seal === null ? [] : [['The seal of your own audit: ', code(seal)]]),
    ]),
  ]);
}
