import { kindOf } from '../core/checklist/kinds/index.js';
import { printScore } from '../core/score/print.js';
import type { ItemResult } from '../core/score/score.js';
import { blocks, inline, mdTable } from './markdown-text.js';
import { answerText } from './markdown-words.js';

/** Every answer of whole cases case by case, then which standards were missed how often; null without one. */
export function tracesSection(items: readonly ItemResult[]): string | null {
  const traced = items.flatMap((one) => {
    if (one.answer?.state !== 'answered') return [];
    const found = kindOf(one.item).cases(one.item, one.answer.value);
    return found === null ? [] : [{ one, ...found }];
  });
  if (traced.length === 0) return null;
  return blocks([
    '## Traces',
    ...traced.flatMap(({ one, standards, cases }) => {
      const missed = standards
        .map((standard) => ({
          standard,
          times: cases.filter(({ lapses }) => lapses.includes(standard)).length,
        }))
        .filter(({ times }) => times > 0)
        .sort((a, b) => b.times - a.times);
      return [
        `### ${inline(one.item.ask)}`,
        `\`${one.item.id}\` · score ${printScore(one.share)} · ${answerText(one)}`,
        mdTable(
          [{ title: 'Case' }, { title: 'Score', align: 'r' }, { title: 'Lapses' }],
          cases.map((each) => [
            inline(each.ref),
            printScore(each.share),
            each.lapses.map(({ id }) => id).join(', ') || 'none',
          ]),
        ),
        missed.length === 0
          ? 'No standard was missed.'
          : mdTable(
              [{ title: 'Missed' }, { title: 'Cases', align: 'r' }, { title: 'Standard' }],
              missed.map(({ standard, times }) => [
                standard.id,
                `${String(times)} of ${String(cases.length)}`,
                `${inline(standard.text)}${standard.double ? ' (respect: counts double)' : ''}`,
              ]),
            ),
      ];
    }),
  ]).trimEnd();
}
