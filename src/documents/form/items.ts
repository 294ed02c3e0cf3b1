import type { Stop } from '../../core/audit/route.js';
import { routeOf } from '../../core/audit/route.js';
import { isCritical, weightOf } from '../../core/checklist/checklist.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import type { NotationLine, Room } from '../../core/checklist/kinds/room.js';
import { drawFor } from '../../core/draw/draw.js';
import type { FormView } from './view.js';

/** One item as every form has it. */
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
  /** The room for its answer on paper. */
  readonly room: Room;
  /** How its answer is written in a file. */
  readonly notation: readonly NotationLine[];
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
  const { refs, from } = drawFor(view.draws, item.id) ?? { refs: [], from: null };
  const room = kind.room(item, { refs, from });
  const departments = item.departments.map(
    (id) => view.checklist.departments.find((one) => one.id === id)?.title ?? id,
  );
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
      ...(room.needsScale ? [['Scoring', kind.scale(item)] as const] : []),
    ],
    room,
    notation: kind.notation(item, { refs, from }),
  };
}
