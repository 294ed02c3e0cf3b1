import type { Answer, AnswerState, RecordedAnswer } from '../audit/answer.js';
import type { Audit } from '../audit/audit.js';
import { currentAnswers } from '../audit/audit.js';
import type { Band, Checklist, Item, Scope, Step } from '../checklist/checklist.js';
import { askedSteps, isCritical, weightOf } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';

/** Raised with every change of a rule here, so that a kept score says by which rules it was made. */
export const SCORING_VERSION = 1;

/** Binary arithmetic must not decide on which side of a limit a score falls. */
const DUST = 1e-9;

/** Whether a share (0 to 1) is at least a score (0 to 100). */
export function reaches(share: number, score: number): boolean {
  return share * 100 >= score - DUST;
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
}

/** What became of one step. */
export interface StepResult {
  readonly step: Step;
  readonly items: readonly ItemResult[];
  /** Σ weight × share ÷ Σ weight over scored items, before any cap; null when none is scored. */
  readonly uncapped: number | null;
  /** The share that counts: the uncapped one, or the cap where that is lower. */
  readonly share: number | null;
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
  readonly band: Band | null;
  readonly coverage: number | null;
}

/** Something that weighs in a mean, if it has a share. */
interface Part {
  readonly weight: number;
  readonly share: number | null;
}

/** Σ weight × share and Σ weight over what has a share. */
export function weightedSums(parts: readonly Part[]): {
  readonly shares: number;
  readonly weights: number;
} {
  let shares = 0;
  let weights = 0;
  for (const { weight, share } of parts) {
    if (share === null) continue;
    shares += weight * share;
    weights += weight;
  }
  return { shares, weights };
}

/** Σ weight × share ÷ Σ weight over what has a share; null when nothing has. */
export function weightedMean(parts: readonly Part[]): number | null {
  const { shares, weights } = weightedSums(parts);
  return weights === 0 ? null : shares / weights;
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
  return {
    item,
    step,
    state: answer?.state ?? 'unanswered',
    answer,
    recorded,
    share: answer?.state === 'answered' ? kindOf(item).share(item, answer.value) : null,
  };
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
  return {
    step,
    items,
    uncapped,
    share:
      uncapped === null || failedCritical.length === 0 ? uncapped : capped(uncapped, checklist),
    failedCritical,
    coverage: coverageOf(items),
  };
}

/** The band that a share (0 to 1) falls in: the last that starts at or below it. */
export function bandOf(share: number | null, bands: readonly Band[]): Band | null {
  if (share === null) return null;
  return bands.findLast((band) => reaches(share, band.from)) ?? null;
}

/** Scores a set of current answers to a checklist, by the rules of the design and no others. */
function scoreAnswers(
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
  return {
    checklist,
    scope,
    steps,
    share,
    band: bandOf(share, checklist.bands),
    coverage: coverageOf(steps.flatMap((result) => result.items)),
  };
}

/** Scores an audit as it stands. */
export function scoreAudit(audit: Audit): AuditResult {
  return scoreAnswers(audit.checklist, audit.scope, currentAnswers(audit));
}
