import type { Trend } from '../core/compare/trend.js';
import type { TrendLine } from '../core/compare/trend-line.js';
import type { TrendSlot } from '../core/compare/trend-slots.js';
import { printChange, printScore, verdictWords } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import { GAP } from '../reports/sparkline.js';
import type { TrendView } from '../reports/trend-view.js';
import {
  ANEW,
  CHANGED,
  SIGN_WORDS,
  auditScore,
  bars,
  breakWords,
  chainBars,
  chainScore,
  hasAnew,
  hasChanged,
  missingQuarters,
  pointScore,
  signOf,
  slotName,
} from '../reports/trend-words.js';
import type { Column } from '../formats/layout.js';
import { shorten, table, tableAsBlocks, tableNeeds } from '../formats/layout.js';

/** Columns that a name may have, the most first: quarters are more worth than whole names. */
const NAMES = [28, 24, 20, 16, 12] as const;

/** Fewer quarters than this side by side are no trend: then they stand below each other. */
const FEWEST = 2;

/** So many items that keep falling short are named. */
const NAMED = 5;

/** One row of the table. */
interface Row {
  readonly name: string;
  readonly line: TrendLine;
  readonly bars: string;
  readonly cell: (index: number) => string;
  /** Whether the verdicts stand beside the figures. */
  readonly isSigned: boolean;
}

/**
 * A trend for the screen: a table and what has to be known about it.
 *
 * @param width of the screen.
 * @param tableWidth how wide a table may be; none where columns are not for the reader.
 */
export function trendLines(view: TrendView, width: number, tableWidth: number): string {
  const { trend } = view;
  const { text, from } = trendTable(view, width, tableWidth);
  return [
    text,
    '',
    from === null
      ? 'What rose and what fell is said like for like, since the audit before.'
      : `Signs, like for like: ${SIGN_WORDS}.`,
    ...(from !== null && from > 0
      ? [
          `The latest ${String(trend.slots.length - from)} of ${count(trend.slots.length, 'quarter')} fit here; the bars show all of them.`,
        ]
      : []),
    ...(hasAnew([trend.overall])
      ? [`${ANEW} the line starts anew: nothing could be compared with the audit before.`]
      : []),
    ...gapLines(trend, text),
    ...trend.slots.flatMap((slot) =>
      slot.kind === 'audit' && slot.broke !== null
        ? [`${CHANGED} ${slot.quarter}: ${breakWords(slot.broke, slot)}.`]
        : [],
    ),
    lastYearLine(trend),
    ...(trend.best === null ? [] : [`Best ever: ${auditScore(trend.best)}.`]),
    ...shortLines(trend),
  ].join('\n');
}

function rowsOf({ overall, steps, slots }: Trend): Row[] {
  const published = (name: string, line: TrendLine): Row => ({
    name,
    line,
    bars: bars(line),
    cell: (i) => {
      const slot = slots[i];
      return slot === undefined ? GAP : pointScore(line.points[i] ?? null, slot);
    },
    isSigned: true,
  });
  return [
    published('Overall', overall),
    {
      name: 'Like for like',
      line: overall,
      bars: chainBars(overall),
      cell: (i) => chainScore(overall, i),
      isSigned: false,
    },
    ...steps.map((line) => published(visibleLine(line.step.title), line)),
  ];
}

/** The table, and the index of the first quarter that it has room for; null where it has for none. */
function trendTable(
  { dealership, trend }: TrendView,
  width: number,
  tableWidth: number,
): { text: string; from: number | null } {
  const rows = rowsOf(trend);
  const title = visibleLine(dealership.name);
  for (let from = 0; from <= trend.slots.length - FEWEST; from++) {
    for (const most of NAMES) {
      const columns = columnsFrom(shorten(title, most), trend.slots, from);
      const cells = [
        ['', ...trend.slots.slice(from).map(quarterTitle), ''],
        ...rows.map((row) => [
          shorten(row.name, most),
          ...trend.slots.slice(from).map((_, i) => `${row.cell(from + i)}${sign(row, from + i)}`),
          row.bars,
        ]),
      ];
      const room = Math.min(width, tableWidth);
      if (tableNeeds(columns, cells) <= room) return { text: table(columns, cells, room), from };
    }
  }
  return { text: blocksOf(title, trend.slots, rows, width), from: null };
}

