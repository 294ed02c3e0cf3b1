import type { Answer, AnswerState, RecordedAnswer } from '../audit/answer.js';
import type { Audit } from '../audit/audit.js';
import { currentAnswers } from '../audit/audit.js';
import type { Band, Checklist, Item, Scope, Step } from '../checklist/checklist.js';
import { askedSteps, weightOf } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import { bandOf, capped, hasFailedCritical, isApart } from './limits.js';
import type { Part } from './mean.js';
import { meanEstimate, weightedMean } from './mean.js';
import type { Estimate, ItemEstimate } from './uncertainty.js';
import { estimateOf } from './uncertainty.js';

/**
 * Raised with every change of a rule here, and of what is kept of a score, so that a kept score says
 * by which rules it was made.
 */
export const SCORING_VERSION = 4;

/** What became of one item. */
export interface ItemResult {
  readonly item: Item;
  readonly step: string;
  readonly state: AnswerState;
  readonly answer: Answer | undefined;
  /** Who answered and when; undefined while unanswered. */
  readonly recorded: RecordedAnswer | undefined;
  /** 0 to 1, exact; null when there is nothing to score. */
  readonly share: number | null;
  /** The share with its error; null with it. */
  readonly estimate: ItemEstimate | null;
}

/** What became of one step. */
export interface StepResult {
  readonly step: Step;
  readonly items: readonly ItemResult[];
  /** Σ weight × share ÷ Σ weight over scored items, before any cap; null when none is scored. */
  readonly uncapped: number | null;
  /** The share that counts: the uncapped one, or the cap where that is lower. */
  readonly share: number | null;
  /** The uncapped share with its error: what a change is judged by. Null with it. */
  readonly estimate: Estimate | null;
  /** Ids of the critical items that failed, whether or not the cap then lowered the step. */
  readonly failedCritical: readonly string[];
  /** Weight scored ÷ weight applicable, 0 to 1; null when nothing is applicable. */
  readonly coverage: number | null;
}

/** What became of a whole audit. Shares and coverage run from 0 to 1 and are never rounded. */
export interface AuditResult {
  readonly checklist: Checklist;
  readonly scope: Scope;
  readonly steps: readonly StepResult[];
  /** The mean of the scored steps by step weight; null when none is scored. */
  readonly share: number | null;
  /** The mean of the steps before any cap, with its error. */
  readonly estimate: Estimate | null;
  /** Null too where the audit stands apart. */
  readonly band: Band | null;
  readonly coverage: number | null;
  /** Whether the coverage is under the checklist's floor: then nothing is compared with the score. */
  readonly apart: boolean;
}

/** Items as parts of the mean of their step. */
export function partsOf(items: readonly ItemResult[]): Part[] {
  return items.map(({ item, share }) => ({ weight: weightOf(item), share }));
}

/** Steps as parts of the overall mean. */
export function voicesOf(
  steps: readonly { readonly step: Step; readonly share: number | null }[],
): Part[] {
  return steps.map(({ step, share }) => ({ weight: step.weight, share }));
}

/** Weight of what was scored ÷ weight of what was applicable; null when nothing is applicable. */
function coverageOf(items: readonly ItemResult[]): number | null {
  const weigh = (some: readonly ItemResult[]): number =>
    some.reduce((total, result) => total + weightOf(result.item), 0);
  const applicable = weigh(items.filter((result) => result.state !== 'not-applicable'));
  return applicable === 0
    ? null
    : weigh(items.filter((result) => result.share !== null)) / applicable;
}

function scoreItem(item: Item, step: string, recorded: RecordedAnswer | undefined): ItemResult {
  const answer = recorded?.answer;
  const kind = kindOf(item);
  const share = answer?.state === 'answered' ? kind.share(item, answer.value) : null;
  const spread = answer?.state === 'answered' ? kind.spread(item, answer.value) : null;
  const estimate = share === null || spread === null ? null : estimateOf(share, spread);
  return { item, step, state: answer?.state ?? 'unanswered', answer, recorded, share, estimate };
}

/**
 * The score of some items of a step: their weighted mean, capped at the checklist's cap when a
 * critical item among them failed.
 */
export function scoreStep(
  step: Step,
  items: readonly ItemResult[],
  checklist: Checklist,
): StepResult {
  const uncapped = weightedMean(partsOf(items));
  const failedCritical = items
    .filter((result) => hasFailedCritical(result, checklist))
    .map((result) => result.item.id);
  const estimate = meanEstimate(
    items.map((one) => ({ weight: weightOf(one.item), estimate: one.estimate?.summed ?? null })),
  );
  const share =
    uncapped === null || failedCritical.length === 0 ? uncapped : capped(uncapped, checklist);
  return { step, items, uncapped, share, estimate, failedCritical, coverage: coverageOf(items) };
}

/** Scores a set of current answers to a checklist, by the rules of the design and no others. */
export function scoreAnswers(
  checklist: Checklist,
  scope: Scope,
  answers: ReadonlyMap<string, RecordedAnswer>,
): AuditResult {
  const steps = askedSteps(checklist, scope).map((step) =>
    scoreStep(
      step,
      step.items.map((item) => scoreItem(item, step.id, answers.get(item.id))),
      checklist,
    ),
  );
  const share = weightedMean(voicesOf(steps));
  const coverage = coverageOf(steps.flatMap((result) => result.items));
  const apart = isApart(coverage, checklist);
  return {
    checklist,
    scope,
    steps,
    share,
    estimate: meanEstimate(
      steps.map((result) => ({ weight: result.step.weight, estimate: result.estimate })),
    ),
    band: apart ? null : bandOf(share, checklist.bands),
    coverage,
    apart,
  };
}

/** Scores an audit as it stands. */
export function scoreAudit(audit: Audit): AuditResult {
  return scoreAnswers(audit.checklist, audit.scope, currentAnswers(audit));
}
