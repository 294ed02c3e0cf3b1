import { isCritical, weightOf } from '../checklist/checklist.js';
import { onceEach } from '../once.js';
import { DRAWS, drawShares, evenly, normal } from './draws.js';
import { capped, reaches } from './limits.js';
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

const SEED = 1;

/** Which draws are meant: of the process, or of the quarter alone. */
type Of = 'variance' | 'own';

/** One step, drawn again and again: its published share as it might be. */
type Drawn = Readonly<Record<Of, Float64Array>>;

/**
 * Where the published scores of an audit may lie, 19 times of 20. Where no critical item can have
 * failed, ± 1.96 standard errors of the sum. Elsewhere the scores are drawn 4,000 times from what is
 * known of each item, always with the same seed, and steps in which nothing may have failed as a
 * whole: a step's uncapped share is moved so that its mean
 * is what was found, cut at 0 and 1, and capped in the draws in which a critical item is below the
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
  const even = evenly(SEED);
  const drawn = scored.map((step) => ({
    step,
    draws:
      atRisk.has(step) || step.estimate === null
        ? drawStep(step, checklist, even)
        : drawWhole(step.estimate, even),
  }));
  const voices = scored.reduce((sum, { step }) => sum + step.weight, 0);
  const overall: Drawn = { variance: new Float64Array(DRAWS), own: new Float64Array(DRAWS) };
  for (const { step, draws } of drawn) {
    const voice = step.step.weight / voices;
    for (const of of ['variance', 'own'] as const) {
      for (let i = 0; i < DRAWS; i++) {
        overall[of][i] = (overall[of][i] ?? 0) + voice * (draws[of][i] ?? 0);
      }
    }
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
function mayFail({ item, estimate }: ItemResult, { scoring }: AuditResult['checklist']): boolean {
  if (!isCritical(item) || estimate === null) return false;
  const { lower } = intervalOf(estimate);
  return !reaches(Math.min(lower, estimate.share), scoring.critical.below);
}

/** A step in which nothing may have failed is drawn as a whole: a sum of many parts is normal to the eye. */
function drawWhole({ share, variance, own }: Estimate, even: () => number): Drawn {
  const draws = { variance: new Float64Array(DRAWS), own: new Float64Array(DRAWS) };
  const [error, ownError] = [Math.sqrt(variance), Math.sqrt(own)];
  for (let i = 0; i < DRAWS; i++) {
    const stray = normal(even);
    draws.variance[i] = cut(share + stray * error);
    draws.own[i] = cut(share + stray * ownError);
  }
  return draws;
}

function drawStep(
  step: StepResult,
  checklist: AuditResult['checklist'],
  even: () => number,
): Drawn {
  const limit = checklist.scoring.critical.below;
  const weights = step.items.reduce(
    (sum, { item, estimate }) => sum + (estimate === null ? 0 : weightOf(item)),
    0,
  );
  const variance = new Float64Array(DRAWS);
  const own = new Float64Array(DRAWS);
  const [failed, failedOwn] = [new Uint8Array(DRAWS), new Uint8Array(DRAWS)];
  for (const { item, estimate } of step.items) {
    if (estimate === null) continue;
    const voice = weightOf(item) / weights;
    const critical = isCritical(item);
    drawShares(estimate, even, (i, share, near) => {
      variance[i] = (variance[i] ?? 0) + voice * share;
      own[i] = (own[i] ?? 0) + voice * near;
      if (!critical) return;
      if (!reaches(share, limit)) failed[i] = 1;
      if (!reaches(near, limit)) failedOwn[i] = 1;
    });
  }
  const settle = (draws: Float64Array, holds: Uint8Array): void => {
    const shift = (step.uncapped ?? 0) - mean(draws);
    for (let i = 0; i < DRAWS; i++) {
      const moved = cut((draws[i] ?? 0) + shift);
      draws[i] = holds[i] === 1 ? capped(moved, checklist) : moved;
    }
  };
  settle(variance, failed);
  settle(own, failedOwn);
  return { variance, own };
}

function mean(draws: Float64Array): number {
  return draws.reduce((sum, each) => sum + each, 0) / draws.length;
}

function rangeOf({ variance, own }: Drawn, share: number): Range {
  const sorted = own.toSorted();
  const middle = mean(variance);
  return {
    lower: Math.min(share, quantile(sorted, 0.025)),
    upper: Math.max(share, quantile(sorted, 0.975)),
    variance: variance.reduce((sum, each) => sum + (each - middle) ** 2, 0) / variance.length,
  };
}
