import type { Band } from '../core/checklist/checklist.js';
import type { GroupStep } from '../core/compare/group.js';
import { STRONG, WEAK } from '../core/compare/group.js';
import type { Quartiles } from '../core/compare/quartiles.js';
import { isAhead } from '../core/compare/ranking.js';
import { printChange, printScore } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import type { GroupView } from './group-view.js';
import {
  REDEFINED,
  changeLegend,
  changeText,
  coverageText,
  intervalText,
  partText,
  rangeText,
} from './group-words.js';
import {
  CAPPED,
  frameLines,
  groupName,
  placeRules,
  sealNote,
  stepText,
} from './markdown-group-frame.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';

/** Several dealerships side by side: places, steps, who could teach whom, who moved. */
export function groupMarkdown(view: GroupView): string {
  const { rows } = view.comparison;
  return blocks([
    `# ${groupName(view)}, ${view.quarter}: ${count(rows.length, 'dealership')}`,
    sealNote(view.seals),
    bullets([...frameLines(view), ...missingLine(view), ...leftOutLine(view)]),
    standing(view),
    ...(rows.length === 0 ? [] : [places(view), steps(view), movers(view)]),
    blocks(['## How to read this', bullets([...placeRules(), ...groupRules()])]).trimEnd(),
  ]);
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
        { title: 'Coverage', align: 'r' },
        { title: 'Change', align: 'r' },
      ],
      rows.map((row) => [
        row.rank === null ? '–' : String(row.rank.place),
        rangeText(row.rank),
        inline(row.name),
        printScore(row.share, bands),
        intervalText(row, bands),
        coverageText(row),
        changeText(row.change, bands),
      ]),
    ),
    changeLegend(
      rows.map(({ change }) => change),
      before,
    ),
  ]).trimEnd();
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
        ...row.steps.map((cell) => {
          const text = stepText(cell, bands);
          return isAhead(cell.rank) ? `**${text}**` : text;
        }),
      ]),
    ),
    'Bold: shares the first place in the step and is clearly better than at least one other.',
    comparison.rows.some((row) => row.steps.some(({ capped }) => capped)) ? CAPPED : null,
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

function movers(view: GroupView): string {
  const { comparison, checklist, before, quarter } = view;
  const { bands } = checklist;
  const { movers: all } = comparison;
  const shown = all.slice(0, MOST_MOVERS);
  return blocks([
    `## Biggest movers since ${before}`,
    shown.length === 0
      ? comparison.redefined.length === 0
        ? 'Nobody moved, or nobody was audited in both quarters.'
        : null
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
    redefinedLine(view),
  ]).trimEnd();
}

/** Those of whom two audits by different checklists can't say whether they moved. */
function redefinedLine({
  comparison: { redefined },
  checklist: { bands },
}: GroupView): string | null {
  const all = redefined.map(({ name, change }) => `${inline(name)} (${changeText(change, bands)})`);
  return all.length === 0 ? null : `**Without a verdict,** ${REDEFINED}: ${all.join(', ')}.`;
}

function groupRules(): string[] {
  return [
    'The group score is the plain mean of its dealerships’ scores; a dealership without a score has no voice in it. It is not weighted by size.',
    'A change is clear when the 95 % interval of the difference of the two quarters leaves zero out. Where the two audits were made by different contents of the checklist, it has no verdict: checkup compare shows what is like for like. Clear changes are listed first, each kind the largest first.',
  ];
}
