import type { Checklist, Scope } from '../../src/core/checklist/checklist.js';
import { compareAudits, isComparable } from '../../src/core/compare/compare.js';
import type { AuditResult } from '../../src/core/score/score.js';
import type { Verdict } from '../../src/core/score/uncertainty.js';
import { directionOf, isSure } from '../../src/core/score/uncertainty.js';
import type { Random } from './found.js';
import { audited, better, truthsOf } from './found.js';

/** What two quarters are called. */
export interface Called {
  readonly items: readonly Verdict[];
  readonly steps: readonly (Verdict | null)[];
  readonly overall: Verdict | null;
  /** Half the width of the overall difference, 0 to 1. */
  readonly width: number;
}

/** By which rules. */
export type Rules = (from: AuditResult, to: AuditResult) => Called;

/** What the program itself calls them. */
export const calledToday: Rules = (from, to) => {
  const { changes, steps, likeForLike } = compareAudits(from, to);
  const { change } = likeForLike;
  return {
    items: changes.filter(isComparable).map(({ difference }) => difference.verdict),
    steps: steps.map((step) => step.likeForLike.verdict),
    overall: likeForLike.verdict,
    width: change === null ? 0 : (change.upper - change.lower) / 2,
  };
};

/** Means over many pairs: items a pair, all else as parts of 1. */
export interface PairFigures {
  readonly sure: number;
  readonly probable: number;
  readonly step: number;
  readonly overall: number;
  /** In how many pairs `--fail-on-fall` fails. */
  readonly fails: number;
  readonly rose: number;
  readonly width: number;
  /** In how many pairs a hold comes or goes. */
  readonly holds: number;
}

/** The levels of the stores, one after the other. */
export const LEVELS = [0.5, 0.65, 0.8];

const isOf = (verdicts: readonly (Verdict | null)[], what: (one: Verdict) => boolean): number =>
  verdicts.filter((one) => one !== null && what(one)).length;

/**
 * What pairs of quarters are called.
 *
 * @param gain by how much, as a part of 1, every item is truly better in the later quarter.
 */
export function simulatePairs(
  checklist: Checklist,
  scope: Scope,
  { pairs, gain, rules, next }: { pairs: number; gain: number; rules: Rules; next: Random },
): PairFigures {
  let steps = 0;
  const sums = {
    sure: 0,
    probable: 0,
    step: 0,
    overall: 0,
    fails: 0,
    rose: 0,
    width: 0,
    holds: 0,
  };
  for (let i = 0; i < pairs; i++) {
    const truths = truthsOf(checklist, scope, LEVELS[i % LEVELS.length] ?? 0.5, next);
    const from = audited(checklist, scope, truths, next);
    const to = audited(checklist, scope, gain === 0 ? truths : better(truths, gain), next);
    const called = rules(from, to);
    sums.sure += isOf(called.items, isSure);
    sums.probable += isOf(called.items, (one) => directionOf(one) !== 0 && !isSure(one));
    steps += called.steps.length;
    sums.step += isOf(called.steps, (one) => directionOf(one) !== 0);
    sums.overall += isOf([called.overall], (one) => directionOf(one) !== 0);
    sums.rose += isOf([called.overall], (one) => one === 'rose');
    sums.fails += Number([called.overall, ...called.steps].includes('fell'));
    sums.width += called.width;
    sums.holds += Number(
      to.steps.some((now, s) => now.failedCritical.join() !== from.steps[s]?.failedCritical.join()),
    );
  }
  return {
    ...mapped(sums, (sum) => sum / pairs),
    step: sums.step / steps,
  };
}

function mapped<T extends Record<string, number>>(figures: T, by: (figure: number) => number): T {
  return Object.fromEntries(Object.entries(figures).map(([name, one]) => [name, by(one)])) as T;
}
