import { printScore } from '../../core/score/print.js';
import type { AuditResult, StepResult } from '../../core/score/score.js';

/** Whether a failed must-not-fail check holds a step below what it would have. */
export function isHeld({ share, uncapped }: StepResult): boolean {
  return share !== uncapped;
}

/** What a failed must-not-fail check does to its step, as a sentence. */
export function heldWords(number: number, step: StepResult, { checklist }: AuditResult): string {
  const { bands, scoring } = checklist;
  return isHeld(step)
    ? `It holds step ${String(number)} at ${String(scoring.critical.cap)} (${printScore(step.uncapped, bands)} without).`
    : `Step ${String(number)} stands at ${printScore(step.share, bands)} anyway.`;
}
