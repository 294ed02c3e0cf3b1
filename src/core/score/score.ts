import type { Answer, AnswerState, RecordedAnswer } from '../audit/answer.js';
import type { Audit } from '../audit/audit.js';
import { currentAnswers } from '../audit/audit.js';
import type { Band, Checklist, Item, Scope, Step } from '../checklist/checklist.js';
import { askedSteps, isCritical, weightOf } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import type { Part } from './mean.js';
import { meanEstimate, weightedMean } from './mean.js';
import type { Estimate, Interval } from './uncertainty.js';
import { SAME_SHARE, intervalOf, varianceOf, weightedVariance } from './uncertainty.js';

/**
 * Raised with every change of a rule here, and of what is kept of a score, so that a kept score says
 * by which rules it was made.
 */
export const SCORING_VERSION = 3;

/**
 * Whether a share (0 to 1) is at least a score (0 to 100). Binary arithmetic must not decide on
 * which side of a limit a score falls.
 */
export function reaches(share: number, score: number): boolean {
  return share * 100 >= score - SAME_SHARE;
}

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
  readonly estimate: Estimate | null;
}

/** What became of one step. */
export interface StepResult {
  readonly step: Step;
  readonly items: readonly ItemResult[];
  /** Σ weight × share ÷ Σ weight over scored items, before any cap; null when none is scored. */
  readonly uncapped: number | null;
  /** The share that counts: the uncapped one, or the cap where that is lower. */
  readonly share: number | null;
  /** The share that counts with its error; null with it. */
  readonly estimate: Estimate | null;
  /** Where the share may truly be, caps put through its ends; null with it. */
  readonly interval: Interval | null;
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
  readonly estimate: Estimate | null;
  /** Where the share may truly be; null with it. */
  readonly interval: Interval | null;
  readonly band: Band | null;
  readonly coverage: number | null;
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

/** Under this coverage a score says too little about what was left out. Our own limit. */
const THIN = 0.8;

/** Whether so little was scored that the score needs a warning beside it. */
export function isThin({ coverage }: { readonly coverage: number | null }): boolean {
  return coverage !== null && coverage < THIN;
}

/** A critical item that was scored, and scored under the checklist's limit. */
export function hasFailedCritical(
  { item, share }: Pick<ItemResult, 'item' | 'share'>,
  checklist: Checklist,
): boolean {
  return isCritical(item) && share !== null && !reaches(share, checklist.scoring.critical.below);
}

/** What a step's share becomes when a critical item of it failed. A cap never raises it. */
export function capped(uncapped: number, checklist: Checklist): number {
  return Math.min(uncapped, checklist.scoring.critical.cap / 100);
}

function scoreItem(item: Item, step: string, recorded: RecordedAnswer | undefined): ItemResult {
  const answer = recorded?.answer;
  const kind = kindOf(item);
  const share = answer?.state === 'answered' ? kind.share(item, answer.value) : null;
  const estimate =
    share === null || answer?.state !== 'answered'
      ? null
      : { share, low: share, high: share, variance: varianceOf(kind.sampled(item, answer.value)) };
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
  const coverage = coverageOf(items);
  const facts = { step, items, uncapped, failedCritical, coverage };
  if (uncapped === null) return { ...facts, share: null, estimate: null, interval: null };
  const variance = weightedVariance(
    items.flatMap(({ item, estimate }) =>
      estimate === null ? [] : [{ weight: weightOf(item), variance: estimate.variance }],
    ),
  );
  const where = (isCapped: boolean, share: number): number =>
    isCapped ? capped(share, checklist) : share;
  const may = items.some((result) => mayFail(result, checklist, 'lower'));
  const must = items.some((result) => mayFail(result, checklist, 'upper'));
  const { lower, upper } = intervalOf({ share: uncapped, low: uncapped, high: uncapped, variance });
  const share = where(failedCritical.length > 0, uncapped);
  return {
    ...facts,
    share,
    estimate: { share, low: where(may, uncapped), high: where(must, uncapped), variance },
    interval: { lower: where(may, lower), upper: where(must, upper) },
  };
}

/** Whether an end of a critical item's interval lies under the checklist's limit. */
function mayFail(
  { item, estimate }: ItemResult,
  checklist: Checklist,
  end: keyof Interval,
): boolean {
  if (!isCritical(item) || estimate === null) return false;
  return !reaches(intervalOf(estimate)[end], checklist.scoring.critical.below);
}

/** The band that a share (0 to 1) falls in: the last that starts at or below it. */
export function bandOf(share: number | null, bands: readonly Band[]): Band | null {
  if (share === null) return null;
  return bands.findLast((band) => reaches(share, band.from)) ?? null;
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
  const estimate = meanEstimate(
    steps.map((result) => ({ weight: result.step.weight, estimate: result.estimate })),
  );
  const share = estimate?.share ?? null;
  return {
    checklist,
    scope,
    steps,
    share,
    estimate,
    interval: estimate === null ? null : intervalOf(estimate),
    band: bandOf(share, checklist.bands),
    coverage: coverageOf(steps.flatMap((result) => result.items)),
  };
}

/** Scores an audit as it stands. */
export function scoreAudit(audit: Audit): AuditResult {
  return scoreAnswers(audit.checklist, audit.scope, currentAnswers(audit));
}
