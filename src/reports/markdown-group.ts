import type { Band } from '../core/checklist/checklist.js';
import type { GroupChange, GroupRow, GroupStep } from '../core/compare/group.js';
import { STRONG, WEAK } from '../core/compare/group.js';
import type { Quartiles } from '../core/compare/quartiles.js';
import type { Rank } from '../core/compare/ranking.js';
import { isAhead } from '../core/compare/ranking.js';
import { printChange, printRange, printScore } from '../core/score/print.js';
import { SAME_SHARE } from '../core/score/uncertainty.js';
import { count } from '../core/text.js';
import type { GroupFrame, GroupView } from './group-view.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';

/** Several dealerships side by side: places, steps, who could teach whom, who moved. */
export function groupMarkdown(view: GroupView): string {
  const { rows } = view.comparison;
  return blocks([
    `# ${groupName(view)}, ${view.quarter}: ${count(rows.length, 'dealership')}`,
    bullets([frameLine(view), ...missingLine(view), ...leftOutLine(view)]),
    standing(view),
    ...(rows.length === 0 ? [] : [places(view), steps(view), movers(view)]),
    blocks(['## How to read this', bullets([...placeRules(), ...groupRules()])]).trimEnd(),
  ]);
}

/** How those who are compared are called together. */
export function groupName({ group }: GroupFrame): string {
  return group === null ? 'All dealerships' : inline(group);
}

/** By what they were compared, in one line. */
export function frameLine({ checklist, scope, quarter }: GroupFrame): string {
  return `${inline(checklist.title)}, scope ${scope}; audits of ${quarter} that are sealed.`;
}

function missingLine({ missing, quarter }: GroupView): string[] {
  return missing.length === 0
    ? []
    : [
        `**Not among them,** for want of a sealed audit of ${quarter}: ${missing.map(inline).join(', ')}.`,
      ];
}

function leftOutLine({ leftOut, quarter }: GroupView): string[] {
  const all = leftOut.map(({ name, why }) => `${inline(name)} (${inline(why)})`);
  return all.length === 0
    ? []
    : [`**Left out,** because their audits of ${quarter} were made otherwise: ${all.join(', ')}.`];
}

function standing({ comparison, checklist: { bands } }: GroupView): string {
  const { mean, quartiles, scored, strong, weak } = comparison;
  return blocks([
    '## The group',
    scored === 0
      ? 'No dealership has a score.'
      : bullets([
          `**Group score ${printScore(mean, bands)}:** the plain mean of ${count(scored, 'dealership')}, each with an equal voice.`,
          ...(quartiles === null || scored === 1 ? [] : [`${spread(quartiles, bands)}.`]),
          `At or above ${String(STRONG)}: ${partText(strong, scored)}. Below ${String(WEAK)}: ${partText(weak, scored)}.`,
        ]),
  ]).trimEnd();
}

/** Lowest to highest, in words. */
function spread(quartiles: Quartiles, bands: readonly Band[]): string {
  const print = (share: number): string => printScore(share, bands);
  const { lowest, lower, median, upper, highest } = quartiles;
  return `Half of them stand between ${print(lower)} and ${print(upper)}, the middle at ${print(median)}, the lowest at ${print(lowest)}, the highest at ${print(highest)}`;
}

/** `3 of 12 (25 %)`. */
export function partText(some: number, all: number): string {
  return `${String(some)} of ${String(all)} (${((some / all) * 100).toFixed(0)} %)`;
}

function places({ comparison: { rows }, checklist: { bands }, before }: GroupView): string {
  return blocks([
    '## Places',
    mdTable(
      [
        { title: 'Place', align: 'r' },
        { title: 'Could be', align: 'r' },
        { title: 'Dealership' },
        { title: 'Score', align: 'r' },
        { title: '95 %', align: 'r' },
        { title: 'Change', align: 'r' },
      ],
      rows.map((row) => [
        row.rank === null ? '–' : String(row.rank.place),
        rangeText(row.rank),
        inline(row.name),
        printScore(row.share, bands),
        intervalText(row, bands),
        changeText(row.change, bands),
      ]),
    ),
    `Change: since ${before}. “?” marks what chance alone may explain.`,
  ]).trimEnd();
}

/** `2–5`, the places that a rank leaves open; `2` where it leaves none. */
export function rangeText(rank: Rank | null): string {
  if (rank === null) return '–';
  const { place, last } = rank;
  return place === last ? String(place) : `${String(place)}–${String(last)}`;
}

