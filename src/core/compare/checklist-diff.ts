import { canonicalJson } from '../canonical.js';
import type { Checklist, Scope } from '../checklist/checklist.js';
import { askedItems } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import type { HeadDiff } from './head-diff.js';
import { diffHeads } from './head-diff.js';
import type { ItemDiff, PlacedItem } from './item-diff.js';
import { diffItem, lonelyItem, renamedItem } from './item-diff.js';
import { renamesAmong } from './rename.js';
import type { StepDiff } from './step-diff.js';
import { diffSteps, stepCounterparts } from './step-diff.js';

/** How many of the earlier checklist's scored items are still compared. */
export interface Kept {
  readonly items: number;
  readonly of: number;
}

/** What two checklists have in common, and what an author has to do about it. */
export interface ChecklistDiff {
  readonly from: Pick<Checklist, 'id' | 'version' | 'title'>;
  readonly to: Pick<Checklist, 'id' | 'version' | 'title'>;
  /** Whether anything but the version differs. */
  readonly isChanged: boolean;
  /** What the version should have become, and is not: raised with a change, else kept. */
  readonly versionShould: 'rise' | 'stay' | null;
  readonly head: readonly HeadDiff[];
  readonly steps: readonly StepDiff[];
  /** Every item of either: first in the order of the later checklist, then what is gone. */
  readonly items: readonly ItemDiff[];
  /** Between two audits of one scope. */
  readonly comparable: Readonly<Record<Scope, Kept>>;
}

/**
 * Holds an earlier checklist against a later one, item by item: what keeps the scores by them
 * comparable, what doesn't, and by which rule. An item breaks exactly where `changesBetween` says
 * of two audits that it is redefined, new or gone.
 */
export function diffChecklists(from: Checklist, to: Checklist): ChecklistDiff {
  const counterparts = stepCounterparts(from.steps, to.steps);
  const items = diffItems(
    placed(from, (step) => counterparts.get(step) ?? step),
    placed(to, (step) => step),
  );
  return {
    from: { id: from.id, version: from.version, title: from.title },
    to: { id: to.id, version: to.version, title: to.title },
    ...versionAdvice(from, to),
    head: diffHeads(from, to, counterparts),
    steps: diffSteps(from.steps, to.steps, counterparts),
    items,
    comparable: {
      core: keptOf(from, to, items, 'core'),
      full: keptOf(from, to, items, 'full'),
    },
  };
}

type Placed = ReadonlyMap<string, PlacedItem>;

function placed({ steps }: Checklist, nameOf: (step: string) => string): Placed {
  return new Map(
    steps.flatMap((step) =>
      step.items.map((item) => [item.id, { item, step: nameOf(step.id) }] as const),
    ),
  );
}

function diffItems(from: Placed, to: Placed): ItemDiff[] {
  const onlyIn = (one: Placed, other: Placed): PlacedItem[] =>
    [...one].filter(([id]) => !other.has(id)).map(([, each]) => each);
  const gone = onlyIn(from, to);
  const scored = (some: readonly PlacedItem[]): PlacedItem['item'][] =>
    some.map(({ item }) => item).filter((item) => kindOf(item).scored);
  const renames = renamesAmong(scored(gone), scored(onlyIn(to, from)));
  const earlierId = new Map(renames.map((rename) => [rename.to.id, rename.from.id]));
  const renamed = new Set(earlierId.values());
  const present = [...to].map(([id, now]) => {
    const then = from.get(id);
    if (then !== undefined) return diffItem(then, now);
    const was = earlierId.get(id);
    const before = was === undefined ? undefined : from.get(was);
    return before === undefined ? lonelyItem('new', now.item) : renamedItem(before, now);
  });
  return [
    ...present,
    ...gone.filter(({ item }) => !renamed.has(item.id)).map(({ item }) => lonelyItem('gone', item)),
  ];
}

function keptOf(from: Checklist, to: Checklist, items: readonly ItemDiff[], scope: Scope): Kept {
  const broken = new Set(items.filter(({ breaks }) => breaks).map(({ id }) => id));
  const later = new Set(askedItems(to, scope).map(({ id }) => id));
  const earlier = askedItems(from, scope).filter((item) => kindOf(item).scored);
  return {
    items: earlier.filter(({ id }) => later.has(id) && !broken.has(id)).length,
    of: earlier.length,
  };
}

function versionAdvice(
  from: Checklist,
  to: Checklist,
): Pick<ChecklistDiff, 'isChanged' | 'versionShould'> {
  const isChanged = canonicalJson({ ...from, version: 0 }) !== canonicalJson({ ...to, version: 0 });
  // Under another id, versions count anew.
  if (from.id !== to.id) return { isChanged, versionShould: null };
  if (isChanged) return { isChanged, versionShould: to.version > from.version ? null : 'rise' };
  return { isChanged, versionShould: to.version === from.version ? null : 'stay' };
}