/** The sign of a change, or as much room, so that figures line up. */
function sign({ line, isSigned }: Row, index: number): string {
  const text = isSigned ? signOf(line.points[index]?.likeForLike?.change ?? null) : '';
  return text === '' ? ' ' : text;
}

function columnsFrom(title: string, slots: readonly TrendSlot[], from: number): Column[] {
  const shown = slots.slice(from);
  return [
    { title },
    ...shown.map((slot, i): Column => {
      const before = shown[i - 1];
      const isNew = before === undefined || yearOf(before) !== yearOf(slot);
      return { title: isNew ? yearOf(slot) : '' };
    }),
    { title: '' },
  ];
}

/** The year of a quarter; of a long gap a dash. */
function yearOf(slot: TrendSlot): string {
  return slot.kind === 'gap' && slot.quarters > 1 ? GAP : slot.quarter.slice(0, 4);
}

/** `Q3`, with its mark; of a long gap a dash. */
function quarterTitle(slot: TrendSlot): string {
  if (slot.kind === 'gap' && slot.quarters > 1) return GAP;
  return `${slot.quarter.slice(5)}${hasChanged(slot) ? CHANGED : ''}`;
}

/** Each row as a block of lines, the verdicts in words: for narrow screens, and to be listened to. */
function blocksOf(
  title: string,
  slots: readonly TrendSlot[],
  rows: readonly Row[],
  width: number,
): string {
  return tableAsBlocks(
    [
      { title },
      ...slots.map((slot) => ({ title: `${slotName(slot)}${hasChanged(slot) ? CHANGED : ''}` })),
    ],
    rows.map((row) => [
      row.name,
      ...slots.map((slot, i) => {
        const change = row.line.points[i]?.likeForLike?.change ?? null;
        const verdict = row.isSigned && change !== null ? `, ${verdictWords(change)}` : '';
        return slot.kind === 'gap' ? 'no sealed audit' : `${row.cell(i)}${verdict}`;
      }),
    ]),
    width,
  );
}

function gapLines(trend: Trend, text: string): string[] {
  if (!text.includes(GAP)) return [];
  const missing = missingQuarters(trend);
  const gaps = missing === 0 ? '' : `, or no sealed audit, as in ${count(missing, 'quarter')} here`;
  return [`${GAP} not scored${gaps}.`];
}

function lastYearLine({ lastYear, last }: Trend): string {
  if (lastYear === null) return 'The same quarter last year has no sealed audit.';
  const { published, likeForLike } = lastYear.comparison;
  const { bands } = last.result.checklist;
  const shown = printChange(published.from, published.to, bands);
  const like = printChange(likeForLike.from, likeForLike.to, bands);
  return `The same quarter last year, ${lastYear.quarter}: ${shown.from} → ${shown.to} (${shown.difference}); like for like ${like.difference}, ${verdictWords(likeForLike.change)}.`;
}

function shortLines({ oftenShort, last }: Trend): string[] {
  const { least, of, items } = oftenShort;
  const { bands } = last.result.checklist;
  const shown = items.slice(0, NAMED).map(({ last: now, times }) => {
    return `  - ${now.item.id}: ${String(times)} times, in ${last.quarter} ${printScore(now.share, bands)}`;
  });
  const more = items.length - shown.length;
  return [
    `Fell short in at least ${String(least)} of ${count(of, 'audit')}: ${items.length === 0 ? 'none' : count(items.length, 'item')}.`,
    ...shown,
    ...(more > 0 ? [`  and ${String(more)} more, which the report lists.`] : []),
  ];
}
