import type { Checklist, Scope } from '../../src/core/checklist/checklist.js';
import { isCritical, weightOf } from '../../src/core/checklist/checklist.js';
import { askedSteps } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { trendOf } from '../../src/core/compare/trend.js';
import { parseQuarter, shiftQuarter } from '../../src/core/quarter.js';
import { capped } from '../../src/core/score/limits.js';
import { rangesOf } from '../../src/core/score/ranges.js';
import type { Random, Truth } from './found.js';
import { audited, found, truthsOf } from './found.js';
import { LEVELS } from './pairs.js';

/** An item's true share is the mean of what so many auditors would find. */
const LOOKS = 200;

/** What a store would score if everything were looked at again and again: steps by id, holds and all. */
export function trueShares(
  checklist: Checklist,
  scope: Scope,
  truths: ReadonlyMap<string, Truth>,
  next: Random,
): { readonly steps: ReadonlyMap<string, number>; readonly overall: number } {
  const steps = askedSteps(checklist, scope).map((step) => {
    let [sum, weights, isHeld] = [0, 0, false];
    for (const item of step.items) {
      const truth = truths.get(item.id);
      const kind = kindOf(item);
      if (truth === undefined || !kind.scored) continue;
      let share = 0;
      for (let look = 0; look < LOOKS; look++) {
        share += (kind.share(item, found(item, truth, next).value) ?? 0) / LOOKS;
      }
      sum += weightOf(item) * share;
      weights += weightOf(item);
      isHeld ||= isCritical(item) && share < checklist.scoring.critical.below / 100;
    }
    const uncapped = sum / weights;
    return {
      id: step.id,
      weight: step.weight,
      share: isHeld ? capped(uncapped, checklist) : uncapped,
    };
  });
  const weights = steps.reduce((sum, { weight }) => sum + weight, 0);
  return {
    steps: new Map(steps.map(({ id, share }) => [id, share])),
    overall: steps.reduce((sum, { weight, share }) => sum + weight * share, 0) / weights,
  };
}

/** How often the printed ranges hold the true scores, and how wide those of the whole are on average, each way. */
export function rangesCovered(
  checklist: Checklist,
  scope: Scope,
  { audits, next }: { audits: number; next: Random },
): { readonly step: number; readonly overall: number; readonly width: number } {
  let [step, steps, overall, width] = [0, 0, 0, 0];
  for (let i = 0; i < audits; i++) {
    const truths = truthsOf(checklist, scope, LEVELS[i % LEVELS.length] ?? 0.5, next);
    const truth = trueShares(checklist, scope, truths, next);
    const ranges = rangesOf(audited(checklist, scope, truths, next));
    for (const [id, range] of ranges.steps) {
      const share = truth.steps.get(id) ?? NaN;
      step += Number(range.lower <= share && share <= range.upper);
      steps += 1;
    }
    if (ranges.overall === null) continue;
    const { lower, upper } = ranges.overall;
    overall += Number(lower <= truth.overall && truth.overall <= upper);
    width += (upper - lower) / 2;
  }
  return { step: step / steps, overall: overall / audits, width: width / audits };
}

/** How often the last of five quarters of a store that stays as it is is called unusual for it. */
export function unusualWhileTheSame(
  checklist: Checklist,
  scope: Scope,
  { stores, quarters, next }: { stores: number; quarters: number; next: Random },
): { readonly overall: number; readonly step: number } {
  const last = parseQuarter('2026-Q3');
  if (last === null) throw new Error('no quarter');
  let [overall, step, steps] = [0, 0, 0];
  for (let i = 0; i < stores; i++) {
    const truths = truthsOf(checklist, scope, LEVELS[i % LEVELS.length] ?? 0.5, next);
    const audits = Array.from({ length: quarters }, (_, q) => ({
      quarter: shiftQuarter(last, q - quarters),
      result: audited(checklist, scope, truths, next),
    }));
    const trend = trendOf(audits, quarters);
    overall += Number(trend.overall.usual?.isUsual === false);
    for (const { usual } of trend.steps) {
      if (usual === null) throw new Error('no history');
      step += Number(!usual.isUsual);
      steps += 1;
    }
  }
  return { overall: overall / stores, step: step / steps };
}
