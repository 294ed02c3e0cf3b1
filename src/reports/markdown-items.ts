import { sameAnswer } from '../core/audit/answer.js';
import { isCritical, weightOf } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { printScore } from '../core/score/print.js';
import type { ItemResult } from '../core/score/score.js';
import { hasFailedCritical } from '../core/score/score.js';
import { evidenceLines, takenOffLines } from './markdown-evidence.js';
import { blocks, inline, quotation } from './markdown-text.js';
import { answerText, detailText, stepScore } from './markdown-words.js';
import type { AuditView } from './view.js';

/** Earlier answers that were replaced by another, oldest first, with the reason where one was given. */
function corrections(one: ItemResult, { audit }: AuditView): string[] {
  const revisions = audit.revisions
    .filter((recorded) => recorded.item === one.item.id && recorded.answer.state !== 'unanswered')
    .sort((a, b) => a.revision - b.revision);
  return revisions.slice(1).flatMap((now, index) => {
    const before = revisions[index];
    if (
      before === undefined ||
      sameAnswer(before.answer, {
        ...now.answer,
        note: before.answer.note,
        evidence: before.answer.evidence,
      })
    ) {
      return [];
    }
    const words = answerText({ ...one, state: before.answer.state, answer: before.answer });
    const why = now.why === null ? '' : `: ${inline(now.why)}`;
    return [`Changed from ${words} by ${inline(now.auditor)}${why}`];
  });
}

function itemLines(one: ItemResult, view: AuditView): string {
  const marks = [
    answerText(one),
    ...(!kindOf(one.item).scored ? [] : [`weight ${String(weightOf(one.item))}`]),
    ...(hasFailedCritical(one, view.result.checklist)
      ? ['**critical, failed**']
      : isCritical(one.item)
        ? ['critical']
        : []),
  ];
  const score = one.share === null ? '–' : printScore(one.share);
  const detail = detailText(one);
  // Two spaces at the end of a line break it where it is rendered.
  const head = [
    `- **${score}** ${inline(one.item.ask)}`,
    `  \`${one.item.id}\` · ${marks.join(' · ')}`,
    ...(detail === '' ? [] : [`  ${detail}`]),
  ].join('  \n');
  const lines = [head];
  if (one.answer?.state === 'not-applicable' || one.answer?.state === 'not-checked') {
    lines.push('', quotation(`Why: ${one.answer.reason}`, '  '));
  }
  lines.push(...corrections(one, view).flatMap((line) => ['', `  ${line}`]));
  if (one.answer?.note !== undefined && one.answer.note.trim() !== '') {
    lines.push('', quotation(one.answer.note, '  '));
  }
  lines.push(
    ...[...evidenceLines(one, view), ...takenOffLines(one, view)].flatMap((line) => [
      '',
      `  ${line}`,
    ]),
  );
  return lines.join('\n');
}

/** Every item with its score, answer, weight, corrections, notes, reasons and evidence. */
export function itemsSection(view: AuditView): string {
  return blocks([
    '## Items',
    'Score, question, answer and weight; below them the auditor’s notes, reasons and evidence.',
    ...view.result.steps.flatMap((one, index) => [
      `### ${String(index + 1)}. ${inline(one.step.title)}: ${stepScore(one, view.result)}`,
      one.items.map((item) => itemLines(item, view)).join('\n\n'),
    ]),
  ]).trimEnd();
}