/** `71–83`, rounded as the reports of audits round it; one number where there is no error. */
export function intervalText(
  { lower, upper }: Pick<GroupRow, 'lower' | 'upper'>,
  bands: readonly Band[],
): string {
  if (lower === null || upper === null) return '–';
  return upper - lower < SAME_SHARE
    ? printScore(upper, bands)
    : printRange({ lower, upper }).replace(' to ', '–');
}

/** `+4`, or `? +1` where the change isn't clear; `–` for none that is known. */
export function changeText(change: GroupChange | null, bands: readonly Band[]): string {
  if (change === null) return '–';
  const { difference } = printChange(change.from, change.to, bands);
  return change.clear ? difference : `? ${difference}`;
}

/** How many who lead a step are named. */
const MOST_LEADERS = 5;

function steps({ comparison, checklist: { bands } }: GroupView): string {
  return blocks([
    '## Steps',
    comparison.steps.map((step, s) => `${String(s + 1)}. ${stepLine(step, s, bands)}`).join('\n'),
    mdTable(
      [
        { title: 'Dealership' },
        ...comparison.steps.map((_, s) => ({ title: String(s + 1), align: 'r' as const })),
      ],
      comparison.rows.map((row) => [
        inline(row.name),
        ...row.steps.map(({ share, rank }) => {
          const text = share === null ? '–' : printScore(share, bands);
          return isAhead(rank) ? `**${text}**` : text;
        }),
      ]),
    ),
    'Bold: shares the first place in the step and is clearly better than at least one other.',
  ]).trimEnd();
}

function stepLine({ title, mean, leaders }: GroupStep, s: number, bands: readonly Band[]): string {
  const named = leaders
    .slice(0, MOST_LEADERS)
    .map((row) => `${inline(row.name)} (${printScore(row.steps[s]?.share ?? null, bands)})`);
  const more = leaders.length - named.length;
  const who =
    named.length === 0
      ? 'the data cannot tell anyone apart'
      : `could teach the others: ${named.join(', ')}${more === 0 ? '' : ` and ${String(more)} more`}`;
  return `**${inline(title)}**, mean ${printScore(mean, bands)}; ${who}.`;
}

/** How many who moved are listed. */
const MOST_MOVERS = 10;

function movers({ comparison, checklist: { bands }, before, quarter }: GroupView): string {
  const { movers: all } = comparison;
  const shown = all.slice(0, MOST_MOVERS);
  return blocks([
    `## Biggest movers since ${before}`,
    shown.length === 0
      ? 'Nobody moved, or nobody was audited in both quarters.'
      : mdTable(
          [
            { title: 'Dealership' },
            { title: before, align: 'r' },
            { title: quarter, align: 'r' },
            { title: 'Change', align: 'r' },
            { title: '' },
          ],
          shown.map(({ name, change }) => {
            const { from, to, difference } = printChange(change.from, change.to, bands);
            const word = change.difference > 0 ? 'rose' : 'fell';
            return [inline(name), from, to, difference, change.clear ? word : 'no clear change'];
          }),
        ),
    all.length > shown.length ? `And ${String(all.length - shown.length)} more.` : null,
  ]).trimEnd();
}

/** What a place means, as rules for whoever doubts one. */
export function placeRules(): string[] {
  return [
    'A place is 1 + the number of dealerships that are clearly better. Clearly better: the 95 % interval of the difference of two, (a − b) ± 1.96 √(variance of a + variance of b), lies above zero; where it is not sure whether a critical item caps a step, with the cap and without. Those who share a place cannot be told apart.',
    '“Could be” runs to the last place that contradicts no clear difference. Of a dealership where few cases were looked at, little is known: few are clearly better, so its place may be high and its range wide. Neighbours in the list may be too close to tell apart, even with different places.',
    'Quartiles are of type 7, as spreadsheets have them: the scores in order, the quantile p at position 1 + (n − 1) × p, on a straight line between two scores.',
  ];
}

function groupRules(): string[] {
  return [
    'The group score is the plain mean of its dealerships’ scores; a dealership without a score has no voice in it. It is not weighted by size.',
    'A change is clear when the 95 % interval of the difference of the two quarters leaves zero out. Clear changes are listed first, each kind the largest first.',
  ];
}
