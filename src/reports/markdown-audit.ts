import { isCritical } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { printNumber } from '../core/words/numbers.js';
import { tracesSection } from './markdown-traces.js';
import { scoreDepartments } from '../core/score/departments.js';
import {
  printChange,
  printPercent,
  printRange,
  printScore,
  scoreWords,
  verdictWords,
} from '../core/score/print.js';
import { SAME_SHARE } from '../core/score/uncertainty.js';
import type { AuditResult, ItemResult, StepResult } from '../core/score/score.js';
import { bandOf, hasFailedCritical } from '../core/score/score.js';
import { findingsSection, largestShortfalls } from './markdown-findings.js';
import { itemsSection } from './markdown-items.js';
import { methodSection } from './markdown-method.js';
import { stakesSection } from './markdown-stakes.js';
import { blocks, bullets, inline, mdTable, quotation } from './markdown-text.js';
import {
  answeredLine,
  auditLine,
  capWords,
  movers,
  quarterText,
  stepScore,
} from './markdown-words.js';
import { auditWarnings } from './markdown-warnings.js';
import type { AuditView } from './view.js';

/** The report of one audit: a page to read standing first, the arithmetic last. */
export function auditMarkdown(view: AuditView): string {
  return blocks([
    `# ${inline(view.audit.dealership.name)}, ${quarterText(view)}`,
    auditLine(view),
    auditWarnings(view),
    onePage(view),
    steps(view),
    departments(view),
    itemsSection(view),
    tracesSection(allItems(view)),
    findingsSection(view),
    stakesSection(view),
    remarks(view),
    methodSection(view),
  ]);
}

function allItems(view: AuditView): ItemResult[] {
  return view.result.steps.flatMap((step) => step.items);
}

