import type { Step } from '../checklist/checklist.js';
import type { AuditResult, ItemResult } from '../score/score.js';
import { scoreStep, weightedMean } from '../score/score.js';
import type { Change } from './change.js';
import { changesBetween } from './change.js';

/** Two exact shares, 0 to 1 or null, earlier and later. */
export interface Pair {
  readonly from: number | null;
  readonly to: number | null;
}

/** One step side by side. */
export interface StepComparison {
  /** The step as the later checklist has it; the earlier one's when it is gone. */
  readonly step: Step;
  readonly published: Pair;
  readonly likeForLike: Pair;
  /** How many items the like-for-like figures stand on. */
  readonly comparable: number;
  /** Critical items that failed, then and now. */
  readonly failedCritical: { readonly from: readonly string[]; readonly to: readonly string[] };
}

/** Two audits side by side. */
export interface Comparison {
  readonly published: Pair;
  /**
   * The scores over the items that both audits scored by the same definition, both under the
   * later checklist's steps, weights and cap: a difference here was done, not defined.
   */
  readonly likeForLike: Pair;
  readonly comparable: number;
  readonly steps: readonly StepComparison[];
  readonly changes: readonly Change[];
}

/** A change whose item was scored by the same definition both times. */
export type Comparable = Extract<Change, { readonly tag: 'rose' | 'fell' | 'same' }> & {
  readonly difference: number;
};

/** Whether an item was scored by the same definition both times. */
export function isComparable(change: Change): change is Comparable {
  return 'difference' in change && change.difference !== null;
}

/** Compares an earlier audit with a later one. */
export function compareAudits(from: AuditResult, to: AuditResult): Comparison {
  const changes = changesBetween(from, to);
  const comparable = new Map(
    changes.filter(isComparable).map((change) => [change.id, change] as const),
  );
  // The later item carries the weight and the cap; the share is that of the time in question.
  const rescored = (step: Step, side: 'from' | 'to'): number | null => {
    const items = step.items.flatMap((item): ItemResult[] => {
      const change = comparable.get(item.id);
      return change === undefined ? [] : [{ ...change.to, share: change[side].share }];
    });
    return scoreStep(step, items, to.checklist).share;
  };

  const present = to.steps.map((now): StepComparison => {
    const then = from.steps.find((result) => result.step.id === now.step.id);
    return {
      step: now.step,
      published: { from: then?.share ?? null, to: now.share },
      likeForLike: { from: rescored(now.step, 'from'), to: rescored(now.step, 'to') },
      comparable: now.step.items.filter((item) => comparable.has(item.id)).length,
      failedCritical: { from: then?.failedCritical ?? [], to: now.failedCritical },
    };
  });
  const gone = from.steps
    .filter((then) => !to.steps.some((now) => now.step.id === then.step.id))
    .map((then): StepComparison => ({
      step: then.step,
      published: { from: then.share, to: null },
      likeForLike: { from: null, to: null },
      comparable: 0,
      failedCritical: { from: then.failedCritical, to: [] },
    }));

  const overall = (side: 'from' | 'to'): number | null =>
    weightedMean(
      present.map((step) => ({ weight: step.step.weight, share: step.likeForLike[side] })),
    );
  return {
    published: { from: from.share, to: to.share },
    likeForLike: { from: overall('from'), to: overall('to') },
    comparable: comparable.size,
    steps: [...present, ...gone],
    changes,
  };
}
