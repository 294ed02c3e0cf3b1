import { askedItems } from '../../core/checklist/checklist.js';
import type { Key, Widget } from '../../core/checklist/kinds/kind.js';
import { monthsOf } from '../../core/quarter.js';
import { count } from '../../core/words/numbers.js';
import type { Drawn } from './form-items.js';
import type { FormView } from './form-view.js';

/** Lines to write on: a remark has as many as a short letter, a note two. */
export const LINES = { remark: 6, note: 2 } as const;

/** What stands at the head of a form on paper; null where it is to be filled in. */
export function headFields(view: FormView): (readonly [title: string, value: string | null])[] {
  const { quarter, yearStarts } = view;
  const months =
    quarter === null || yearStarts === null ? '' : ` (${monthsOf(quarter, yearStarts)})`;
  return [
    ['Dealership', view.dealership],
    ['Quarter', quarter === null ? null : `${quarter}${months}`],
    ['Auditor', view.auditor],
    ['Days of the audit', null],
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
  'A critical item that fails caps the score of its whole step.',
  'Afterwards type the answers in with checkup audit, or write them into the answers file of this form.',
] as const;

/** What stands above the room for an answer; '' where the room says it all. */
export function roomWords(widget: Widget, drawn: Drawn): string {
  switch (widget.widget) {
    case 'keys':
      return isScale(widget.keys) ? 'Tick the one level that is reached in full.' : '';
    case 'cases':
      return `Follow ${howMany(widget.draw, drawn)} ${widget.unit} from start to end. Mark every standard that was missed.`;
    default:
      return '';
  }
}

/** Whether keys are levels of a scale, each with a text of its own, rather than words. */
export function isScale(keys: readonly Key[]): boolean {
  return keys.some((key) => typeof key.answer === 'number');
}

/** How many to look at: as many as were drawn, or as the item plans. */
export function howMany(planned: number, { refs }: Drawn): string {
  return refs.length === 0 ? String(planned) : `the ${String(refs.length)} drawn`;
}

/** The reference of each case in a table: those drawn, or empty lines as the item plans. */
export function caseRefs(planned: number, { refs }: Drawn): readonly string[] {
  return refs.length > 0 ? refs : Array.from({ length: planned }, () => '');
}

/** Lists of at most `most` each, all in order. */
export function chunks<T>(list: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
    list.slice(index * most, (index + 1) * most),
  );
}
