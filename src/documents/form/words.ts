import { askedItems } from '../../core/checklist/checklist.js';
import { monthsOf } from '../../core/quarter.js';
import { count } from '../../core/words/numbers.js';
import type { Blanks } from '../tree.js';
import type { FormView } from './view.js';

/** What stands at the head of a form on paper; null where it is to be filled in. */
export function headFields(view: FormView): Blanks['entries'] {
  const { quarter, year } = view;
  const months = quarter === null || year === null ? '' : ` (${monthsOf(quarter, year)})`;
  return [
    { title: 'Dealership', value: view.dealership },
    { title: 'Quarter', value: quarter === null ? null : `${quarter}${months}` },
    { title: 'Auditor', value: view.auditor },
    { title: 'Days of the visit', value: null },
  ];
}

/** Which questions these are. */
export function scopeLine({ checklist, scope, order }: FormView): string {
  const items = count(askedItems(checklist, scope).length, 'item');
  const by = order === 'step' ? '' : ', by department';
  return `${checklist.id}, version ${String(checklist.version)}: ${items}, scope ${scope}${by}`;
}

/** How a form on paper is filled in. */
export const HOW_TO_FILL_IN = [
  'Answer what you saw, not what you were told: look where “How to verify” says.',
  'Tick “Not applicable” where this dealership has no such thing: the item leaves the score. Tick “Not checked” where nobody looked: it lowers the coverage. Both need a reason.',
  'A must-not-fail check that fails holds down the score of its whole step.',
  'Afterwards type the answers in with checkup audit, or write them into the answers file of this form.',
] as const;

/** What may stand instead of an answer, each with a reason behind it. */
export const EXCEPTIONS = ['Not applicable, because', 'Not checked, because'] as const;

/** Lines to write a note on. */
export const NOTE_LINES = 2;
