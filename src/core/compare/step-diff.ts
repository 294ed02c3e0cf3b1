import type { Step } from '../checklist/checklist.js';
import type { Detail } from './detail.js';
import { detailsOf } from './detail.js';

/** What became of a step, what breaks its comparability first. */
export const STEP_TAGS = [
  'probably-renamed',
  'gone',
  'new',
  'reweighted',
  'reordered',
  'reworded',
  'same',
] as const;
export type StepTag = (typeof STEP_TAGS)[number];

/** One step of two checklists. */
export interface StepDiff {
  readonly tag: StepTag;
  /** Its id; the later one where it was probably renamed. */
  readonly id: string;
  /** The earlier id where it was probably renamed, else null. */
  readonly was: string | null;
  /** Whether the step's published scores have no counterpart. Its items may have theirs. */
  readonly breaks: boolean;
  readonly rule: string;
  readonly details: readonly Detail[];
}

const RULES: Readonly<Record<StepTag, string>> = {
  'probably-renamed':
    'A step id renamed is a new step and one gone. Most of its items are the same: keep the id.',
  gone: 'The step has no later score. Items of it that are in another step now are still compared.',
  new: 'The step has no earlier score. Items of it that were in another step are still compared.',
  reweighted:
    'Like for like, both overall scores are taken under the later weights. The published ones each have their own.',
  reordered: 'The order in which items are asked decides no score.',
  reworded: 'Names, titles and texts of steps decide no score.',
  same: 'Nothing differs.',
};

const TAG_OF_KEY: Readonly<Record<string, StepTag>> = { weight: 'reweighted', items: 'reordered' };

/** The later id of each earlier step that has a counterpart: its own, or a probable new name. */
export function stepCounterparts(
  from: readonly Step[],
  to: readonly Step[],
): ReadonlyMap<string, string> {
  const same = from.filter(({ id }) => to.some((step) => step.id === id));
  const found = new Map(same.map(({ id }) => [id, id]));
  const free = to.filter(({ id }) => !found.has(id));
  for (const step of from.filter(({ id }) => !found.has(id))) {
    const heir = free.find((other) => {
      const kept = commonIds(step, other).length;
      // More than half of both, so that no two steps can have the same heir.
      return kept * 2 > step.items.length && kept * 2 > other.items.length;
    });
    if (heir !== undefined) found.set(step.id, heir.id);
  }
  return found;
}

/** What became of every step: first in the order of the later checklist, then what is gone. */
export function diffSteps(
  from: readonly Step[],
  to: readonly Step[],
  counterparts: ReadonlyMap<string, string>,
): StepDiff[] {
  const earlier = new Map(from.map((step) => [counterparts.get(step.id), step]));
  return [
    ...to.map((now) => diffStep(earlier.get(now.id), now)),
    ...from
      .filter(({ id }) => !counterparts.has(id))
      .map(({ id }) => entry('gone', id, { breaks: true })),
  ];
}

function diffStep(then: Step | undefined, now: Step): StepDiff {
  if (then === undefined) return entry('new', now.id, { breaks: true });
  // The ids say themselves how they differ, and what became of items is said of each.
  const details = detailsOf(
    { ...then, id: null, items: commonIds(then, now) },
    { ...now, id: null, items: commonIds(now, then) },
  );
  if (then.id !== now.id) {
    return entry('probably-renamed', now.id, { was: then.id, breaks: true, details });
  }
  const tags = details.map((detail) => TAG_OF_KEY[detail.key] ?? 'reworded');
  return entry(STEP_TAGS.find((tag) => tags.includes(tag)) ?? 'same', now.id, { details });
}

function entry(tag: StepTag, id: string, own: Partial<StepDiff>): StepDiff {
  return { tag, id, was: null, breaks: false, rule: RULES[tag], details: [], ...own };
}

/** Ids of the items of a step that stand in the other too, in its order. */
function commonIds(step: Step, other: Step): string[] {
  const ids = new Set(other.items.map(({ id }) => id));
  return step.items.map(({ id }) => id).filter((id) => ids.has(id));
}
