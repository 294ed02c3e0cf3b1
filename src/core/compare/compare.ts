import type { Step } from '../checklist/checklist.js';
import { weightOf } from '../checklist/checklist.js';
import { judgeTogether } from '../score/family.js';
import type { AuditResult, StepResult } from '../score/score.js';
import { meanEstimate } from '../score/mean.js';
import type { Difference, Estimate, Verdict } from '../score/uncertainty.js';
import { differenceOf } from '../score/uncertainty.js';
import type { CapEvent } from './cap-events.js';
import { capEventsOf } from './cap-events.js';
import type { Change, Defined } from './change.js';
import { changesBetween, isDefined } from './change.js';

/** Two exact shares, 0 to 1 or null, earlier and later. */
export interface Pair {
  readonly from: number | null;
  readonly to: number | null;
  /** The later less the earlier; null where one of the two is not scored. */
  readonly difference: number | null;
}

/** Two exact shares over the same items, before any cap, and what their difference says. */
export interface JudgedPair {
  readonly from: number | null;
  readonly to: number | null;
  /** The difference with its 95 % interval; null where one of the two is not scored. */
  readonly change: Difference | null;
  /** What counts of it; null where there is none, and where one of the audits stands apart. */
  readonly verdict: Verdict | null;
}

/** What a published difference is made of. The parts add up to it. */
export interface Parts {
  /** Items that both audits scored by the same definition, under the later weights. */
  readonly done: number;
  /** Items of the same definition that only one of the two audits scored. */
  readonly applicability: number;
  /** Items that are new, gone or redefined; weights and scope. */
  readonly checklist: number;
  /** What the caps take from the later figure, less what they took from the earlier one. */
  readonly held: number;
}

/** One figure of two audits side by side. */
export interface Compared {
  readonly published: Pair;
  /**
   * The figure over the items that both audits scored by the same definition, both under the later
   * checklist's steps and weights and before any cap: a difference here was done, not defined.
   */
  readonly likeForLike: JudgedPair;
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
  /** The caps that came and went, each an event of its own. */
  readonly caps: readonly CapEvent[];
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

/** The figures of one side: as published, before caps, over the same definitions, and like for like. */
interface Figures {
  readonly published: number | null;
  readonly uncapped: Estimate | null;
  readonly defined: Estimate | null;
  readonly likeForLike: Estimate | null;
}

/** Compares an earlier audit with a later one. */
export function compareAudits(from: AuditResult, to: AuditResult): Comparison {
  const changes = changesBetween(from, to);
  const defined = changes.filter(isDefined);
  const comparable = changes.filter(isComparable);
  const ids = new Set(comparable.map(({ id }) => id));
  /** A step over some items as they were on one side; the later items carry the weights. */
  const rescored = (step: Step, side: Side, some: readonly Defined[]): Estimate | null => {
    const sides = new Map(some.map((change) => [change.id, change[side]]));
    return meanEstimate(
      step.items.map((item) => ({
        weight: weightOf(item),
        estimate: sides.get(item.id)?.estimate?.summed ?? null,
      })),
    );
  };
  const figures = (step: Step, side: Side, own: StepResult | undefined): Figures => ({
    published: own?.share ?? null,
    uncapped: own?.estimate ?? null,
    defined: rescored(step, side, defined),
    likeForLike: rescored(step, side, comparable),
  });
  const isJudged = !from.apart && !to.apart;

  const present = to.steps.map((now) => {
    const then = from.steps.find((result) => result.step.id === now.step.id);
    const before = figures(now.step, 'from', then);
    const after = figures(now.step, 'to', now);
    const comparison: StepComparison = {
      step: now.step,
      ...compared(before, after, now.step.items.filter((item) => ids.has(item.id)).length),
      failedCritical: { from: then?.failedCritical ?? [], to: now.failedCritical },
      caps: capEventsOf(then, now, { from: from.checklist, to: to.checklist }),
    };
    return { comparison, from: before, to: after, weight: now.step.weight };
  });
  const gone = from.steps
    .filter((then) => !to.steps.some((now) => now.step.id === then.step.id))
    .map((then): StepComparison => ({
      step: then.step,
      ...compared(
        { published: then.share, uncapped: then.estimate, ...NOTHING },
        { published: null, uncapped: null, ...NOTHING },
        0,
      ),
      failedCritical: { from: then.failedCritical, to: [] },
      caps: [],
    }));

  const overall = (side: Side, { share, estimate }: AuditResult): Figures => {
    const mean = (of: 'defined' | 'likeForLike'): Estimate | null =>
      meanEstimate(present.map((one) => ({ weight: one.weight, estimate: one[side][of] })));
    return {
      published: share,
      uncapped: estimate,
      defined: mean('defined'),
      likeForLike: mean('likeForLike'),
    };
  };
  const whole = compared(overall('from', from), overall('to', to), comparable.length);
  return {
    ...withVerdict(whole, isJudged ? (whole.likeForLike.change?.verdict ?? null) : null),
    steps: judgedSteps([...present.map((one) => one.comparison), ...gone], isJudged),
    changes,
  };
}

/** The steps, those that can be compared judged together; none where an audit stands apart. */
function judgedSteps(steps: readonly StepComparison[], isJudged: boolean): StepComparison[] {
  const family = steps.flatMap(({ step, likeForLike: { change } }) =>
    change === null || !isJudged ? [] : [{ id: step.id, difference: change }],
  );
  const verdicts = new Map(
    judgeTogether(family).map(({ id, difference }) => [id, difference.verdict]),
  );
  return steps.map((one) => withVerdict(one, verdicts.get(one.step.id) ?? null));
}

function withVerdict<T extends Compared>(one: T, verdict: Verdict | null): T {
  return { ...one, likeForLike: { ...one.likeForLike, verdict } };
}

const NOTHING = { defined: null, likeForLike: null };

function compared(from: Figures, to: Figures, comparable: number): Compared {
  const { published: then } = from;
  const { published: now } = to;
  const [earlier, later] = [from.likeForLike, to.likeForLike];
  const change = earlier === null || later === null ? null : differenceOf(earlier, later);
  return {
    published: {
      from: then,
      to: now,
      difference: then === null || now === null ? null : now - then,
    },
    likeForLike: {
      from: earlier?.share ?? null,
      to: later?.share ?? null,
      change,
      verdict: null,
    },
    parts: partsOf(from, to, change),
    comparable,
  };
}

function between(from: Estimate | null, to: Estimate | null): number | null {
  return from === null || to === null ? null : to.share - from.share;
}

/**
 * Splits a published difference, first before caps: like for like was done; what the items of the
 * same definition that only one side scored add to that is applicability and checking; what then
 * remains before caps is the checklist. Where nothing can be compared on one of these levels, its
 * part falls to the next. What remains of the published difference is what caps hold back.
 */
function partsOf(from: Figures, to: Figures, likeForLike: Difference | null): Parts | null {
  const uncapped = between(from.uncapped, to.uncapped);
  if (from.published === null || to.published === null || uncapped === null) return null;
  const done = likeForLike?.difference ?? 0;
  const same = between(from.defined, to.defined) ?? done;
  return {
    done,
    applicability: same - done,
    checklist: uncapped - same,
    held: to.published - from.published - uncapped,
  };
}
