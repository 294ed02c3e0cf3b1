import { isCritical, weightOf } from '../checklist/checklist.js';
import { onceEach } from '../once.js';
import type { Chance, DrawnAs } from './draws.js';
import { DRAWS, addTo, addWhole, chanceOf, drawItem } from './draws.js';
import { capped, reaches } from './limits.js';
import { meanEstimate } from './mean.js';
import { quantilesOf } from './quantile.js';
import type { AuditResult, ItemResult, StepResult } from './score.js';
import type { Estimate, Interval } from './uncertainty.js';
import { cut, intervalOf } from './uncertainty.js';

/** Where the published scores of an audit may lie; null where there is none. */
export interface Ranges {
  readonly overall: Interval | null;
  /** By the id of the step. */
  readonly steps: ReadonlyMap<string, Interval>;
}

/**
 * The variances of the published scores of an audit as signs of how things are done, caps and all: what
 * dealerships are told apart by.
 */
export interface Variances {
  /** Null where there is no score. */
  readonly overall: number | null;
  /** By the id of the step. */
  readonly steps: ReadonlyMap<string, number>;
}

/** The published scores of an audit as they were drawn. */
interface DrawnScores {
  readonly overall: Float64Array;
  /** Of the steps whose score hangs on a check that may have failed, by their ids. */
  readonly steps: ReadonlyMap<string, Float64Array>;
}

/** In place of the rest of a step that has none. */
const NOTHING: Estimate = { share: 0, variance: 0, own: 0 };

/**
 * Where the published scores of an audit may lie, 19 times of 20: ± 1.96 standard errors of the sum where
 * no critical item can have failed, elsewhere from the quantile 0.025 to 0.975 of what was drawn; the
 * score itself is never left out.
 */
export const rangesOf = onceEach((result: AuditResult): Ranges => {
  const drawn = drawScores(result, 'own');
  const rangeIn = ({ share, estimate }: Scored, draws: Float64Array | undefined) =>
    share === null || estimate === null
      ? null
      : draws === undefined
        ? intervalOf(estimate)
        : intervalIn(draws, share);
  return {
    overall: rangeIn(result, drawn?.overall),
    steps: ofSteps(result, (step) => rangeIn(step, drawn?.steps.get(step.step.id))),
  };
});

/** The variances of the published scores: of the sum, or of what was drawn, as for {@link rangesOf}. */
export const variancesOf = onceEach((result: AuditResult): Variances => {
  const drawn = drawScores(result, 'variance');
  const varianceOf = ({ estimate }: Scored, draws: Float64Array | undefined) =>
    draws === undefined ? (estimate?.variance ?? null) : varianceIn(draws);
  return {
    overall: varianceOf(result, drawn?.overall),
    steps: ofSteps(result, (step) => varianceOf(step, drawn?.steps.get(step.step.id))),
  };
});

type Scored = Pick<StepResult, 'share' | 'estimate'>;

function ofSteps<T>({ steps }: AuditResult, give: (step: StepResult) => T | null): Map<string, T> {
  return new Map(
    steps.flatMap((step) => {
      const given = give(step);
      return given === null ? [] : [[step.step.id, given] as const];
    }),
  );
}

/**
 * Draws the published scores 4,000 times, always with the same seed: each critical item that may have
 * failed from what is known of it, all else of its step as a whole, and so every other step. A step's
 * uncapped share is moved so that its mean is what was found, cut at 0 and 1, and capped in the draws
 * in which a critical item is below the limit. Null where no critical item can have failed.
 */
function drawScores({ steps, checklist }: AuditResult, as: DrawnAs): DrawnScores | null {
  const scored = steps.filter((step) => step.share !== null);
  const atRisk = new Set(
    scored.filter((step) => step.items.some((one) => mayFail(one, checklist))),
  );
  if (atRisk.size === 0) return null;
  const chance = chanceOf();
  const voices = scored.reduce((sum, { step }) => sum + step.weight, 0);
  const overall = new Float64Array(DRAWS);
  const held = new Map<string, Float64Array>();
  for (const step of scored) {
    const voice = step.step.weight / voices;
    if (!atRisk.has(step) && step.estimate !== null) {
      addWhole(overall, step.estimate, voice, as, chance);
      continue;
    }
    const draws = drawStep(step, checklist, as, chance);
    held.set(step.step.id, draws);
    addTo(overall, draws, voice);
  }
  return { overall, steps: held };
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
function drawStep(
  step: StepResult,
  checklist: AuditResult['checklist'],
  as: DrawnAs,
  chance: Chance,
): Float64Array {
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
  const sums = new Float64Array(DRAWS);
  addWhole(sums, rest ?? NOTHING, weightIn(others) / weights, as, chance);
  const isHeld = new Uint8Array(DRAWS);
  for (const { item, estimate } of scored) {
    if (estimate === null || !mayFail({ item, estimate }, checklist)) continue;
    const draws = drawItem(estimate, as, chance);
    addTo(sums, draws, weightOf(item) / weights);
    for (let i = 0; i < DRAWS; i++) if (!reaches(draws[i] ?? 0, limit)) isHeld[i] = 1;
  }
  const shift = (step.uncapped ?? 0) - meanIn(sums);
  for (let i = 0; i < DRAWS; i++) {
    const moved = cut((sums[i] ?? 0) + shift);
    sums[i] = isHeld[i] === 1 ? capped(moved, checklist) : moved;
  }
  return sums;
}

function meanIn(draws: Float64Array): number {
  let sum = 0;
  for (const each of draws) sum += each;
  return sum / draws.length;
}

function varianceIn(draws: Float64Array): number {
  const middle = meanIn(draws);
  let sum = 0;
  for (const each of draws) sum += (each - middle) ** 2;
  return sum / draws.length;
}

function intervalIn(draws: Float64Array, share: number): Interval {
  const [lower, upper] = quantilesOf(draws, 0.025, 0.975);
  return { lower: Math.min(share, lower), upper: Math.max(share, upper) };
}
