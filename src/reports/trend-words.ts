import type { ItemPoint } from '../core/compare/trend-items.js';
import type { Trend } from '../core/compare/trend.js';
import type { TrendLine, TrendPoint } from '../core/compare/trend-line.js';
import type { TrendAudit, TrendBreak, TrendSlot } from '../core/compare/trend-slots.js';
import { isComparable } from '../core/compare/compare.js';
import { ITEM_TAGS } from '../core/compare/item-diff.js';
import { STEP_TAGS } from '../core/compare/step-diff.js';
import { printScore, scoreWords } from '../core/score/print.js';
import type { Difference, Verdict } from '../core/score/uncertainty.js';
import { count } from '../core/words/numbers.js';
import { GAP, sparkline } from './sparkline.js';

const SIGNS: Readonly<Record<Verdict, string>> = {
  rose: '▲',
  fell: '▼',
  'no-clear-change': '≈',
  same: '=',
};

/** What the signs beside scores say. */
export const SIGN_WORDS = '▲ rose, ▼ fell, ≈ no clear change, = same, since the audit before';

/** What marks a quarter whose checklist or scope isn't that of the audit before. */
export const CHANGED = '◆';

/** Whether a slot is of such a quarter. */
export function hasChanged(slot: TrendSlot): boolean {
  return slot.kind === 'audit' && slot.broke !== null;
}

/** What marks a like-for-like line that starts anew. */
export const ANEW = '*';

/** What the line of a trend is, for those who have to trust it. */
export const LINE_RULE =
  'The like-for-like line ends at the last published score. Going back from there, each audit stands by as much lower as the like-for-like difference to the audit after it: of the items that both scored by the same definition, under the later weights and cap. So it shows what was done, and goes on where the checklist or the scope changed, or where something was not applicable or not checked. It is a sum of differences and no score: it may differ from the published one, and leave 0 to 100.';

/** A verdict as a sign; nothing where there is none. */
export function signOf(difference: Difference | null): string {
  return difference === null ? '' : SIGNS[difference.verdict];
}

/** What an item's change says as a sign; nothing where the two audits can't be compared. */
export function itemSign({ change }: ItemPoint): string {
  return change !== null && isComparable(change) ? signOf(change.difference) : '';
}

/** The quarter of a slot; of a long gap the first and the last. */
export function slotName(slot: TrendSlot): string {
  return slot.kind === 'audit' || slot.quarters === 1
    ? slot.quarter
    : `${slot.quarter} to ${slot.to}`;
}

/** A published score, or a dash. */
export function pointScore(point: TrendPoint | null, slot: TrendSlot): string {
  const share = point?.share ?? null;
  if (share === null || slot.kind === 'gap') return GAP;
  return printScore(share, slot.result.checklist.bands);
}

/** Where the like-for-like line stands, with a mark where it starts anew; or a dash. */
export function chainScore({ points }: TrendLine, index: number): string {
  const chain = points[index]?.likeForLike ?? null;
  if (chain === null) return GAP;
  const isFirst = points.findIndex((point) => (point?.likeForLike ?? null) !== null) === index;
  return `${printScore(chain.value)}${chain.change === null && !isFirst ? ANEW : ''}`;
}

/** Whether the like-for-like line of any of these starts anew. */
export function hasAnew(lines: readonly TrendLine[]): boolean {
  return lines.some((line) => line.points.some((_, i) => chainScore(line, i).endsWith(ANEW)));
}

/** The published line as bars. */
export function bars({ points }: TrendLine): string {
  return sparkline(points.map((point) => point?.share ?? null));
}

/** The like-for-like line as bars. */
export function chainBars({ points }: TrendLine): string {
  return sparkline(points.map((point) => point?.likeForLike?.value ?? null));
}

/** How many quarters between the first and the last have no sealed audit. */
export function missingQuarters({ slots }: Trend): number {
  return slots.reduce((sum, slot) => sum + (slot.kind === 'gap' ? slot.quarters : 0), 0);
}

/** `2026-Q1, score 72`, or not scored. */
export function auditScore({ quarter, result }: TrendAudit): string {
  return `${quarter}, ${scoreWords(result.share, result.checklist.bands)}`;
}

/**
 * What changed between an audit and the one before, in words.
 *
 * @param broke of the audit.
 * @param name how ids are listed after their number; nothing when left out.
 */
export function breakWords(
  { checklist, scope }: TrendBreak,
  { result }: TrendAudit,
  name: (ids: readonly string[]) => string = () => '',
): string {
  const parts: string[] = [];
  if (checklist !== null) {
    const { from, to, comparable } = checklist;
    const versions =
      from.version === to.version
        ? `still version ${String(to.version)}`
        : `version ${String(from.version)} → ${String(to.version)}`;
    const kept = comparable[result.scope];
    const changed = [
      ...tagged(checklist.items, ITEM_TAGS, 'item', name),
      ...tagged(checklist.steps, STEP_TAGS, 'step', name),
      ...checklist.head
        .map(({ key }) => key)
        .filter((key) => key !== 'version')
        .map((key) => `${key} changed`),
    ];
    parts.push(
      `the checklist changed (${versions}): ${changed.join(', ')}; ${String(kept.items)} of ${count(kept.of, 'item')} ${kept.of === 1 ? 'stays' : 'stay'} comparable`,
    );
  }
  if (scope !== null) parts.push(`the scope changed (${scope.from} → ${scope.to})`);
  return parts.join('; ');
}

function tagged(
  all: readonly { readonly tag: string; readonly id: string }[],
  tags: readonly string[],
  what: string,
  name: (ids: readonly string[]) => string,
): string[] {
  return tags
    .filter((tag) => tag !== 'same')
    .flatMap((tag) => {
      const ids = all.filter((one) => one.tag === tag).map(({ id }) => id);
      return ids.length === 0
        ? []
        : [`${count(ids.length, what)} ${tag.replaceAll('-', ' ')}${name(ids)}`];
    });
}
