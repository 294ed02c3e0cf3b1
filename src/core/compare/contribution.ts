import type { Step } from '../checklist/checklist.js';
import { weightedSums } from '../score/mean.js';
import type { AuditResult } from '../score/score.js';
import { voicesOf } from '../score/score.js';

/** What one step did to the published overall share. */
export interface Contribution {
  readonly step: Step;
  /** A difference of shares; all of them add up to that of the overall score. */
  readonly share: number;
}

/**
 * What each step added to the overall share or took from it, between two audits that both have one:
 * its voice then times what it was worth then, against the same now, each measured from the earlier
 * overall share, so that a step that is new, gone or reweighted counts for its difference from the
 * whole and not for all it is. Where all voices stay the same, that is voice × difference.
 *
 * @returns in the order of the later checklist, then what is gone; none where one has no score.
 */
export function contributionsOf(from: AuditResult, to: AuditResult): Contribution[] {
  const { share: base } = from;
  if (base === null || to.share === null) return [];
  const worth = (result: AuditResult): Map<string, number> => {
    const voices = weightedSums(voicesOf(result.steps)).weights;
    return new Map(
      result.steps.flatMap(({ step, share }) =>
        share === null ? [] : [[step.id, (step.weight / voices) * (share - base)] as const],
      ),
    );
  };
  const [then, now] = [worth(from), worth(to)];
  const steps = new Map(
    [
      ...to.steps,
      ...from.steps.filter(({ step }) => !to.steps.some((one) => one.step.id === step.id)),
    ].map(({ step }) => [step.id, step]),
  );
  return [...steps.values()]
    .filter(({ id }) => then.has(id) || now.has(id))
    .map((step) => ({ step, share: (now.get(step.id) ?? 0) - (then.get(step.id) ?? 0) }));
}
