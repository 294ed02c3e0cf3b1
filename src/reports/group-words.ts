import type { Band } from '../core/checklist/checklist.js';
import type { GroupChange, GroupRow } from '../core/compare/group.js';
import type { Rank } from '../core/compare/ranking.js';
import type { Quarter } from '../core/quarter.js';
import { printChange, printPercent, printRange } from '../core/score/print.js';
import { isThin } from '../core/score/score.js';
import type { GroupFrame, GroupSeals } from './group-view.js';
import { CHANGED } from './trend-words.js';

/** `3 of 12 (25 %)`. */
export function partText(some: number, all: number): string {
  return `${String(some)} of ${String(all)} (${((some / all) * 100).toFixed(0)} %)`;
}

/** `2–5`, the places that a rank leaves open; `2` where it leaves none. */
export function rangeText(rank: Rank | null): string {
  if (rank === null) return '–';
  const { place, last } = rank;
  return place === last ? String(place) : `${String(place)}–${String(last)}`;
}

/** `71–83`, rounded as the reports of audits round it; one number where there is no error. */
export function intervalText(
  { lower, upper }: Pick<GroupRow, 'lower' | 'upper'>,
  bands: readonly Band[],
): string {
  if (lower === null || upper === null) return '–';
  return printRange({ lower, upper }, bands).replace(' to ', '–');
}

/**
 * `+4`, `? +1` where the change isn't clear, `◆ +4` where the checklist changed in between; `–` for
 * none that is known.
 */
export function changeText(change: GroupChange | null, bands: readonly Band[]): string {
  if (change === null) return '–';
  const { difference } = printChange(change.from, change.to, bands);
  if (change.redefined) return `${CHANGED} ${difference}`;
  return change.clear ? difference : `? ${difference}`;
}

/** What a change without a verdict says instead. */
export const REDEFINED = 'the checklist changed, see compare';

/** What the signs before the changes of some rows say; null where none of them has a change. */
export function changeLegend(
  changes: readonly (GroupChange | null)[],
  before: Quarter,
): string | null {
  if (changes.every((change) => change === null)) return null;
  const redefined = changes.some((change) => change?.redefined === true);
  return `Change: since ${before}; “?” marks what chance alone may explain${redefined ? `, ${CHANGED} that ${REDEFINED}` : ''}.`;
}

/** `95 %`, or `64 % only` where the score says too little about what was left out. */
export function coverageText(of: Pick<GroupRow, 'coverage'>): string {
  return `${printPercent(of.coverage)}${isThin(of) ? ' only' : ''}`;
}

/** What is to be said of the seals, a line each; nothing where all were checked and hold. */
export function sealLines(
  { checked, broken }: GroupSeals,
  escape: (name: string) => string,
): string[] {
  if (!checked) {
    return ['The scores are as kept and the seals were not checked; checkup report checks one.'];
  }
  return broken.map(
    (name) => `The seal of ${escape(name)} is broken: what is kept is no longer what was sealed.`,
  );
}

/** That not all were asked the same, where they weren't; null otherwise. */
export function versionsText({ versions }: Pick<GroupFrame, 'versions'>): string | null {
  if (versions.length < 2) return null;
  const different = [...new Set(versions)].map(String);
  const last = different.pop() ?? '';
  const which =
    different.length === 0
      ? `${String(versions.length)} wordings of version ${last}`
      : `versions ${different.join(', ')} and ${last}`;
  return `${which.charAt(0).toUpperCase()}${which.slice(1)} of the checklist: not all items are the same.`;
}
