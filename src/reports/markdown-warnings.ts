import { printPercent } from '../core/score/print.js';
import { isThin } from '../core/score/score.js';
import { smallSampleOf } from '../core/score/small-sample.js';
import { count } from '../core/words/numbers.js';
import { evidenceWarning } from './markdown-evidence.js';
import { inline } from './markdown-text.js';
import type { AuditView } from './view.js';

/** What a reader has to know before they trust the score of an audit; null where there is nothing. */
export function auditWarnings(view: AuditView): string | null {
  const { audit, result, sealHolds, previous } = view;
  const lines: string[] = [];
  if (audit.seal === null) lines.push('**Draft.** This audit is still open: its score can change.');
  if (isThin(result)) {
    const unscored = result.steps
      .filter((one) => one.share === null)
      .map((one) => inline(one.step.title));
    lines.push(
      `**Thin.** Only ${printPercent(result.coverage)} of the applicable weight was scored: this score says little about the rest.${unscored.length === 0 ? '' : ` Not scored at all: ${unscored.join('; ')}.`}`,
    );
  }
  const small = result.steps.flatMap(({ items }) =>
    items.flatMap((one) => {
      const found = smallSampleOf(one);
      return found === null
        ? []
        : [`\`${one.item.id}\` (${String(found.looked)} of ${String(found.asked)})`];
    }),
  );
  if (small.length > 0) {
    lines.push(
      `**Small samples.** ${count(small.length, 'item')} looked at fewer records than the checklist asks for: ${small.join(', ')}. The ranges beside the scores say what that costs.`,
    );
  }
  if (!sealHolds) {
    lines.push(
      '**The seal is broken.** What is kept is no longer what was sealed. Trust an earlier copy of this report instead.',
    );
  }
  if (previous !== null && !previous.sealHolds) {
    lines.push(
      `**The seal of ${previous.audit.quarter} is broken.** Do not trust the change since then.`,
    );
  }
  const spoiled = evidenceWarning(view);
  if (spoiled !== null) lines.push(spoiled);
  return lines.length === 0 ? null : lines.map((line) => `> ${line}`).join('\n>\n');
}
