import type { Step } from '../../core/checklist/checklist.js';
import { betterPhrase, worsePhrase } from '../../core/checklist/naming.js';
import type { Comparison, StepComparison } from '../../core/compare/compare.js';
import { inSentence, numberWord, sentence } from '../../core/words/numbers.js';
import type { Verdict } from '../../core/score/uncertainty.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import type { StepView } from './view.js';

/** The steps that have a verdict, like for like, the largest contribution first. */
function stepsThat({ steps }: Comparison, verdict: Verdict): readonly StepComparison[] {
  const size = ({ step, likeForLike }: StepComparison): number =>
    step.weight * Math.abs(likeForLike.change?.difference ?? 0);
  return steps
    .filter(({ likeForLike }) => likeForLike.verdict === verdict)
    .sort((a, b) => size(b) - size(a));
}

/** The steps that clearly moved in one direction, like for like, the largest contribution first. */
export function clearSteps(
  comparison: Comparison,
  verdict: 'rose' | 'fell',
): readonly StepComparison[] {
  return stepsThat(comparison, verdict);
}

/**
 * What happened since the audit before, in one sentence made from the clear changes of its steps;
 * where one way nothing is clear, what is probable has the other half.
 */
export function changeHeadline(comparison: Comparison): string {
  const half = (verdict: Verdict, phrase: (step: Step) => string): string | null => {
    const [first] = stepsThat(comparison, verdict);
    return first === undefined ? null : phrase(first.step);
  };
  const [better, worse] = [half('rose', betterPhrase), half('fell', worsePhrase)];
  if (better !== null && worse !== null) return sentence(`${better}, but ${worse}`);
  if (better !== null) {
    const probable = half('probably-fell', worsePhrase);
    const rest = probable === null ? '; no step clearly slipped' : `, but probably ${probable}`;
    return sentence(`${better}${rest}`);
  }
  if (worse !== null) {
    const probable = half('probably-rose', betterPhrase);
    const rest = probable === null ? '; no step clearly improved' : `, but probably ${probable}`;
    return sentence(`${worse}${rest}`);
  }
  return comparison.comparable === 0
    ? 'Nothing can be compared with the check-up before'
    : 'No step has clearly changed';
}

/** The same of an audit that has no earlier one: its weakest step. */
export function firstHeadline(steps: readonly StepView[]): string {
  const scored = steps.filter(({ result }) => result.share !== null);
  const lowest = Math.min(...scored.map(({ result }) => result.share ?? 1));
  const weakest = scored.filter(({ result }) => (result.share ?? 1) - lowest < SAME_SHARE);
  const [first] = weakest;
  if (first === undefined) return 'Nothing has been scored yet';
  if (scored.length === 1) return `${first.name} is the only step that was scored`;
  if (weakest.length === scored.length) return 'All steps stand alike';
  const name = weakest.length === 1 ? first.name : `${first.name} and ${others(weakest.slice(1))}`;
  return `${name} ${weakest.length === 1 ? 'is' : 'are'} the weakest of ${numberWord(scored.length)} ${scored.length === steps.length ? 'steps' : 'scored steps'}`;
}

function others(steps: readonly StepView[]): string {
  return steps.map(({ name }) => inSentence(name)).join(' and ');
}

/** How many steps clearly moved, as the title of their table. */
export function movedTitle(comparison: Comparison): string {
  const moved = clearSteps(comparison, 'rose').length + clearSteps(comparison, 'fell').length;
  const all = comparison.steps.length;
  if (moved === 0) return 'No step clearly moved';
  return sentence(`${numberWord(moved)} of ${numberWord(all)} steps clearly moved`);
}

/** How the steps moved, behind what the overall score did. */
export function movedSentence(comparison: Comparison): string {
  const [up, down] = [clearSteps(comparison, 'rose').length, clearSteps(comparison, 'fell').length];
  if (up + down === 0) return 'No step clearly moved.';
  const direction =
    up > 0 && down > 0
      ? ', in opposite directions'
      : up > 0
        ? ', for the better'
        : ', for the worse';
  return sentence(
    `${numberWord(up + down)} of the ${numberWord(comparison.steps.length)} steps clearly moved${direction}.`,
  );
}
