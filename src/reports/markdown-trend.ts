import type { Pair } from '../core/compare/compare.js';
import type { Trend } from '../core/compare/trend.js';
import type { TrendLine } from '../core/compare/trend-line.js';
import type { TrendSlot } from '../core/compare/trend-slots.js';
import {
  printChange,
  printDifferenceRange,
  printPoints,
  printRange,
  verdictWords,
} from '../core/score/print.js';
import type { Difference } from '../core/score/uncertainty.js';
import { count } from '../core/words/numbers.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';
import { itemsSection, oftenShortSection } from './markdown-trend-items.js';
import { quarterName } from './markdown-words.js';
import { UNCERTAINTY_RULE } from '../documents/words/method.js';
import { GAP } from './sparkline.js';
import type { TrendView } from './trend-view.js';
import {
  ANEW,
  CHANGED,
  LINE_RULE,
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
} from './trend-words.js';

/** A dealership over several quarters: overall, steps and items, and what the checklist did to them. */
export function trendMarkdown(view: TrendView): string {
  const { dealership, trend } = view;
  const { checklist } = trend.last.result;
  const [first = trend.last] = trend.audits;
  const name = (quarter: typeof first.quarter): string =>
    quarterName(quarter, dealership.yearStarts);
  const missing = missingQuarters(trend);
  return blocks([
    `# ${inline(dealership.name)}, the trend from ${name(first.quarter)} to ${name(trend.last.quarter)}`,
    bullets([
      `${inline(checklist.title)} \`${checklist.id}\`: ${count(trend.audits.length, 'sealed audit')}${missing === 0 ? '' : `, ${count(missing, 'quarter')} without one`}.`,
      ...(trend.best === null ? [] : [`Best ever: ${auditScore(trend.best)}.`]),
    ]),
    seals(view),
    '## Overall',
    overTime(trend.overall, trend.slots),
    changed(trend),
    lastYear(trend),
    oftenShortSection(trend),
    steps(trend),
    ...trend.steps.flatMap((line) => [
      `### ${inline(line.step.title)}`,
      overTime(line, trend.slots),
    ]),
    itemsSection(trend),
    method(trend),
  ]);
}

function seals({ seals: all }: TrendView): string | null {
  const broken = all.filter(({ sealHolds }) => !sealHolds);
  return broken.length === 0
    ? null
    : broken
        .map(
          ({ quarter }) =>
            `> **The seal of ${quarter} is broken:** what is kept is no longer what was sealed.`,
        )
        .join('\n>\n');
}

/** A line with every figure: a row for each quarter. */
function overTime(line: TrendLine, slots: readonly TrendSlot[]): string {
  const rows = slots.map((slot, i) => {
    const point = line.points[i] ?? null;
    const chain = point?.likeForLike ?? null;
    const interval = point?.interval ?? null;
    return [
      marked(slot),
      pointScore(point, slot),
      interval === null || slot.kind === 'gap'
        ? GAP
        : printRange(interval, slot.result.checklist.bands),
      ...changeCells(point?.change ?? null),
      inline(chainScore(line, i)),
      ...changeCells(chain?.change ?? null),
    ];
  });
  return blocks([
    `As published ${bars(line)}, like for like ${chainBars(line)}`,
    mdTable(
      [
        { title: 'Quarter' },
        { title: 'Score', align: 'r' },
        { title: '95 %', align: 'r' },
        { title: 'Change', align: 'r' },
        { title: 'So it' },
        { title: 'Like for like', align: 'r' },
        { title: 'Change', align: 'r' },
        { title: 'So it' },
      ],
      rows,
    ),
  ]).trimEnd();
}

function changeCells(change: Difference | null): string[] {
  return [change === null ? GAP : printPoints(change.difference), verdictWords(change)];
}

/** A quarter, marked where the checklist or the scope changed. */
function marked(slot: TrendSlot): string {
  return `${slotName(slot)}${hasChanged(slot) ? ` ${CHANGED}` : ''}`;
}

