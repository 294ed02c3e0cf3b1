import type { Band } from '../../core/checklist/checklist.js';
import { stepName } from '../../core/checklist/naming.js';
import type { GroupChange, GroupRow } from '../../core/compare/group.js';
import type { Rank } from '../../core/compare/ranking.js';
import { printPercent } from '../../core/score/print.js';
import { isThin } from '../../core/score/limits.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import { signed, strong, tag } from '../blocks.js';
import type { Block, Inline, Sign } from '../tree.js';
import { differenceWords } from './changes.js';
import { NONE } from './scores.js';
import type { GroupFrame, GroupSeals } from '../group/view.js';

/** How those who are compared are called together. */
export function groupName({ group }: Pick<GroupFrame, 'group'>): string {
  return group ?? 'All dealerships';
}

/** `2`, `2 or 3`, `2 to 5`: the places that a rank leaves open. */
export function placeWords(rank: Rank | null): string {
  if (rank === null) return NONE;
  const { place, last } = rank;
  if (place === last) return String(place);
  return `${String(place)} ${last === place + 1 ? 'or' : 'to'} ${String(last)}`;
}

/** What a change from quarter to quarter says; null where the checklist changed in between. */
export function changeSign({ clear, difference, redefined }: GroupChange): Sign | null {
  if (redefined) return null;
  if (clear) return difference > 0 ? 'better' : 'worse';
  return Math.abs(difference) < SAME_SHARE ? 'same' : 'unclear';
}

/** A change behind the sign of what it says. */
export function changeInline(change: GroupChange | null, bands: readonly Band[]): Inline[] {
  if (change === null) return [NONE];
  const difference = differenceWords(change, bands);
  const sign = changeSign(change);
  return sign === null ? [difference, ' ', tag('checklist changed')] : [signed(sign, difference)];
}

/** A tag beside the name of one of whom little was checked. */
export function thinTag(of: Pick<GroupRow, 'coverage'>): Inline[] {
  return isThin(of) ? [' ', tag(`only ${printPercent(of.coverage)} checked`)] : [];
}

/** The name of a step: as the checklist has it, else from the title that it had. */
export function nameOfStep(
  { id, title }: { readonly id: string; readonly title: string },
  { steps }: Pick<GroupFrame['checklist'], 'steps'>,
): string {
  return stepName(steps.find((step) => step.id === id) ?? { title });
}

/** That not all were asked the same, where they weren't; null otherwise. */
export function versionsWords({ versions }: Pick<GroupFrame, 'versions'>): string | null {
  if (versions.length < 2) return null;
  const different = [...new Set(versions)].map(String);
  const last = different.pop() ?? '';
  const which =
    different.length === 0
      ? `${String(versions.length)} wordings of version ${last}`
      : `Versions ${different.join(', ')} and ${last}`;
  return `${which} of the checklist: not all items are the same.`;
}

/** What must be said before any figure: whose seal doesn't hold. */
export function sealAlarms({ broken }: GroupSeals): Block[] {
  return broken.map((name) => ({
    block: 'alarm',
    text: [strong(`The seal of ${name} is broken:`), ' what is kept is no longer what was sealed.'],
    note: '',
  }));
}

/** That nobody looked at the seals; null where somebody did. */
export function uncheckedWords({ checked }: GroupSeals): string | null {
  return checked
    ? null
    : 'The scores are as kept and the seals were not checked; checkup report checks one.';
}

/** What a place means, as rules for whoever doubts one. */
export const PLACE_RULES: readonly string[] = [
  'A place is 1 + the number of dealerships that are clearly better. Clearly better: the range of the difference of two, (a − b) ± 1.96 √(variance of a + variance of b), lies above zero; where it is not sure whether a must-not-fail check holds a step, with the hold and without. Those who share a first place cannot be told apart.',
  '“2 to 5” runs from that place to the last one that contradicts no clear difference. Of a dealership where few cases were looked at, little is known: few are clearly better, so its place may be high and its range wide. Neighbours in the list may be too close to tell apart, even with different places.',
  'Quartiles are of type 7, as spreadsheets have them: the scores in order, the quantile p at position 1 + (n − 1) × p, on a straight line between two scores.',
];
