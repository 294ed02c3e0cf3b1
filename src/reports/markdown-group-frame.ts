import type { Band } from '../core/checklist/checklist.js';
import type { GroupCell } from '../core/compare/group.js';
import { printScore } from '../core/score/print.js';
import type { GroupFrame, GroupSeals } from './group-view.js';
import { sealLines, versionsText } from './group-words.js';
import { inline } from './markdown-text.js';

/** How those who are compared are called together. */
export function groupName({ group }: GroupFrame): string {
  return group === null ? 'All dealerships' : inline(group);
}

/** By what they were compared, and what is amiss with that, a line each. */
export function frameLines(view: GroupFrame): string[] {
  const { checklist, scope, quarter } = view;
  const versions = versionsText(view);
  return [
    `${inline(checklist.title)}, scope ${scope}; audits of ${quarter} that are sealed.`,
    ...(versions === null ? [] : [`**${versions}**`]),
  ];
}

/** What is to be said of the seals before anything else; null for nothing. */
export function sealNote(seals: GroupSeals): string | null {
  const lines = sealLines(seals, inline);
  return lines.length === 0 ? null : lines.map((line) => `> **${line}**`).join('\n>\n');
}

/** A step's score, such as `59`, or `59*` where a critical item caps it; `–` for none. */
export function stepText(
  { share, capped }: Pick<GroupCell, 'share' | 'capped'>,
  bands: readonly Band[],
): string {
  return share === null ? '–' : `${printScore(share, bands)}${capped ? '\\*' : ''}`;
}

/** What the sign behind a capped step says. */
export const CAPPED = '\\* A critical item that failed caps the step.';

/** What a place means, as rules for whoever doubts one. */
export function placeRules(): string[] {
  return [
    'A place is 1 + the number of dealerships that are clearly better. Clearly better: the 95 % interval of the difference of two, (a − b) ± 1.96 √(variance of a + variance of b), lies above zero; where it is not sure whether a critical item caps a step, with the cap and without. Those who share a place cannot be told apart.',
    '“Could be” runs to the last place that contradicts no clear difference. Of a dealership where few cases were looked at, little is known: few are clearly better, so its place may be high and its range wide. Neighbours in the list may be too close to tell apart, even with different places.',
    'Quartiles are of type 7, as spreadsheets have them: the scores in order, the quantile p at position 1 + (n − 1) × p, on a straight line between two scores.',
  ];
}
