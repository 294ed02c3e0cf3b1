import type { Stop } from '../../core/audit/route.js';
import { routeOf } from '../../core/audit/route.js';
import { isCritical, weightOf } from '../../core/checklist/checklist.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import type { Widget } from '../../core/checklist/kinds/widget.js';
import { drawFor } from '../../core/draw/draw.js';
import type { FormView } from './form-view.js';

/** One item as every form prints it. */
export interface FormItem {
  /** Its place on the form, from 1. */
  readonly number: number;
  readonly id: string;
  readonly ask: string;
  readonly isCritical: boolean;
  /** Weight, departments and the like, each in a few words. */
  readonly marks: readonly string[];
  /** What helps to answer, each with its title. */
  readonly guidance: readonly (readonly [title: string, text: string])[];
  readonly widget: Widget;
  readonly drawn: Drawn;
}

/** The records to look at for an item, where they were drawn. */
export interface Drawn {
  readonly refs: readonly string[];
  /** How many there were to draw from; null when nothing was drawn. */
  readonly from: number | null;
}

/** A step, or a department, with its items. */
export interface FormSection {
  readonly title: string;
  /** The question it answers; '' for a department. */
  readonly asks: string;
  readonly items: readonly FormItem[];
}

/** The items of a form under their headings, in the order asked for. */
export function formSections(view: FormView): FormSection[] {
  const sections: { key: string; first: Stop; items: FormItem[] }[] = [];
  routeOf(view.checklist, view.scope, view.order).forEach((stop, index) => {
    const key = view.order === 'step' ? stop.step.id : stop.department.id;
    const item = formItem(view, stop, index + 1);
    const last = sections.at(-1);
    if (last?.key === key) last.items.push(item);
    else sections.push({ key, first: stop, items: [item] });
  });
  return sections.map(({ first, items }) =>
    view.order === 'step'
      ? { title: stepTitle(first), asks: first.step.asks, items }
      : { title: first.department.title, asks: '', items },
  );
}

function stepTitle({ stepNumber, step }: Stop): string {
  return `${String(stepNumber)}. ${step.title}`;
}

function formItem(view: FormView, stop: Stop, number: number): FormItem {
  const { item } = stop;
  const kind = kindOf(item);
  const widget = kind.widget(item);
  const departments = item.departments.map(
    (id) => view.checklist.departments.find((one) => one.id === id)?.title ?? id,
  );
  // Where limits of its own decide, they stand beside the room for the answer.
  const hasLimits = ['number', 'cases'].includes(widget.widget);
  return {
    number,
    id: item.id,
    ask: item.ask,
    isCritical: isCritical(item),
    marks: [
      kind.scored ? `weight ${String(weightOf(item))}` : 'not scored',
      departments.join(', '),
      ...(view.order === 'step' ? [] : [`step ${stepTitle(stop)}`]),
    ],
    guidance: [
      ...(item.criteria === undefined ? [] : [['What counts', item.criteria] as const]),
      ...(item.verify === undefined ? [] : [['How to verify', item.verify] as const]),
      ...(hasLimits ? [['Scoring', kind.scale(item)] as const] : []),
    ],
    widget,
    drawn: drawnFor(item.id, view),
  };
}

/** The draw that counts for an item, or nothing. */
function drawnFor(id: string, { draws }: FormView): Drawn {
  const { refs, from } = drawFor(draws, id) ?? { refs: [], from: null };
  return { refs, from };
}
