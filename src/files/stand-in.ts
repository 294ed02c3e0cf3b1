import * as z from 'zod';
import type { Checklist, Step } from '../core/checklist/checklist.js';
import { itemSchema } from '../core/checklist/checklist.js';
import { standInItem } from '../core/checklist/kinds/index.js';
import { check } from '../core/schema/issues.js';
import { MOST_PROBLEMS } from './yaml-file.js';

// What stands in for parts of a checklist that have mistakes in them, so that the rules across
// fields can be held against everything else in the same run.

const departmentsIn = z.looseObject({
  items: z.array(z.looseObject({ departments: z.array(z.string()).catch([]) })),
});

/** A head with mistakes in it, made so that no rule about it can be broken a second time. */
export function standInHead(steps: readonly unknown[]): Omit<Checklist, 'steps'> {
  const departments = new Set<string>();
  for (const data of steps) {
    const read = check(departmentsIn, data);
    if (!read.ok) continue;
    for (const id of read.value.items.flatMap((item) => item.departments)) departments.add(id);
  }
  return {
    id: 'unread',
    version: 1,
    title: 'unread',
    departments: [...departments].map((id) => ({ id, title: id })),
    bands: [{ from: 0, name: 'unread' }],
    scoring: { critical: { below: 50, cap: 59 } },
  };
}

/**
 * A step with mistakes in it as far as it can be read, every item in its place, so that the rules
 * across fields can be held against the rest of it in the same run.
 */
export function standIn(data: unknown, index: number): Step {
  const raw = typeof data === 'object' && data !== null ? data : {};
  const items: unknown = 'items' in raw ? raw.items : [];
  const name = `step-${String(index)}`;
  const id = 'id' in raw && typeof raw.id === 'string' ? raw.id : name;
  const list: readonly unknown[] =
    Array.isArray(items) && items.length > 0 ? items.slice(0, MOST_PROBLEMS) : [null];
  return {
    id,
    title: name,
    asks: name,
    weight: 1,
    items: list.map((item, i) => {
      const read = check(itemSchema(), item);
      return read.ok ? read.value : standInItem(`${name}-item-${String(i)}`, name);
    }),
  };
}
