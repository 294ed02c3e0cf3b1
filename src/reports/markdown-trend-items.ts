import type { ItemLine, ItemPoint } from '../core/compare/trend-items.js';
import type { Trend } from '../core/compare/trend.js';
import { printRange, printScore } from '../core/score/print.js';
import { SAME_SHARE } from '../core/score/uncertainty.js';
import { count } from '../core/words/numbers.js';
import { blocks, inline, mdTable } from './markdown-text.js';
import { GAP, sparkline } from './sparkline.js';
import { itemSign, slotName } from './trend-words.js';

/** The items that fell short again and again. */
export function oftenShortSection({ oftenShort, items, last }: Trend): string {
  const { least, of, items: found } = oftenShort;
  const lines = new Map(items.map((line) => [line.item.id, line]));
  const { bands } = last.result.checklist;
  const title = `## Fell short in at least ${String(least)} of ${count(of, 'audit')}`;
  if (found.length === 0) return `${title}\n\nNone.`;
  return blocks([
    title,
    mdTable(
      [
        { title: 'Item' },
        { title: 'Asks' },
        { title: 'Times', align: 'r' },
        { title: 'Scored', align: 'r' },
        { title: `In ${last.quarter}`, align: 'r' },
        { title: '' },
      ],
      found.map(({ last: now, times, scored }) => [
        `\`${now.item.id}\``,
        inline(now.item.ask),
        String(times),
        String(scored),
        now.share === null ? GAP : printScore(now.share, bands),
        itemBars(lines.get(now.item.id)),
      ]),
    ),
  ]).trimEnd();
}

/** Every item over time. */
export function itemsSection({ slots, items }: Trend): string {
  return blocks([
    '## Items',
    mdTable(
      [
        { title: 'Item' },
        ...slots.map((slot) => ({ title: slotName(slot), align: 'r' as const })),
        { title: '' },
      ],
      items.map((line) => [`\`${line.item.id}\``, ...line.points.map(itemCell), itemBars(line)]),
    ),
  ]).trimEnd();
}

function itemBars(line: ItemLine | undefined): string {
  return sparkline(line?.points.map((point) => point?.share ?? null) ?? []);
}

/** `83▲ (60 to 96)`, the interval only where there is an error to speak of. */
function itemCell(point: ItemPoint | null): string {
  const { share = null, interval = null } = point ?? {};
  if (point === null || share === null) return GAP;
  const isExact = interval === null || interval.upper - interval.lower < SAME_SHARE;
  return `${printScore(share)}${itemSign(point)}${isExact ? '' : ` (${printRange(interval)})`}`;
}
