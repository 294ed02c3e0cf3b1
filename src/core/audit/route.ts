import type { Checklist, Item, Scope, Step } from '../checklist/checklist.js';
import { askedSteps } from '../checklist/checklist.js';
import type { Audit } from './audit.js';

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
 * In which order somebody walked, by the moments of their first answers: that in which more of them
 * followed on each other. By step where that tells nothing, as with answers from a file.
 */
export function walkedBy(audit: Pick<Audit, 'checklist' | 'scope' | 'revisions'>): Order {
  const first = audit.revisions.filter(({ revision }) => revision === 1);
  const moments = Map.groupBy(first, ({ at }) => at);
  const walked = first.filter(({ at }) => moments.get(at)?.length === 1).map(({ item }) => item);
  const followed = (by: Order): number => {
    const places = new Map(
      routeOf(audit.checklist, audit.scope, by).map(({ item }, index) => [item.id, index]),
    );
    return walked.filter((id, index) => {
      const before = places.get(walked[index - 1] ?? '');
      return before !== undefined && places.get(id) === before + 1;
    }).length;
  };
  return followed('department') > followed('step') ? 'department' : 'step';
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
