import type { Step } from '../checklist/checklist.js';
import type { AuditResult, ItemResult, StepResult } from '../score/score.js';
import { meanEstimate } from '../score/mean.js';
import { scoreStep } from '../score/score.js';
import type { Difference, Estimate } from '../score/uncertainty.js';
import { differenceOf } from '../score/uncertainty.js';
import type { Change, Defined } from './change.js';
import { changesBetween, isDefined } from './change.js';

/** Two exact shares, 0 to 1 or null, earlier and later. */
export interface Pair {
  readonly from: number | null;
  readonly to: number | null;
  /** The difference with its 95 % interval; null where one of the two is not scored. */
  readonly change: Difference | null;
}

/** What a published difference is made of. The three parts add up to it. */
export interface Parts {
  /** Items that both audits scored by the same definition, under the later weights. */
  readonly done: number;
  /** Items of the same definition that only one of the two audits scored. */
  readonly applicability: number;
  /** Items that are new, gone or redefined; weights, scope and caps. */
  readonly checklist: number;
}

/** One figure of two audits side by side. */
export interface Compared {
  readonly published: Pair;
  /**
   * The figure over the items that both audits scored by the same definition, both under the later
   * checklist's steps, weights and cap: a difference here was done, not defined.
   */
  readonly likeForLike: Pair;
  /** null where one of the published figures is not scored. */
  readonly parts: Parts | null;
  /** How many items the like-for-like figures stand on. */
  readonly comparable: number;
}

/** One step side by side. */
export interface StepComparison extends Compared {
  /** The step as the later checklist has it; the earlier one's when it is gone. */
  readonly step: Step;
  /** Critical items that failed, then and now. */
  readonly failedCritical: { readonly from: readonly string[]; readonly to: readonly string[] };
}

/** Two audits side by side. */
export interface Comparison extends Compared {
  readonly steps: readonly StepComparison[];
  readonly changes: readonly Change[];
}

/** A change whose item was scored by the same definition both times. */
export type Comparable = Extract<Change, { readonly difference: unknown }> & {
  readonly difference: Difference;
};

/** Whether an item was scored by the same definition both times. */
export function isComparable(change: Change): change is Comparable {
  return 'difference' in change && change.difference !== null;
}

type Side = 'from' | 'to';

/** The figures of one side: as published, over the same definitions, and like for like. */
interface Figures {
  readonly published: Estimate | null;
  readonly defined: Estimate | null;
  readonly likeForLike: Estimate | null;
}

/** Compares an earlier audit with a later one. */
export function compareAudits(from: AuditResult, to: AuditResult): Comparison {
  const changes = changesBetween(from, to);
  const defined = changes.filter(isDefined);
  const comparable = changes.filter(isComparable);
  const ids = new Set(comparable.map(({ id }) => id));
  /** A step with some items as they were on one side; the later item carries weight and cap. */
  const rescored = (step: Step, side: Side, some: readonly Defined[]): StepResult => {
    const sides = new Map(some.map((change) => [change.id, change]));
    const items = step.items.flatMap((item): ItemResult[] => {
      const change = sides.get(item.id);
      if (change === undefined) return [];
      const { share, estimate, state } = change[side];
      return [{ ...change.to, share, estimate, state }];
    });
    return scoreStep(step, items, to.checklist);
  };
  const figures = (step: Step, side: Side, published: Estimate | null): Figures => ({
    published,
    defined: rescored(step, side, defined).estimate,
    likeForLike: rescored(step, side, comparable).estimate,
  });

  const present = to.steps.map((now) => {
    const then = from.steps.find((result) => result.step.id === now.step.id);
    const before = figures(now.step, 'from', then?.estimate ?? null);
    const after = figures(now.step, 'to', now.estimate);
    const comparison: StepComparison = {
      step: now.step,
      ...compared(before, after, now.step.items.filter((item) => ids.has(item.id)).length),
      failedCritical: { from: then?.failedCritical ?? [], to: now.failedCritical },
    };
    return { comparison, from: before, to: after, weight: now.step.weight };
  });
  const gone = from.steps
    .filter((then) => !to.steps.some((now) => now.step.id === then.step.id))
    .map((then): StepComparison => ({
      step: then.step,
      ...compared({ published: then.estimate, ...NOTHING }, { published: null, ...NOTHING }, 0),
      failedCritical: { from: then.failedCritical, to: [] },
    }));

  const overall = (side: Side, published: Estimate | null): Figures => {
    const mean = (of: 'defined' | 'likeForLike'): Estimate | null =>
      meanEstimate(present.map((one) => ({ weight: one.weight, estimate: one[side][of] })));
    return { published, defined: mean('defined'), likeForLike: mean('likeForLike') };
  };
  return {
    ...compared(overall('from', from.estimate), overall('to', to.estimate), comparable.length),
    steps: [...present.map((one) => one.comparison), ...gone],
    changes,
  };
}

const NOTHING = { defined: null, likeForLike: null };

function compared(from: Figures, to: Figures, comparable: number): Compared {
  const pair = (of: keyof Figures): Pair => pairOf(from[of], to[of]);
  const published = pair('published');
  return {
    published,
    likeForLike: pair('likeForLike'),
    parts: partsOf(published, pair('defined'), pair('likeForLike')),
    comparable,
  };
}

function pairOf(from: Estimate | null, to: Estimate | null): Pair {
  return {
    from: from?.share ?? null,
    to: to?.share ?? null,
    change: from === null || to === null ? null : differenceOf(from, to),
  };
}

/**
 * Splits a published difference: like for like was done; what the items of the same definition add
 * to that is applicability and checking; all that then remains is the checklist. Where nothing can
 * be compared on one of these levels, its part falls to the next.
 */
function partsOf(published: Pair, defined: Pair, likeForLike: Pair): Parts | null {
  if (published.change === null) return null;
  const done = likeForLike.change?.difference ?? 0;
  const same = defined.change?.difference ?? done;
  return {
    done,
    applicability: same - done,
    checklist: published.change.difference - same,
  };
}
