import { weightOf } from '../core/checklist/checklist.js';
import type { Change } from '../core/compare/change.js';
import { CHANGE_WORDS } from '../core/compare/change.js';
import { isComparable } from '../core/compare/compare.js';
import { printChange, printDifferenceRange, printScore } from '../core/score/print.js';
import type { ItemResult } from '../core/score/score.js';
import { bullets, inline, mdTable } from './markdown-text.js';
import { answerText } from './markdown-words.js';
import type { ComparisonView } from './view.js';

/** Whether an item was scored in neither quarter: then nothing can be said about it. */
function isUnscored(change: Change): boolean {
  return change.tag === 'same' && change.difference === null;
}

const SECTIONS: readonly { readonly title: string; readonly has: (change: Change) => boolean }[] = [
  { title: 'Rose', has: ({ tag }) => tag === 'rose' },
  { title: 'Fell', has: ({ tag }) => tag === 'fell' },
  { title: 'No clear change', has: ({ tag }) => tag === 'no-clear-change' },
  {
    title: 'Not comparable: applicability or checking changed',
    has: ({ tag }) => tag.startsWith('became-') || tag.startsWith('ceased-'),
  },
  {
    title: 'Not comparable: the checklist or the scope changed',
    has: ({ tag }) => ['redefined', 'new', 'gone'].includes(tag),
  },
  { title: 'Same', has: (change) => change.tag === 'same' && !isUnscored(change) },
  { title: 'Scored in neither quarter', has: isUnscored },
];

/** Every item of the two audits, in the section that its change belongs to. */
export function changesSection(view: ComparisonView): string[] {
  return [
    '## Items',
    ...SECTIONS.flatMap(({ title, has }) => {
      const found = view.comparison.changes.filter(has).sort((a, b) => sizeOf(b) - sizeOf(a));
      if (found.length === 0) return [];
      return [
        `### ${title} (${String(found.length)})`,
        changeTable(found, view),
        bullets(found.flatMap((change) => reasons(change, view))),
      ];
    }),
  ];
}

/** Largest rises and falls first; everything else stays in the order of the checklist. */
function sizeOf(change: Change): number {
  return isComparable(change) ? Math.abs(change.difference.difference) : 0;
}

function sideOf(change: Change, side: 'from' | 'to'): ItemResult | null {
  if (side === 'from') return 'from' in change ? change.from : null;
  return 'to' in change ? change.to : null;
}

/** Why an item was left out, in the auditor's words. */
function reasons(change: Change, view: ComparisonView): string[] {
  return (['from', 'to'] as const).flatMap((side) => {
    const answer = sideOf(change, side)?.answer;
    return answer?.state === 'not-applicable' || answer?.state === 'not-checked'
      ? [`\`${change.id}\`, ${view[side].audit.quarter}: ${inline(answer.reason)}`]
      : [];
  });
}

function changeTable(found: readonly Change[], { from, to }: ComparisonView): string {
  return mdTable(
    [
      { title: 'Item' },
      { title: 'Weight', align: 'r' },
      { title: from.audit.quarter, align: 'r' },
      { title: to.audit.quarter, align: 'r' },
      { title: 'Change', align: 'r' },
      { title: '95 %', align: 'r' },
      { title: 'Then' },
      { title: 'Now' },
    ],
    found.map((change) => {
      const [then, now] = [sideOf(change, 'from'), sideOf(change, 'to')];
      const item = (now ?? then)?.item;
      const word = CHANGE_WORDS[change.tag];
      const printed = isComparable(change)
        ? printChange(change.from.share, change.to.share)
        : {
            from: scoreOrDash(then),
            to: scoreOrDash(now),
            difference: isUnscored(change)
              ? '–'
              : 'because' in change
                ? `${word} (${change.because})`
                : word,
          };
      return [
        `\`${change.id}\``,
        item === undefined ? '' : String(weightOf(item)),
        printed.from,
        printed.to,
        printed.difference,
        isComparable(change) ? printDifferenceRange(change.difference) : '–',
        then === null ? '–' : answerText(then),
        now === null ? '–' : answerText(now),
      ];
    }),
  );
}

function scoreOrDash(one: ItemResult | null): string {
  const share = one?.share ?? null;
  return share === null ? '–' : printScore(share);
}
