import type { Void } from '../../core/audit/void.js';
import { visibleLine } from '../../core/text.js';
import { dayOf } from '../../core/moment.js';

/** How far an audit is, in words: `sealed 2026-07-11`, `open, 2 to answer`. */
export function stateWords(sealedAt: string | null, unanswered: number | null): string {
  if (sealedAt !== null) return `sealed ${dayOf(sealedAt)}`;
  return unanswered === null || unanswered === 0
    ? 'open, all answered'
    : `open, ${String(unanswered)} to answer`;
}

/** Since when an audit is void, who said so and why: `void since 2026-11-27, by Anna: wrong month`. */
export function voidWords({ at, by, why }: Void): string {
  return `void since ${dayOf(at)}, by ${visibleLine(by)}: ${visibleLine(why)}`;
}
