import type { App } from '../app.js';
import type { GroupRow } from '../core/compare/group.js';
import { STRONG, WEAK } from '../core/compare/group.js';
import { printScore } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { GroupView } from '../reports/group-view.js';
import {
  changeLegend,
  changeText,
  coverageText,
  intervalText,
  partText,
  rangeText,
  versionsText,
} from '../reports/group-words.js';
import { shorten, table } from '../formats/layout.js';

/** Columns of a name: with the figures beside it, a line fits 80. */
const NAME = 24;

/** How many rows a screen takes; of more, so many from the top and so many from the end. */
const MOST_ROWS = 40;
const [TOP, END] = [20, 10];

/** The ranking and what the group has in common, for the screen. */
export function groupLines(view: GroupView, width: number, wrap: App['wrap']): string {
  const { rows } = view.comparison;
  const { bands } = view.checklist;
  const shown =
    rows.length <= MOST_ROWS ? rows : [...rows.slice(0, TOP), ...rows.slice(rows.length - END)];
  const line = (row: GroupRow): string[] => [
    row.rank === null ? '–' : String(row.rank.place),
    rangeText(row.rank),
    shorten(visibleLine(row.name), NAME),
    printScore(row.share, bands),
    intervalText(row, bands),
    coverageText(row),
    changeText(row.change, bands),
  ];
  const cut = rows.length - shown.length;
  const versions = versionsText(view);
  return [
    ...(versions === null ? [] : [wrap(versions)]),
    table(
      [
        { title: 'Place', align: 'right' },
        { title: 'Could be', align: 'right' },
        { title: shorten(visibleLine(view.group ?? 'All dealerships'), NAME) },
        { title: view.quarter, align: 'right' },
        { title: '95 %', align: 'right' },
        { title: 'Coverage', align: 'right' },
        { title: 'Change', align: 'right' },
      ],
      shown.map(line),
      width,
    ),
    ...(cut === 0
      ? []
      : [
          wrap(
            `The first ${String(TOP)} and the last ${String(END)}; the ${String(cut)} between them are in the report.`,
          ),
        ]),
    ...standingLines(view).map((text) => wrap(text)),
  ].join('\n');
}

function standingLines(view: GroupView): string[] {
  const { comparison, checklist, before, missing, leftOut } = view;
  const legend = changeLegend(
    comparison.rows.map(({ change }) => change),
    before,
  );
  const { mean, quartiles, scored, strong, weak } = comparison;
  const print = (share: number): string => printScore(share, checklist.bands);
  return [
    ...(mean === null || quartiles === null
      ? ['None of them has a score.']
      : [
          `Mean ${print(mean)} of ${count(scored, 'dealership')}; quartiles ${print(quartiles.lower)}, ${print(quartiles.median)}, ${print(quartiles.upper)}.`,
          `${partText(strong, scored)} at or above ${String(STRONG)}, ${partText(weak, scored)} below ${String(WEAK)}.`,
        ]),
    ...(legend === null ? [] : [legend]),
    ...named('Without a sealed audit', missing),
    ...named(
      'Audited otherwise, so left out',
      leftOut.map(({ name, why }) => `${name} (${why})`),
    ),
  ];
}

/** How many names a screen takes. */
const MOST_NAMES = 10;

/** Some names behind what they have in common, in one line; no line for none. */
export function named(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length - MOST_NAMES;
  const list = names.slice(0, MOST_NAMES).map(visibleLine).join(', ');
  return [`${what}: ${list}${more > 0 ? ` and ${String(more)} more` : ''}.`];
}
