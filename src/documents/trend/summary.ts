import { nameOf, stepName } from '../../core/checklist/naming.js';
import { SHORT } from '../../core/compare/persistent.js';
import type { Trend } from '../../core/compare/trend.js';
import type { TrendLine } from '../../core/compare/trend-line.js';
import type { TrendAudit } from '../../core/compare/trend-slots.js';
import { quarterName } from '../../core/quarter.js';
import { scoreWords } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { fine, list, paragraph, signed, strong, table } from '../blocks.js';
import type { Block, Inline, Row } from '../tree.js';
import { answerWithAim } from '../words/answers.js';
import { NONE, scoreOr } from '../words/scores.js';
import { signOf } from '../words/signs.js';
import { breakWords } from './changes.js';
import { headline } from './headline.js';
import { firstQuarter, gapWords } from './over-time.js';
import { persistentHeading } from './persistent.js';
import { ANEW, bandsOf, chainScore, hasAnew, slotTitle } from './slots.js';
import type { TrendView } from './view.js';
import { quarterWords } from '../words/quarters.js';

/** So many quarters fit beside the names on 80 columns. */
const MOST = 8;

/** So many items that stay short are named. */
const NAMED = 5;

/** A trend for the screen: a table of quarters, and what has to be known about it. */
export function trendSummary({ dealership, trend }: TrendView): Block[] {
  const { slots, last } = trend;
  return [
    paragraph(
      strong(headline(trend)),
      `. ${dealership.name}, ${firstQuarter(trend)} to ${quarterWords(last.quarter, dealership)}.`,
    ),
    ...quarterTable(trend),
    fine(
      signed('better', 'clearly better,'),
      ' ',
      signed('worse', 'clearly worse'),
      ' ',
      signed('probably-better', 'probably better'),
      ' ',
      signed('probably-worse', 'probably worse'),
      ' than the audit before, like for like; no sign: it may be chance, or the same.',
    ),
    ...(slots.length > MOST
      ? [
          fine(
            `The latest ${String(MOST)} of ${count(slots.length, 'quarter')}; the report has all of them.`,
          ),
        ]
      : []),
    ...notes(trend).map((text) => fine(text)),
    ...shortItems(trend),
  ];
}

function quarterTable(trend: Trend): Block[] {
  const from = Math.max(0, trend.slots.length - MOST);
  const slots = trend.slots.slice(from);
  const published = (name: Inline, line: TrendLine): Row => ({
    cells: [name, ...slots.map((_, i) => scoreCell(line, from + i, trend))],
  });
  return table(
    'Scores, a column for each quarter',
    [
      { title: '', role: 'name' },
      ...slots.map((slot) => ({ title: slotTitle(slot), role: 'number' as const })),
    ],
    [
      published(strong('Overall'), trend.overall),
      {
        cells: ['Like for like', ...slots.map((_, i) => chainScore(trend.overall, from + i))],
      },
      ...trend.steps.map((line) => published(stepName(line.step), line)),
    ],
  );
}

function scoreCell({ points }: TrendLine, index: number, { slots, last }: Trend): Inline {
  const [point, slot] = [points[index] ?? null, slots[index]];
  if (point === null || slot === undefined) return NONE;
  const figure = scoreOr(point.share, bandsOf(slot, last));
  const sign = signOf(point.likeForLike?.verdict ?? null);
  return sign !== null && sign !== 'unclear' && sign !== 'same' ? signed(sign, figure) : figure;
}

function notes(trend: Trend): string[] {
  const { slots, best, last } = trend;
  const gaps = gapWords(trend);
  let before: TrendAudit | null = null;
  const changes: string[] = [];
  for (const slot of slots) {
    if (slot.kind === 'gap') continue;
    if (slot.broke !== null && before !== null) {
      changes.push(`${quarterName(slot.quarter)}: ${breakWords(slot.broke, before, slot)}.`);
    }
    before = slot;
  }
  return [
    ...(hasAnew([trend.overall])
      ? [`${ANEW} the line starts anew: nothing could be compared with the audit before.`]
      : []),
    ...(gaps === null ? [] : [gaps]),
    ...changes,
    ...(best === null
      ? []
      : [
          best === last
            ? 'No sealed audit by this checklist scored higher.'
            : `Best ever: ${quarterName(best.quarter)}, ${scoreWords(best.result.share, best.result.checklist.bands)}.`,
        ]),
  ];
}

function shortItems(trend: Trend): Block[] {
  const { items } = trend.persistent;
  const shown = items.slice(0, NAMED);
  const more = items.length - shown.length;
  return [
    paragraph(`${persistentHeading(trend)}${shown.length === 0 ? '.' : ':'}`),
    ...list(
      shown.map(({ last: now, times, scored }) => [
        strong(nameOf(now.item)),
        `: ${String(times)} of ${String(scored)} under ${String(SHORT)}; now ${answerWithAim(now)}`,
      ]),
    ),
    ...(more > 0 ? [fine(`${String(more)} more ${more === 1 ? 'is' : 'are'} in the report.`)] : []),
  ];
}
