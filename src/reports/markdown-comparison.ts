import type { Band } from '../core/checklist/checklist.js';
import { canonicalJson } from '../core/canonical.js';
import type { Pair } from '../core/compare/compare.js';
import { printNumber } from '../core/words/numbers.js';
import {
  printChange,
  printDifferenceRange,
  printPercent,
  verdictWords,
} from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { changesSection } from './markdown-changes.js';
import { UNCERTAINTY_RULE } from '../documents/words/method.js';
import { detectableSection, partsSection } from './markdown-parts.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';
import { answeredLine, auditLine, capWords, movers, quarterText } from './markdown-words.js';
import type { ComparisonView } from './view.js';

/** Two quarters side by side: what was published, what can be compared, and every change. */
export function comparisonMarkdown(view: ComparisonView): string {
  const { from, to } = view;
  return blocks([
    `# ${inline(to.audit.dealership.name)}, ${quarterText(from)} to ${quarterText(to)}`,
    bullets([`${from.audit.quarter}: ${auditLine(from)}`, `${to.audit.quarter}: ${auditLine(to)}`]),
    warnings(view),
    overall(view),
    steps(view),
    partsSection(view.comparison),
    detectableSection(view),
    ...changesSection(view),
    method(),
  ]);
}

function warnings({ from, to }: ComparisonView): string | null {
  const lines: string[] = [];
  for (const side of [from, to]) {
    if (!side.sealHolds)
      lines.push(
        `**The seal of ${side.audit.quarter} is broken:** what is kept is no longer what was sealed.`,
      );
    if (side.audit.seal === null) lines.push(`**Draft:** ${side.audit.quarter} is not sealed yet.`);
  }
  if (from.audit.checklist.id !== to.audit.checklist.id) {
    lines.push(
      'The two audits used different checklists: only items with the same id and definition can be compared.',
    );
  }
  const [one, other] = [from.audit.checklist, to.audit.checklist];
  if (
    one.id === other.id &&
    one.version === other.version &&
    canonicalJson(one) !== canonicalJson(other)
  ) {
    lines.push(
      `The checklist was changed between the two audits, though both call it version ${String(one.version)}.`,
    );
  }
  if (from.audit.scope !== to.audit.scope) {
    lines.push(
      `The scopes differ (${from.audit.scope}, then ${to.audit.scope}): items that only one of them asked are listed as new or gone.`,
    );
  }
  return lines.length === 0 ? null : lines.map((line) => `> ${line}`).join('\n>\n');
}

function row(
  name: string,
  pair: Pair,
  bands: readonly Band[],
  more: readonly string[] = [],
): string[] {
  const { from, to, difference } = printChange(pair.from, pair.to, bands);
  const range = pair.change === null ? '–' : printDifferenceRange(pair.change);
  return [name, from, to, difference, range, verdictWords(pair.change), ...more];
}

function overall({ from, to, comparison }: ComparisonView): string {
  const { bands } = to.audit.checklist;
  return blocks([
    '## Overall',
    mdTable(
      [
        { title: '' },
        { title: from.audit.quarter, align: 'r' },
        { title: to.audit.quarter, align: 'r' },
        { title: 'Change', align: 'r' },
        { title: '95 %', align: 'r' },
        { title: 'So it' },
      ],
      [
        row('**As published**', comparison.published, bands),
        row(
          `**Like for like** (${count(comparison.comparable, 'item')})`,
          comparison.likeForLike,
          bands,
        ),
        ['Band', from.result.band?.name ?? '–', to.result.band?.name ?? '–', '', '', ''].map(
          inline,
        ),
        [
          'Coverage',
          printPercent(from.result.coverage),
          printPercent(to.result.coverage),
          '',
          '',
          '',
        ],
      ],
    ),
    bullets([
      `${from.audit.quarter}: ${answeredLine(from.result)}.`,
      `${to.audit.quarter}: ${answeredLine(to.result)}.`,
    ]),
    movers(comparison, to.result, 'rose'),
    movers(comparison, to.result, 'fell'),
  ]).trimEnd();
}

function steps({ from, to, comparison }: ComparisonView): string {
  const { bands } = to.audit.checklist;
  const quarters = [
    { title: from.audit.quarter, align: 'r' },
    { title: to.audit.quarter, align: 'r' },
    { title: 'Change', align: 'r' },
    { title: '95 %', align: 'r' },
    { title: 'So it' },
  ] as const;
  const failed = (['from', 'to'] as const).flatMap((side) => {
    const { audit, result } = side === 'from' ? from : to;
    return result.steps
      .filter((one) => one.failedCritical.length > 0)
      .map(
        (one) =>
          `${audit.quarter}, ${inline(one.step.title)}: ${one.failedCritical.map((id) => `\`${id}\``).join(', ')}. ${capWords('the step', one, result)}`,
      );
  });
  return blocks([
    '## Steps',
    '**As published**',
    mdTable(
      [{ title: 'Step' }, ...quarters, { title: 'Weight', align: 'r' }],
      comparison.steps.map((one) =>
        row(inline(one.step.title), one.published, bands, [printNumber(one.step.weight)]),
      ),
    ),
    '**Like for like**',
    mdTable(
      [{ title: 'Step' }, ...quarters, { title: 'Items', align: 'r' }],
      comparison.steps.map((one) =>
        row(inline(one.step.title), one.likeForLike, bands, [String(one.comparable)]),
      ),
    ),
    failed.length === 0
      ? 'No critical item failed in either quarter.'
      : `**Critical items that failed**\n\n${bullets(failed)}`,
  ]).trimEnd();
}

function method(): string {
  return blocks([
    '## How to read this',
    bullets([
      'As published: the two scores as their own reports state them, each by its own checklist, weights and coverage.',
      'Like for like: only items that both audits scored by the same definition, both quarters under the later checklist’s weights and caps. A difference here was done, not defined.',
      'An item whose thresholds, levels, checks or standards changed is redefined; one whose applicability or checking changed has no rise or fall. None of these counts as a gain or a loss.',
      UNCERTAINTY_RULE,
      'What an item’s change did to the overall score: the later score less what it would be had this item alone stayed at its earlier score, by the later checklist, caps included. Such effects don’t simply add up to the change.',
      'Differences are taken before rounding; where whole numbers would contradict each other, decimals are shown.',
    ]),
  ]).trimEnd();
}
