import type { Checklist, Item } from '../checklist/checklist.js';

/** The item that the first version lacked. */
const ADDED = 'meas-perception-gap';

/** The limits that were softer in the first version. */
const SOFTER: Readonly<Record<string, { readonly full: number; readonly zero: number }>> = {
  'resp-web-first-reply': { full: 30, zero: 120 },
  'meas-reviews-answered': { full: 90, zero: 50 },
};

/** The weights that were lower in the first version. */
const LIGHTER: Readonly<Record<string, number>> = { 'comm-delay-told-first': 3 };

/**
 * `quarterly-checkup` as the example used it before its group agreed on today's: version 1, with an
 * item less, two with softer limits and one with a lower weight. It is made from today's, so that
 * nothing else differs.
 */
export function firstVersion(checklist: Checklist): Checklist {
  return {
    ...checklist,
    version: 1,
    steps: checklist.steps.map((step) => ({
      ...step,
      items: step.items.filter(({ id }) => id !== ADDED).map(asBefore),
    })),
  };
}

function asBefore(item: Item): Item {
  if (!('weight' in item)) return item;
  const weighed = { ...item, weight: LIGHTER[item.id] ?? item.weight };
  return 'zero' in weighed ? { ...weighed, ...SOFTER[item.id] } : weighed;
}
