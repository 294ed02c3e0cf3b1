import { nameOf } from '../core/checklist/naming.js';
import type { Stop } from '../core/audit/route.js';
import type { Item } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
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
  return route.filter(({ item, step: { title }, department, departments }) => {
    const searched = [
      ...[item.id, nameOf(item), item.ask, title, department.id, department.title],
      ...[item.criteria, item.verify, item.remedy, ...departments, ...partsOf(item)],
    ];
    const all = searched.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The checks or standards of an item. */
function partsOf(item: Item): string[] {
  const widget = kindOf(item).widget(item);
  if (widget.widget === 'ticks') return widget.options.map(({ text }) => text);
  return widget.widget === 'cases' ? widget.standards.map(({ text }) => text) : [];
}

/**
 * Asks where to go; null when it is nowhere. Left empty, what is still open is shown.
 *
 * @param isOpen whether an item has no answer.
 */
export async function askWhere(
  route: readonly Stop[],
  isOpen: (stop: Stop) => boolean,
  ask: Ask,
): Promise<Stop | null> {
  const open = route.filter(isOpen);
  const text = await ask.text('Go to (a word, step 3, a number; Enter: what is open)', {
    optional: true,
    back: true,
    refuse: (line) =>
      findStops(route, line).length === 0 ? 'Nothing is called that; try another word.' : null,
  });
  const [first, ...others] = text.trim() === '' ? open : findStops(route, text);
  if (first === undefined || others.length === 0) return first ?? null;
  return ask.choose(
    'Which item?',
    [first, ...others].map((stop) => ({
      name: `${String(route.indexOf(stop) + 1)}. ${nameOf(stop.item)}`,
      value: stop,
    })),
  );
}
