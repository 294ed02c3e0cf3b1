import { isCritical, weightOf } from '../checklist/checklist.js';
import { onceEach } from '../once.js';
import { DRAWS, drawShare, evenly } from './draws.js';
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
 * known of each item, always with the same seed: a step's uncapped share is moved so that its mean
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
  const drawn = scored.map((step) => ({ step, draws: drawStep(step, checklist, even) }));
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

function drawStep(
  step: StepResult,
  checklist: AuditResult['checklist'],
  even: () => number,
): Drawn {
  const { below } = checklist.scoring.critical;
  const items = step.items.flatMap(({ item, estimate }) =>
    estimate === null ? [] : [{ weight: weightOf(item), isCritical: isCritical(item), estimate }],
  );
  const weights = items.reduce((sum, { weight }) => sum + weight, 0);
  const draws = { variance: new Float64Array(DRAWS), own: new Float64Array(DRAWS) };
  const failed = { variance: new Uint8Array(DRAWS), own: new Uint8Array(DRAWS) };
  for (const one of items) {
    const voice = one.weight / weights;
    for (let i = 0; i < DRAWS; i++) {
      const found = drawShare(one.estimate, even);
      for (const of of ['variance', 'own'] as const) {
        draws[of][i] = (draws[of][i] ?? 0) + voice * found[of];
        if (one.isCritical && !reaches(found[of], below)) failed[of][i] = 1;
      }
    }
  }
  for (const of of ['variance', 'own'] as const) {
    const shift = (step.uncapped ?? 0) - mean(draws[of]);
    draws[of].forEach((draw, i) => {
      const moved = cut(draw + shift);
      draws[of][i] = failed[of][i] === 1 ? capped(moved, checklist) : moved;
    });
  }
  return draws;
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
