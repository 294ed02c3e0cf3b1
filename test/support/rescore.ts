import type { AuditResult, StepResult } from '../../src/core/score/score.js';
import { weightedMean } from '../../src/core/score/mean.js';
import { scoreStep } from '../../src/core/score/score.js';

interface Rescored {
  readonly steps: readonly StepResult[];
  readonly share: number | null;
}

/** An audit rescored step by step with these shares in place of its items' own, by item id. */
export function withShares(result: AuditResult, shares: ReadonlyMap<string, number>): Rescored {
  const steps = result.steps.map(({ step, items }) =>
    scoreStep(
      step,
      items.map((one) => ({
        ...one,
        share: one.share === null ? null : (shares.get(one.item.id) ?? one.share),
      })),
      result.checklist,
    ),
  );
  const share = weightedMean(steps.map((one) => ({ weight: one.step.weight, share: one.share })));
  return { steps, share };
}

/** The same with these items full. */
export function withFull(result: AuditResult, ids: ReadonlySet<string>): Rescored {
  return withShares(result, new Map([...ids].map((id) => [id, 1])));
}
