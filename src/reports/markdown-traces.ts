import { caseShare, casesIn } from '../core/checklist/kinds/trace.js';
import { printScore } from '../core/score/print.js';
import type { ItemResult } from '../core/score/score.js';
import { blocks, inline, mdTable } from './markdown-text.js';
import { answerText } from './markdown-words.js';

/** Every trace case by case, then which standards were missed how often; null without a trace. */
export function tracesSection(items: readonly ItemResult[]): string | null {
  const traced = items.flatMap((one) =>
    one.item.kind === 'trace' && one.answer?.state === 'answered'
      ? [{ one, item: one.item, cases: casesIn(one.answer.value) }]
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
          [{ title: 'Case' }, { title: 'Score', align: 'r' }, { title: 'Lapses' }],
          cases.map((each) => [
            inline(each.ref),
            printScore(caseShare(item, each)),
            each.lapses.join(', ') || 'none',
          ]),
        ),
        missed.length === 0
          ? 'No standard was missed.'
          : mdTable(
              [{ title: 'Missed' }, { title: 'Cases', align: 'r' }, { title: 'Standard' }],
              missed.map(({ standard, times }) => [
                standard.id,
                `${String(times)} of ${String(cases.length)}`,
                `${inline(standard.text)}${standard.respect ? ' (respect: counts double)' : ''}`,
              ]),
            ),
      ];
    }),
  ]).trimEnd();
}
