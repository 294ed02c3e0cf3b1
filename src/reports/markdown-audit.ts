import { isCritical, weightOf } from '../core/checklist/checklist.js';
import { findingsOf } from '../core/findings/findings.js';
import { scoreDepartments } from '../core/score/departments.js';
import { printChange, printPercent, printScore } from '../core/score/print.js';
import type { ItemResult } from '../core/score/score.js';
import { bandOf, hasFailedCritical } from '../core/score/score.js';
import { methodSection } from './markdown-method.js';
import { blocks, bullets, inline, mdTable, quotation } from './markdown-text.js';
import { answerText, answeredLine, auditLine, movers, stepScore } from './markdown-words.js';
import type { AuditView } from './view.js';

/** The report of one audit: a page to read standing first, the arithmetic last. */
export function auditMarkdown(view: AuditView): string {
  return blocks([
    `# ${inline(view.audit.dealership.name)}, ${view.audit.quarter}`,
    auditLine(view),
    warnings(view),
    onePage(view),
    steps(view),
    departments(view),
    items(view),
    traces(view),
    findings(view),
    remarks(view),
    methodSection(view),
  ]);
}

function allItems(view: AuditView): ItemResult[] {
  return view.result.steps.flatMap((step) => step.items);
}

function warnings({ audit, sealHolds }: AuditView): string | null {
  if (audit.seal === null) return '> **Draft.** This audit is still open: its score can change.';
  if (sealHolds) return null;
  return '> **The seal is broken.** What is kept is no longer what was sealed. Trust an earlier copy of this report instead.';
}

