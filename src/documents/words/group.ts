import { chainAlarms } from './chain.js';
import type { Band } from '../../core/checklist/checklist.js';
import { stepName } from '../../core/checklist/naming.js';
import type { GroupRow } from '../../core/compare/group.js';
import type { MemberChange } from '../../core/compare/group-member.js';
import type { Rank } from '../../core/compare/ranking.js';
import { printPercent } from '../../core/score/print.js';
import { isThin } from '../../core/score/limits.js';
import { andListOf } from '../../core/words/lists.js';
import { strong, tag } from '../blocks.js';
import type { Block, Inline, Text } from '../tree.js';
import { changeFigures } from './changes.js';
import { NONE } from './scores.js';
import type { GroupFrame, GroupSeals } from '../group/view.js';
import { monthsOf, quarterName } from '../../core/quarter.js';
import { quarterWords } from './quarters.js';

/** So many auditors are named. */
const MOST_AUDITORS = 5;

/** The quarter in which they are compared, with its months where a business year has others. */
export function groupQuarter({ quarter, year, isCalendar }: GroupFrame): string {
  return isCalendar
    ? `${quarterName(quarter)} (${monthsOf(quarter, year)})`
    : quarterWords(quarter, year);
}

/** That quarters of several business years stand side by side; null where there is one. */
export function calendarWords({ isCalendar }: GroupFrame): string | null {
  return isCalendar
    ? 'Quarters are those of the calendar: what a business year calls otherwise counts as the quarter with the same three months.'
    : null;
}

/** How those who are compared are called together. */
export function groupName({ group }: Pick<GroupFrame, 'group'>): string {
  return group ?? 'All dealerships';
}

/** `2 of 7`, `5 to 7 of 7`: the places that a rank leaves open. */
export function placeWords(rank: Rank | null): string {
  if (rank === null) return NONE;
  const { place, last, of } = rank;
  const places =
    place === last
      ? String(place)
      : `${String(place)} ${last === place + 1 ? 'or' : 'to'} ${String(last)}`;
  return `${places} of ${String(of)}`;
}

/** A published change behind the sign of what it says like for like. */
export function changeInline(change: MemberChange | null, bands: readonly Band[]): Inline[] {
  if (change?.published.difference == null) return [NONE];
  return asInlines(changeFigures(change, bands).change);
}

function asInlines(text: Text): Inline[] {
  return typeof text === 'string' || !('length' in text) ? [text] : [...text];
}

/** A tag beside the name of one of whom little was checked. */
export function thinTag(of: Pick<GroupRow, 'coverage' | 'apart'>): Inline[] {
  if (of.apart) return [' ', tag(`apart: only ${printPercent(of.coverage)} checked`)];
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
export function sealAlarms({ broken, chain }: GroupSeals): Block[] {
  return [
    ...chainAlarms(chain),
    ...broken.map((name): Block => ({
      block: 'alarm',
      text: [
        strong(`The seal of ${name} is broken:`),
        ' what is kept is no longer what was sealed.',
      ],
      note: '',
    })),
  ];
}

/** That nobody looked at the seals; null where somebody did. */
export function uncheckedWords({ checked }: GroupSeals): string | null {
  return checked
    ? null
    : 'The scores are as kept and the seals were not checked; checkup report checks one.';
}

/** What a place means, as rules for whoever doubts one. */
export const PLACE_RULES: readonly string[] = [
  'The position is that of the published score. A place is 1 + the number of dealerships that are clearly better. Clearly better: its published score is higher by more than z √(variance of the one + variance of the other), with z = Φ⁻¹(½ + ½ × 0.95^(1 ÷ (P − 1))) for P dealerships, so that all that is said of one of them is right 19 times of 20 (1.96 for two, 2.49 for five, 2.77 for ten). Where a must-not-fail check may hold a step, the variance is that of the drawn scores.',
  '“2 to 5 of 7” runs from that place to the last one that contradicts no clear difference. The range beside a score is ± z standard errors: wider than in its own report, so wide that two ranges that don’t meet are clearly apart. Neighbours in the list may be too close to tell apart, even with different places.',
  'Who was scored under the checklist’s floor of coverage stands apart: no place, no voice in the mean, teaches nobody, no verdict.',
  'Quartiles are of type 7, as spreadsheets have them: the scores in order, the quantile p at position 1 + (n − 1) × p, on a straight line between two scores.',
];

/** Who audited, where it was more than one: then the order may be theirs. Null elsewhere. */
export function auditorsWords({
  auditors,
}: {
  readonly auditors: readonly string[];
}): string | null {
  return auditors.length < 2
    ? null
    : `They were audited by ${andListOf(auditors, MOST_AUDITORS)}: the order may be the auditors’ as much as the dealerships’.`;
}
