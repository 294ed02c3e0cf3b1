import { day } from '../../core/words/time.js';

/** How far an audit is, in words: `sealed 2026-07-11`, `open, 2 to answer`. */
export function stateWords(sealedAt: string | null, unanswered: number | null): string {
  if (sealedAt !== null) return `sealed ${day(sealedAt)}`;
  return unanswered === null || unanswered === 0
    ? 'open, all answered'
    : `open, ${String(unanswered)} to answer`;
}