function onePage(view: AuditView): string {
  const { result, previous } = view;
  const failed = allItems(view).filter((one) => hasFailedCritical(one, result.checklist));
  const band =
    result.band === null
      ? ''
      : ` · ${inline(result.band.name)}${result.band.means === undefined ? '' : `: ${inline(result.band.means)}`}`;
  return blocks([
    `**Score ${printScore(result.share, result.checklist.bands)}**${band}`,
    bullets([
      changeLine(view),
      `Coverage ${printPercent(result.coverage)} of the applicable weight: ${answeredLine(result)}.`,
      failed.length === 0
        ? 'No critical item failed.'
        : `**${String(failed.length)} critical ${failed.length === 1 ? 'item' : 'items'} failed:** ${failed
            .map((one) => `${inline(one.item.ask)} \`${one.item.id}\` (${printScore(one.share)})`)
            .join('; ')}`,
    ]),
    previous === null ? null : gainsAndLosses(previous.comparison),
  ]).trimEnd();
}

function changeLine({ previous }: AuditView): string {
  if (previous === null) return 'No earlier sealed audit by this checklist to compare with.';
  const { published, likeForLike, comparable } = previous.comparison;
  const change = printChange(published.from, published.to);
  const like = printChange(likeForLike.from, likeForLike.to);
  return `Change since ${previous.audit.quarter}: **${change.difference}** (${change.from} → ${change.to}); like for like ${like.difference} (${like.from} → ${like.to}) over ${String(comparable)} items.`;
}

function gainsAndLosses(comparison: Parameters<typeof movers>[0]): string {
  const part = (title: string, tag: 'rose' | 'fell'): string => {
    const lines = movers(comparison, tag, 3);
    return `**${title}**\n\n${lines.length === 0 ? 'None.' : bullets(lines)}`;
  };
  return blocks([part('Largest gains', 'rose'), part('Largest losses', 'fell')]).trimEnd();
}

function steps({ result, previous }: AuditView): string {
  const rows = result.steps.map((one, index) => {
    const before = previous?.comparison.steps.find((step) => step.step.id === one.step.id);
    const change = printChange(before?.published.from ?? null, one.share);
    return [
      `${String(index + 1)}. ${inline(one.step.title)}`,
      stepScore(one, result),
      ...(previous === null ? [] : [change.difference]),
      inline(bandOf(one.share, result.checklist.bands)?.name ?? '–'),
      printPercent(one.coverage),
      `${String(one.items.filter((item) => item.share !== null).length)} of ${String(one.items.length)}`,
    ];
  });
  return blocks([
    '## Steps',
    mdTable(
      [
        { title: 'Step' },
        { title: 'Score', align: 'r' },
        ...(previous === null
          ? []
          : ([{ title: `Since ${previous.audit.quarter}`, align: 'r' }] as const)),
        { title: 'Band' },
        { title: 'Coverage', align: 'r' },
        { title: 'Scored', align: 'r' },
      ],
      rows,
    ),
  ]).trimEnd();
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
        ...result.steps.map((_, index) => ({ title: `Step ${String(index + 1)}`, align: 'r' as const })),
      ],
      rows,
    ),
  ]).trimEnd();
}

function itemLines(one: ItemResult, view: AuditView): string {
  const marks = [
    answerText(one),
    ...(one.item.kind === 'remark' ? [] : [`weight ${String(weightOf(one.item))}`]),
    ...(hasFailedCritical(one, view.result.checklist)
      ? ['**critical, failed**']
      : isCritical(one.item)
        ? ['critical']
        : []),
  ];
  const score = one.share === null ? '–' : printScore(one.share);
  const lines = [`- **${score}** ${inline(one.item.ask)}`, `  \`${one.item.id}\` · ${marks.join(' · ')}`];
  if (one.answer?.state === 'not-applicable' || one.answer?.state === 'not-checked') {
    lines.push('', quotation(one.answer.reason, '  '));
  }
  if (one.answer?.note !== undefined && one.answer.note.trim() !== '') {
    lines.push('', quotation(one.answer.note, '  '));
  }
  return lines.join('\n');
}

function items(view: AuditView): string {
  return blocks([
    '## Items',
    'Score, question, answer and weight; below them the auditor’s notes and reasons.',
    ...view.result.steps.flatMap((one, index) => [
      `### ${String(index + 1)}. ${inline(one.step.title)}: ${stepScore(one, view.result)}`,
      one.items.map((item) => itemLines(item, view)).join('\n'),
    ]),
  ]).trimEnd();
}

function traces(view: AuditView): string | null {
  const traced = allItems(view).flatMap((one) =>
    one.item.kind === 'trace' && one.answer?.state === 'answered'
      ? [{ one, item: one.item, cases: casesOf(one.answer.value) }]
      : [],
  );
  if (traced.length === 0) return null;
  return blocks([
    '## Traces',
    ...traced.flatMap(({ one, item, cases }) => {
      const missed = item.standards
        .map((standard) => ({
          standard,
          times: cases.filter((each) => each.lapses.includes(standard.id)).length,
        }))
        .filter(({ times }) => times > 0)
        .sort((a, b) => b.times - a.times);
      return [
        `### ${inline(item.ask)}`,
        `\`${item.id}\` · score ${printScore(one.share)} · ${answerText(one)}`,
        mdTable(
          [{ title: 'Case' }, { title: 'Lapses' }],
          cases.map((each) => [inline(each.ref), each.lapses.join(', ') || 'none']),
        ),
        missed.length === 0
          ? 'No standard was missed.'
          : `Missed most: ${missed
              .map(
                ({ standard, times }) =>
                  `${inline(standard.text)}${standard.respect ? ' (respect)' : ''} ${String(times)} of ${String(cases.length)}`,
              )
              .join('; ')}.`,
      ];
    }),
  ]).trimEnd();
}

function casesOf(value: unknown): readonly { ref: string; lapses: readonly string[] }[] {
  // The trace kind's own schema has let it through.
  return (value as { cases: readonly { ref: string; lapses: readonly string[] }[] }).cases;
}

function findings(view: AuditView): string {
  const found = findingsOf(view.result);
  const top = view.result.checklist.bands.at(-1);
  const lines = found.map(({ result: one, failedCritical }) =>
    [
      `1. ${failedCritical ? '**Critical.** ' : ''}${inline(one.item.ask)} \`${one.item.id}\` · ${printScore(one.share)} · ${answerText(one)} · weight ${String(weightOf(one.item))}`,
      ...(one.item.remedy === undefined ? [] : [`   What to do: ${inline(one.item.remedy)}`]),
    ].join('\n'),
  );
  return blocks([
    '## Findings',
    found.length === 0
      ? 'No item fell short.'
      : `Items that scored below ${String(top?.from ?? 100)}: failed critical items first, then by what they cost the overall score.`,
    lines.join('\n'),
  ]).trimEnd();
}

function remarks(view: AuditView): string | null {
  const made = allItems(view).flatMap(({ item, answer }) =>
    item.kind === 'remark' && answer?.state === 'answered' && typeof answer.value === 'string'
      ? [{ item, text: answer.value }]
      : [],
  );
  if (made.length === 0) return null;
  return blocks([
    '## Remarks',
    ...made.flatMap((one) => [
      inline(one.item.ask),
      quotation(one.text),
    ]),
  ]).trimEnd();
}
