import type { Checklist, Item, Scope, Step } from '../checklist/checklist.js';
import { askedSteps } from '../checklist/checklist.js';

/** How the items of an audit are put in order: by step, or by the department they belong to first. */
export const ORDERS = ['step', 'department'] as const;
export type Order = (typeof ORDERS)[number];

/** One item on the way through an audit. */
export interface Stop {
  readonly item: Item;
  readonly step: Step;
  /** Counts from 1. */
  readonly stepNumber: number;
  /** The department that the item names first. */
  readonly department: { readonly id: string; readonly title: string };
  /** The titles of all departments that it names. */
  readonly departments: readonly string[];
}

/**
 * The items that a scope asks, each once, in walking order. By department, an item stands under the
 * department that it names first, the departments in the checklist's order: the auditor is in each
 * place once.
 */
export function routeOf(checklist: Checklist, scope: Scope, by: Order = 'step'): Stop[] {
  const stops = askedSteps(checklist, scope).flatMap((step, index) =>
    step.items.map((item): Stop => {
      const named = item.departments.map(
        (id) => checklist.departments.find((one) => one.id === id) ?? { id, title: id },
      );
      return {
        item,
        step,
        stepNumber: index + 1,
        department: named[0] ?? { id: '', title: '' },
        departments: named.map(({ title }) => title),
      };
    }),
  );
  if (by === 'step') return stops;
  const place = ({ department }: Stop): number =>
    checklist.departments.findIndex(({ id }) => id === department.id);
  return stops.sort((a, b) => place(a) - place(b));
}
