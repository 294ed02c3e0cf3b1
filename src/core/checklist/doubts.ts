import type { Issue } from '../schema/problem.js';
import type { Checklist, Item, Step } from './checklist.js';
import { askedSteps, isCritical, weightOf } from './checklist.js';
import { kindOf } from './kinds/index.js';

/** The most, in points of its step, that one record of a must-not-fail item may move. Our own limit. */
const MOST_POINTS = 5;

/** Σ of the weights of a step's items in the smallest scope that asks an item: there each weighs most. */
function weightsBeside(checklist: Checklist, s: number, { core }: Item): number {
  const step = askedSteps(checklist, core ? 'core' : 'full')[s];
  return (step?.items ?? []).reduce((sum, item) => sum + weightOf(item), 0);
}

function fewRecords(checklist: Checklist, step: Step, s: number): Issue[] {
  return step.items.flatMap((item, i) => {
    const asked = kindOf(item).asksFor(item);
    if (asked === null || !isCritical(item)) return [];
    const voice = (100 * weightOf(item)) / weightsBeside(checklist, s, item);
    const points = voice * kindOf(item).oneMoves(item);
    if (points <= MOST_POINTS) return [];
    const enough = String(Math.ceil((points * asked.number) / MOST_POINTS));
    const message = `is few for an item that must not fail: one of ${String(asked.number)} ${asked.unit} moves the step by ${points.toFixed(1)} points (draw at least ${enough}, or take critical away)`;
    return [{ path: ['steps', s, 'items', i, 'draw'], message }];
  });
}

/**
 * What a checklist may say, and its author should think over: must-not-fail items that hang on so
 * few records that a single one moves their step by more than 5 points, the hold left aside. Paths
 * are into the whole checklist.
 */
export function doubtsIn(checklist: Checklist): Issue[] {
  return checklist.steps.flatMap((step, s) => fewRecords(checklist, step, s));
}
