import { printNumber } from '../core/words/numbers.js';
import { printPoints, printScore, printerFor } from '../core/score/print.js';
import type { AuditResult, ItemResult } from '../core/score/score.js';
import { shortestListTo } from '../core/score/shortest-list.js';
import type { Stake } from '../core/score/stake.js';
import { shareWithFull, stakesOf } from '../core/score/stake.js';
import { count } from '../core/words/numbers.js';
import type { TableColumn } from './markdown-text.js';
import { blocks, mdTable } from './markdown-text.js';
import { answerText } from './markdown-words.js';
import { targetWords } from '../documents/words/target.js';
import type { AuditView } from './view.js';

/** How many stakes are printed; JSON has them all. */
const MOST = 10;

const ITEM_COLUMNS: readonly TableColumn[] = [
  { title: 'Item' },
  { title: 'Step', align: 'r' },
  { title: 'Answer' },
  { title: 'Score', align: 'r' },
];

function itemCells(one: ItemResult, result: AuditResult): string[] {
  const step = result.steps.findIndex((each) => each.step.id === one.step) + 1;
  return [`\`${one.item.id}\``, String(step), answerText(one), printScore(one.share)];
}

/** What each item below full could bring, and the shortest way to the target where there is one. */
export function stakesSection({ result, target }: AuditView): string | null {
  const stakes = stakesOf(result);
  const parts = [
    ...(stakes.length === 0 ? [] : table(stakes, result)),
    ...(target === null ? [] : wayTo(target, result)),
  ];
  return parts.length === 0 ? null : blocks(['## Points at stake', ...parts]).trimEnd();
}

function table(stakes: readonly Stake[], result: AuditResult): string[] {
  const more = stakes.length - MOST;
  return [
    'What an item’s step, and the overall score, would gain in points if that item alone became full (100), caps included. Gains don’t simply add up: while a failed critical item caps a step, its other items gain little or nothing, and of two that cap it neither gains much alone.',
    mdTable(
      [
        ...ITEM_COLUMNS,
        { title: 'Its step gains', align: 'r' },
        { title: 'Overall gains', align: 'r' },
      ],
      stakes
        .slice(0, MOST)
        .map(({ result: one, step, overall }) => [
          ...itemCells(one, result),
          printPoints(step),
          printPoints(overall),
        ]),
    ),
    ...(more > 0 ? [`And ${count(more, 'more item')} below full.`] : []),
  ];
}

/** The shortest list to a target, each item with the score that it and those above it make. */
function wayTo(target: number, result: AuditResult): string[] {
  const list = shortestListTo(result, target);
  const title = `### The shortest way to ${printNumber(target)}`;
  const words = targetWords(target, list, result);
  if (list === null || list.items.length === 0) return [title, words];
  const print = printerFor(target, result.checklist.bands);
  const full = new Set<string>();
  return [
    title,
    `${words} This is exact, caps included: no shorter list gets there, and none as short gets further. The last column is the overall score once that item and those above it are full.`,
    mdTable(
      [...ITEM_COLUMNS, { title: 'Overall then', align: 'r' }],
      list.items.map((one) => {
        full.add(one.item.id);
        return [...itemCells(one, result), print(shareWithFull(result, full) ?? 0)];
      }),
    ),
  ];
}
