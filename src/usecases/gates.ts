import type { Band } from '../core/checklist/checklist.js';
import { closest } from '../core/closest.js';
import type { Compared, Comparison } from '../core/compare/compare.js';
import { UserError } from '../core/errors.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { nameOf } from '../core/checklist/naming.js';
import { printChange, printPercent, printScore, printerFor } from '../core/score/print.js';
import type { AuditResult } from '../core/score/score.js';
import { coverageFloor, hasFailedCritical, reaches } from '../core/score/limits.js';
import { visibleLine } from '../core/text.js';
import { inSentence, printNumber } from '../core/words/numbers.js';

const OVERALL = 'The overall score';

/** A lowest score that is still all right: of a step, or of the whole. */
export interface Limit {
  /** A step's id; null for the overall score. */
  readonly step: string | null;
  readonly score: number;
}

/** The limits that a user set. */
export interface Gates {
  readonly failUnder?: readonly Limit[];
  readonly failOnFall?: boolean;
  readonly failOnCritical?: boolean;
  /** The least coverage, 0 to 100; that of the checklist's floor where only a score is asked for. */
  readonly minCoverage?: number;
}

/**
 * Refuses a limit for a step that there is not, before anything is written.
 *
 * @throws UserError that names the steps.
 */
export function requireSteps({ steps }: AuditResult, { failUnder = [] }: Gates): void {
  const ids = steps.map(({ step }) => step.id);
  const wrong = failUnder.find(({ step }) => step !== null && !ids.includes(step))?.step;
  if (wrong === undefined || wrong === null) return;
  const meant = closest(wrong, ids);
  throw new UserError(
    `--fail-under ${wrong}: there is no such step.`,
    meant === null ? `The steps are ${ids.join(', ')}.` : `Did you mean ${meant}?`,
  );
}

/** Whether the user set any. */
export function hasGates({ failUnder, failOnFall, failOnCritical, minCoverage }: Gates): boolean {
  return (
    failUnder !== undefined ||
    failOnFall === true ||
    failOnCritical === true ||
    minCoverage !== undefined
  );
}

/** How an audit stands by some gates. */
export interface Passed {
  /** What missed them, a sentence for each. */
  readonly missed: readonly string[];
  /** Whether a fall was looked for and nothing could be compared. */
  readonly blind: boolean;
}

/**
 * What missed the limits that the user set. What isn't scored reaches no limit; what was scored
 * before and no longer is, fell. A fall that nobody could see because nothing can be compared is
 * none, but `blind` says so.
 */
export function lookAtGates(
  result: AuditResult,
  comparison: Comparison | null,
  { failUnder = [], failOnFall = false, failOnCritical = false, minCoverage }: Gates,
): Passed {
  const coverage =
    minCoverage ?? (failUnder.length === 0 ? null : coverageFloor(result.checklist) * 100);
  return {
    missed: [
      ...(coverage === null ? [] : missedCoverage(result, coverage)),
      ...failUnder.flatMap((limit) => missedLimit(result, limit)),
      ...(failOnCritical ? failedChecks(result) : []),
      ...(failOnFall && comparison !== null ? fallen(result, comparison) : []),
    ],
    blind: failOnFall && (comparison?.likeForLike.verdict ?? null) === null,
  };
}

/** A score that says too little reaches no limit. */
function missedCoverage({ coverage }: AuditResult, least: number): string[] {
  if (coverage !== null && reaches(coverage, least)) return [];
  const found = coverage === null ? 'nothing was applicable' : printPercent(coverage);
  return [`Coverage is under ${printNumber(least)} %: ${found}.`];
}

function failedChecks({ steps, checklist }: AuditResult): string[] {
  return steps
    .flatMap(({ items }) => items)
    .filter((one) => hasFailedCritical(one, checklist))
    .map(({ item, answer }) => {
      const words =
        answer?.state === 'answered' ? `: ${kindOf(item).short(item, answer.value)}` : '';
      return `Must-not-fail check failed, ${visibleLine(inSentence(nameOf(item)))}${words}.`;
    });
}

function missedLimit({ share, steps, checklist }: AuditResult, limit: Limit): string[] {
  const step = steps.find((one) => one.step.id === limit.step);
  const found = limit.step === null ? share : (step?.share ?? null);
  if (found !== null && reaches(found, limit.score)) return [];
  const what = step === undefined ? OVERALL : visibleLine(step.step.title);
  const print = printerFor(limit.score, checklist.bands);
  return [`${what} is under ${printNumber(limit.score)}: ${print(found)}.`];
}

/** A step that the later audit doesn't ask has not fallen: it was taken out. */
function fallen({ steps, checklist }: AuditResult, comparison: Comparison): string[] {
  const asked = new Set(steps.map(({ step }) => step.id));
  return [
    ...fall(OVERALL, comparison, checklist.bands),
    ...comparison.steps
      .filter(({ step }) => asked.has(step.id))
      .flatMap((one) => fall(visibleLine(one.step.title), one, checklist.bands)),
  ];
}

function fall(
  what: string,
  { published, likeForLike }: Compared,
  bands: readonly Band[],
): string[] {
  if (published.from !== null && published.to === null) {
    return [`${what} was scored before, ${printScore(published.from, bands)}, and no longer is.`];
  }
  if (likeForLike.verdict !== 'fell') return [];
  const { from, to } = printChange(likeForLike.from, likeForLike.to, bands);
  return [`${what} clearly fell, like for like: ${from} to ${to}.`];
}
