import { weightOf } from '../core/checklist/checklist.js';
import { findingsOf } from '../core/findings/findings.js';
import { printScore } from '../core/score/print.js';
import { blocks, bullets, inline } from './markdown-text.js';
import { answerText } from './markdown-words.js';
import type { AuditView } from './view.js';

/** Every item that fell short, with what it costs and what to do. */
export function findingsSection(view: AuditView): string {
  const found = findingsOf(view.result);
  const top = view.result.checklist.bands.at(-1);
  const lines = found.map(({ result: one, failedCritical, missing }, index) => {
    const number = `${String(index + 1)}. `;
    const indent = ' '.repeat(number.length);
    const step = view.result.steps.findIndex((each) => each.step.id === one.step) + 1;
    return [
      `${number}${failedCritical ? '**Critical.** ' : ''}${inline(one.item.ask)}`,
      `${indent}\`${one.item.id}\` · step ${String(step)} · score ${printScore(one.share)} · ${answerText(one)} · weight ${String(weightOf(one.item))} · costs ${(missing * 100).toFixed(1)}`,
      ...(one.item.remedy === undefined ? [] : [`${indent}What to do: ${inline(one.item.remedy)}`]),
    ].join('  \n');
  });
  return blocks([
    '## Findings',
    found.length === 0
      ? 'No item fell short.'
      : `Items that scored below ${top === undefined || top.from === 0 ? '100' : `${String(top.from)}, where the band ${inline(top.name)} starts`}: failed critical items first, then by what they cost the overall score in points, caps left aside.`,
    lines.join('\n\n'),
  ]).trimEnd();
}

/** What weighs most, for a first audit that has nothing to be compared with. */
export function largestShortfalls({ result }: AuditView): string {
  const found = findingsOf(result).slice(0, 3);
  return found.length === 0
    ? ''
    : `**Largest shortfalls**\n\n${bullets(found.map(({ result: one }) => `${inline(one.item.ask)} \`${one.item.id}\`: ${printScore(one.share)}`))}`;
}