function onePage(view: AuditView): string {
  const { result, previous } = view;
  const critical = allItems(view).filter(({ item }) => isCritical(item));
  const failed = critical.filter((one) => hasFailedCritical(one, result.checklist));
  const unscored = critical.filter((one) => one.share === null);
  const band =
    result.band === null
      ? ''
      : ` · ${inline(result.band.name)}${result.band.means === undefined ? '' : `: ${inline(result.band.means)}`}`;
  return blocks([
    `**${scoreWords(result.share, result.checklist.bands).replace(/^./, (letter) => letter.toUpperCase())}**${rangeWords(result.interval)}${band}`,
    bullets([
      ...weakestLink(view),
      changeLine(view),
      `Coverage ${printPercent(result.coverage)} of the applicable weight: ${answeredLine(result)}.`,
      ...(failed.length === 0
        ? unscored.length < critical.length
          ? [`No critical item failed, of ${String(critical.length - unscored.length)} scored.`]
          : []
        : failed.map((one) => failedLine(one, view))),
      ...(unscored.length === 0
        ? []
        : [
            `Critical items without a score: ${unscored
              .map((one) => `\`${one.item.id}\` (${one.state.replaceAll('-', ' ')})`)
              .join(', ')}.`,
          ]),
    ]),
    previous === null
      ? largestShortfalls(view)
      : blocks([
          movers(previous.comparison, result, 'rose'),
          movers(previous.comparison, result, 'fell'),
        ]).trimEnd(),
  ]).trimEnd();
}

/** ` (95 %: 60 to 72)`; nothing where the score has no error to speak of. */
function rangeWords(interval: AuditResult['interval']): string {
  return interval === null || interval.lower === interval.upper
    ? ''
    : ` (95 %: ${printRange(interval)})`;
}

/** The six steps are one customer's journey: the lowest is where it breaks. */
function weakestLink({ result }: AuditView): string[] {
  const scored = result.steps.filter((one) => one.share !== null);
  const lowest = Math.min(...scored.map((one) => one.share ?? 1));
  const weakest = scored.filter((one) => (one.share ?? 1) - lowest < SAME_SHARE);
  const [first] = weakest;
  if (first === undefined || weakest.length === scored.length) return [];
  const names = weakest.map(
    ({ step }) =>
      `step ${String(result.steps.findIndex((one) => one.step.id === step.id) + 1)}, ${inline(step.title)}`,
  );
  return [`Weakest link: **${stepScore(first, result)}**, ${names.join('; ')}.`];
}

/** A failed critical item, with what it does to its step. */
function failedLine(one: ItemResult, { result }: AuditView): string {
  const index = result.steps.findIndex(({ step }) => step.id === one.step);
  const step = result.steps[index];
  const effect =
    step === undefined ? '' : ` ${capWords(`step ${String(index + 1)}`, step, result)}`;
  return `**Critical item failed:** ${inline(one.item.ask)} \`${one.item.id}\` (${printScore(one.share)}).${effect}`;
}

/** What became of the score since the audit before, as published and like for like. */
export function changeLine({ previous, result }: AuditView): string {
  if (previous === null) return 'No earlier sealed audit by this checklist to compare with.';
  const { published, likeForLike, comparable } = previous.comparison;
  const change = printChange(published.from, published.to, result.checklist.bands);
  const like = printChange(likeForLike.from, likeForLike.to, result.checklist.bands);
  return `Change since ${previous.audit.quarter}: **${change.difference}** (${change.from} → ${change.to}), ${verdictWords(published.change)}; like for like ${like.difference} (${like.from} → ${like.to}), ${verdictWords(likeForLike.change)}, over ${String(comparable)} items.`;
}

function steps({ result, previous }: AuditView): string {
  const rows = result.steps.map((one, index) => {
    const before = previous?.comparison.steps.find((step) => step.step.id === one.step.id);
    const change = printChange(before?.published.from ?? null, one.share, result.checklist.bands);
    return [
      `${String(index + 1)}. ${inline(one.step.title)}`,
      stepScore(one, result),
      one.interval === null ? '–' : printRange(one.interval, result.checklist.bands),
      ...(previous === null ? [] : [change.difference]),
      inline(bandOf(one.share, result.checklist.bands)?.name ?? '–'),
      printPercent(one.coverage),
      scoredOf(one),
      printNumber(one.step.weight),
    ];
  });
  return blocks([
    '## Steps',
    mdTable(
      [
        { title: 'Step' },
        { title: 'Score', align: 'r' },
        { title: '95 %', align: 'r' },
        ...(previous === null
          ? []
          : ([{ title: `Since ${previous.audit.quarter}`, align: 'r' }] as const)),
        { title: 'Band' },
        { title: 'Coverage', align: 'r' },
        { title: 'Scored', align: 'r' },
        { title: 'Weight', align: 'r' },
      ],
      rows,
    ),
  ]).trimEnd();
}

/** `5 of 5`: scored of applicable; remarks are no part of either. */
function scoredOf({ items: all }: StepResult): string {
  const scorable = all.filter(({ item }) => kindOf(item).scored);
  const applicable = scorable.filter((one) => one.state !== 'not-applicable');
  const left = scorable.length - applicable.length;
  const scored = applicable.filter((one) => one.share !== null).length;
  return `${String(scored)} of ${String(applicable.length)}${left === 0 ? '' : ` (${String(left)} n/a)`}`;
}

function departments({ result }: AuditView): string {
  const all = result.checklist.departments;
  const columns = result.steps.map((step) => scoreDepartments(step, all));
  const rows = all.map((department, d) => [
    inline(department.title),
    ...columns.map((cells) => {
      const cell = cells[d];
      return cell === undefined || cell.share === null
        ? '–'
        : `${printScore(cell.share)} (${String(cell.scored)})`;
    }),
  ]);
  return blocks([
    '## Departments by step',
    'The weighted mean of a department’s items in each step, caps left aside; in brackets, how many items it stands on. An item counts for every department it names.',
    mdTable(
      [
        { title: 'Department' },
        ...result.steps.map((_, index) => ({
          title: `Step ${String(index + 1)}`,
          align: 'r' as const,
        })),
      ],
      rows,
    ),
  ]).trimEnd();
}

function remarks(view: AuditView): string | null {
  const made = allItems(view).flatMap(({ item, answer }) => {
    const text = answer?.state === 'answered' ? kindOf(item).text(item, answer.value) : '';
    return text === '' ? [] : [{ item, text }];
  });
  if (made.length === 0) return null;
  return blocks([
    '## Remarks',
    ...made.flatMap((one) => [inline(one.item.ask), quotation(one.text)]),
  ]).trimEnd();
}