function changed({ slots }: Trend): string | null {
  const code = (ids: readonly string[]): string => ` (${ids.map((id) => `\`${id}\``).join(', ')})`;
  const lines = slots.flatMap((slot) =>
    slot.kind === 'audit' && slot.broke !== null
      ? [`${CHANGED} ${slot.quarter}: ${breakWords(slot.broke, slot, code)}.`]
      : [],
  );
  if (lines.length === 0) return null;
  return `## Where the checklist changed\n\n${bullets(lines)}`;
}

function lastYear({ lastYear: found, last }: Trend): string {
  const title = '## The same quarter last year';
  if (found === null) return `${title}\n\nNo sealed audit by this checklist.`;
  const { bands } = last.result.checklist;
  const row = (name: string, { from, to, change }: Pair): string[] => {
    const printed = printChange(from, to, bands);
    const range = change === null ? GAP : printDifferenceRange(change);
    return [name, printed.from, printed.to, printed.difference, range, verdictWords(change)];
  };
  const { comparison } = found;
  return blocks([
    title,
    mdTable(
      [
        { title: '' },
        { title: found.quarter, align: 'r' },
        { title: last.quarter, align: 'r' },
        { title: 'Change', align: 'r' },
        { title: '95 %', align: 'r' },
        { title: 'So it' },
      ],
      [
        row('**Overall, as published**', comparison.published),
        row('**Overall, like for like**', comparison.likeForLike),
        ...comparison.steps.map(({ step, likeForLike }) =>
          row(`${inline(step.title)}, like for like`, likeForLike),
        ),
      ],
    ),
  ]).trimEnd();
}

function steps({ slots, overall, steps: lines }: Trend): string {
  const columns = [
    { title: '' },
    ...slots.map((slot) => ({ title: marked(slot), align: 'r' as const })),
    { title: '' },
  ];
  const named = [
    { name: '**Overall**', line: overall },
    ...lines.map((line) => ({ name: inline(line.step.title), line })),
  ];
  return blocks([
    '## Steps',
    '**As published**',
    mdTable(
      columns,
      named.map(({ name, line }) => [
        name,
        ...slots.map((slot, i) => {
          const point = line.points[i] ?? null;
          return `${pointScore(point, slot)}${signOf(point?.change ?? null)}`;
        }),
        bars(line),
      ]),
    ),
    '**Like for like**',
    mdTable(
      columns,
      named.map(({ name, line }) => [
        name,
        ...slots.map((_, i) => {
          const change = line.points[i]?.likeForLike?.change ?? null;
          return `${inline(chainScore(line, i))}${signOf(change)}`;
        }),
        chainBars(line),
      ]),
    ),
    `${SIGN_WORDS}. ${GAP} no sealed audit, or not scored.${slots.some(hasChanged) ? ` ${CHANGED} the checklist or the scope changed.` : ''}`,
  ]).trimEnd();
}

function method({ overall, steps: lines, slots }: Trend): string {
  return blocks([
    '## How to read this',
    bullets([
      'As published: the scores as their own reports state them, each by its own checklist, weights and coverage. The best ever is the highest of these among all sealed audits by this checklist, of equal ones the earliest.',
      LINE_RULE,
      ...(hasAnew([overall, ...lines])
        ? [
            `${inline(ANEW)} marks where a like-for-like line starts anew: nothing of it could be compared with the audit before, up to which it is a line of its own that ends at the published score.`,
          ]
        : []),
      `Quarters between the first and the last that have no sealed audit are gaps (${GAP}). Changes reach across them, to the audit before.${slots.some((slot) => slot.quarter !== slotName(slot)) ? ' A long gap has one place.' : ''}`,
      'A bar stands for an eighth of 0 to 100, on the same scale everywhere. The figures beside it count.',
      'An item without a sign could not be compared with the audit before: it was redefined, new, not applicable or not checked in one of the two.',
      'An item fell short where it scored below the top band of its own quarter’s checklist.',
      UNCERTAINTY_RULE,
      'Differences are taken before rounding, and stand in points with one decimal.',
    ]),
  ]).trimEnd();
}
