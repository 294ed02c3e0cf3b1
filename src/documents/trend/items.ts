import { nameOf, stepName } from '../../core/checklist/naming.js';
import { isComparable } from '../../core/compare/compare.js';
import type { ItemLine, ItemPoint } from '../../core/compare/trend-items.js';
import type { Trend } from '../../core/compare/trend.js';
import type { TrendSlot } from '../../core/compare/trend-slots.js';
import { count } from '../../core/words/numbers.js';
import { fine, fold, heading, shaded, signed, table } from '../blocks.js';
import type { Block, Inline, Row } from '../tree.js';
import { NONE, scoreOr, shadeOf } from '../words/scores.js';
import { signOf } from '../words/signs.js';
import { bandsOf, slotTitle } from './slots.js';

/** So many quarters stand side by side on paper, and so many of them on a narrow screen. */
const MOST = 12;
const ON_NARROW = 5;

/** Every item over time, folded by step. */
export function allItems(trend: Trend): Block[] {
  const from = Math.max(0, trend.slots.length - MOST);
  const folds = trend.steps.flatMap(({ step }): Block[] => {
    const lines = trend.items.filter(({ item }) => stepOf(item.id, trend) === step.id);
    if (lines.length === 0) return [];
    return [
      fold(stepName(step), itemTable(stepName(step), lines, trend, from), {
        figure: count(lines.length, 'item'),
      }),
    ];
  });
  return [
    heading('All items, quarter by quarter', 'all-items', 'All items'),
    ...folds,
    fine(
      'The darker, the lower the band. ',
      signed('better', 'clearly better than in the audit before,'),
      ' ',
      signed('worse', 'clearly worse;'),
      ` no sign: it may be chance, is the same or can’t be compared. ${NONE} not scored; empty where it was not asked.`,
      ...(from > 0
        ? [
            ` The latest ${String(MOST)} of ${count(trend.slots.length, 'quarter')}; the JSON and the spreadsheet have all of them.`,
          ]
        : []),
    ),
  ];
}

/** The step in which the latest audit that has it asked an item. */
function stepOf(id: string, { audits }: Trend): string | null {
  for (const { result } of audits.toReversed()) {
    const found = result.steps.find(({ items }) => items.some(({ item }) => item.id === id));
    if (found !== undefined) return found.step.id;
  }
  return null;
}

function itemTable(step: string, lines: readonly ItemLine[], trend: Trend, from: number): Block[] {
  const slots = trend.slots.slice(from);
  return table(
    `The items of ${step}, a column for each quarter`,
    [
      { title: 'Item', role: 'name' },
      ...slots.map((slot, i) => ({
        title: slotTitle(slot),
        role: 'number' as const,
        spare: i < slots.length - ON_NARROW,
      })),
    ],
    lines.map(({ item, points }): Row => ({
      cells: [nameOf(item), ...slots.map((slot, i) => cell(points[from + i] ?? null, slot, trend))],
    })),
  );
}

function cell(point: ItemPoint | null, slot: TrendSlot, { last }: Trend): Inline {
  if (point === null) return '';
  if (point.share === null) return NONE;
  const bands = bandsOf(slot, last);
  const figure = scoreOr(point.share, bands);
  const sign =
    point.change !== null && isComparable(point.change)
      ? signOf(point.change.difference.verdict)
      : null;
  const says = sign !== null && sign !== 'unclear' && sign !== 'same';
  return shaded(shadeOf(point.share, bands), says ? signed(sign, figure) : figure);
}
