import { nameOf } from '../core/checklist/naming.js';
import type { Stop } from '../core/audit/route.js';
import type { Ask } from './ask.js';

/**
 * The items that a typed text means: a number is the item of that number on the way, `step 3` the
 * first of that step, and words have to be in the id, the question, the step or the department.
 */
export function findStops(route: readonly Stop[], text: string): Stop[] {
  const wanted = text.trim().toLowerCase();
  if (/^\d+$/.test(wanted)) return route.filter((_, index) => index + 1 === Number(wanted));
  const step = /^step\s*(\d+)$/.exec(wanted)?.[1];
  if (step !== undefined) {
    return route.filter((stop) => stop.stepNumber === Number(step)).slice(0, 1);
  }
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const exact = route.filter(({ item }) => item.id === wanted);
  if (exact.length > 0) return exact;
  return route.filter(({ item, step: { title }, department }) => {
    const place = [item.id, nameOf(item), item.ask, title, department.id, department.title];
    const searched = place.join(' ').toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

/** Asks where to go; null when it is nowhere. */
export async function askWhere(route: readonly Stop[], ask: Ask): Promise<Stop | null> {
  const text = await ask.text('Go to (a word, step 3, or the number of an item)', {
    optional: true,
    back: true,
    refuse: (line) =>
      findStops(route, line).length === 0 ? 'Nothing is called that; try another word.' : null,
  });
  const [first, ...others] = findStops(route, text);
  if (first === undefined || others.length === 0) return first ?? null;
  return ask.choose(
    'Which item?',
    [first, ...others].map((stop) => ({
      name: `${String(route.indexOf(stop) + 1)}. ${nameOf(stop.item)}: ${stop.item.ask}`,
      value: stop,
    })),
  );
}
