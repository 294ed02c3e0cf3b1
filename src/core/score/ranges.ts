import { isCritical, weightOf } from '../checklist/checklist.js';
import { onceEach } from '../once.js';
import type { Chance, Drawn } from './draws.js';
import { DRAWS, addTo, chanceOf, drawItem, drawWhole } from './draws.js';
import { capped, reaches } from './limits.js';
import { meanEstimate } from './mean.js';
import { quantile } from './quantile.js';
import type { AuditResult, ItemResult, StepResult } from './score.js';
import type { Estimate, Interval } from './uncertainty.js';
import { cut, intervalOf } from './uncertainty.js';

/** Where a published score may lie, caps and all. */
export interface Range extends Interval {
  /** Its variance as a sign of how things are done: what dealerships are told apart by. */
  readonly variance: number;
}

/** Where the published scores of an audit may lie; null where there is none. */
export interface Ranges {
  readonly overall: Range | null;
  /** By the id of the step. */
  readonly steps: ReadonlyMap<string, Range>;
}

/** In place of the rest of a step that has none. */
const NOTHING: Estimate = { share: 0, variance: 0, own: 0 };

/**
 * Where the published scores of an audit may lie, 19 times of 20. Where no critical item can have
 * failed, ± 1.96 standard errors of the sum. Elsewhere the scores are drawn 4,000 times, always with
 * the same seed: each critical item that may have failed from what is known of it, all else of its
 * step as a whole, and so every other step. A step's uncapped share is moved so that its mean is
 * what was found, cut at 0 and 1, and capped in the draws in which a critical item is below the
 * limit; the range runs from the quantile 0.025 to 0.975, and never leaves the score itself out.
 */
export const rangesOf = onceEach(({ steps, share, estimate, checklist }: AuditResult): Ranges => {
  const scored = steps.filter((step) => step.share !== null);
  const atRisk = new Set(
    scored.filter((step) => step.items.some((one) => mayFail(one, checklist))),
  );
  if (share === null || estimate === null || atRisk.size === 0) {
    return {
      overall: estimate === null ? null : plain(estimate),
      steps: new Map(
        scored.flatMap((one) =>
          one.estimate === null ? [] : [[one.step.id, plain(one.estimate)] as const],
        ),
      ),
    };
  }
  const chance = chanceOf();
  const drawn = scored.map((step) => ({
    step,
    draws:
      atRisk.has(step) || step.estimate === null
        ? drawStep(step, checklist, chance)
        : drawWhole(step.estimate, chance),
  }));
  const voices = scored.reduce((sum, { step }) => sum + step.weight, 0);
  const overall: Drawn = { variance: new Float64Array(DRAWS), own: new Float64Array(DRAWS) };
  for (const { step, draws } of drawn) {
    addTo(overall.variance, draws.variance, step.step.weight / voices);
    addTo(overall.own, draws.own, step.step.weight / voices);
  }
  return {
    overall: rangeOf(overall, share),
    steps: new Map(
      drawn.flatMap(({ step, draws }) => {
        if (step.estimate === null || step.share === null) return [];
        const range = atRisk.has(step) ? rangeOf(draws, step.share) : plain(step.estimate);
        return [[step.step.id, range] as const];
      }),
    ),
  };
});

function plain(estimate: Estimate): Range {
  return { ...intervalOf(estimate), variance: estimate.variance };
}

/** Whether a critical item failed, or may have by its own range. */
function mayFail(
  { item, estimate }: Pick<ItemResult, 'item' | 'estimate'>,
  { scoring }: AuditResult['checklist'],
): boolean {
  if (!isCritical(item) || estimate === null) return false;
  const { lower } = intervalOf(estimate);
  return !reaches(Math.min(lower, estimate.share), scoring.critical.below);
}

const weightIn = (items: readonly ItemResult[]): number =>
  items.reduce((sum, { item }) => sum + weightOf(item), 0);

/** First the items that can't have failed, as a whole, then each of the others. */
function drawStep(step: StepResult, checklist: AuditResult['checklist'], chance: Chance): Drawn {
  const limit = checklist.scoring.critical.below;
  const scored = step.items.filter(({ estimate }) => estimate !== null);
  const others = scored.filter((one) => !mayFail(one, checklist));
  const rest = meanEstimate(
    others.map(({ item, estimate }) => ({
      weight: weightOf(item),
      estimate: estimate?.summed ?? null,
    })),
  );
  const weights = weightIn(scored);
  const whole = drawWhole(rest ?? NOTHING, chance);
  const single = scored.flatMap(({ item, estimate }) =>
    estimate === null || !mayFail({ item, estimate }, checklist)
      ? []
      : [{ voice: weightOf(item) / weights, draws: drawItem(estimate, chance) }],
  );
  /** The published share of the step, by what was drawn of its parts. */
  const settle = (of: keyof Drawn): Float64Array => {
    const sums = new Float64Array(DRAWS);
    addTo(sums, whole[of], weightIn(others) / weights);
    for (const { voice, draws } of single) addTo(sums, draws[of], voice);
    const shift = (step.uncapped ?? 0) - mean(sums);
    return sums.map((sum, i) => {
      const moved = cut(sum + shift);
      const isHeld = single.some(({ draws }) => !reaches(draws[of][i] ?? 0, limit));
      return isHeld ? capped(moved, checklist) : moved;
    });
  };
  return { variance: settle('variance'), own: settle('own') };
}

function mean(draws: Float64Array): number {
  let sum = 0;
  for (const each of draws) sum += each;
  return sum / draws.length;
}

function rangeOf({ variance, own }: Drawn, share: number): Range {
  const sorted = own.toSorted();
  const middle = mean(variance);
  return {
    lower: Math.min(share, quantile(sorted, 0.025)),
    upper: Math.max(share, quantile(sorted, 0.975)),
    variance: mean(variance.map((each) => (each - middle) ** 2)),
  };
}
