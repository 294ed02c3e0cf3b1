import type { Step } from '../checklist/checklist.js';
import type { Quarter } from '../quarter.js';
import { quartersFrom } from '../quarter.js';
import { rangesOf } from '../score/ranges.js';
import type { Estimate } from '../score/uncertainty.js';
import { SAME_SHARE } from '../score/uncertainty.js';
import type { Compared, Comparison, StepComparison } from './compare.js';
import { compareAudits } from './compare.js';
import type { Persistent } from './persistent.js';
import { persistentShort } from './persistent.js';
import type { ItemLine, OftenShort } from './trend-items.js';
import { itemLines, oftenShort } from './trend-items.js';
import type { TrendLine } from './trend-line.js';
import { lineOf } from './trend-line.js';
import type { TrendAudit, TrendSlot } from './trend-slots.js';
import { slotsOf } from './trend-slots.js';
import type { Usual } from './usual.js';
import { FEWEST_USUAL, usualOf } from './usual.js';
import { byCodeUnits } from '../text.js';

/** So many quarters a history reaches back: older ones were another dealership. */
const MOST_HISTORY = 12;

/** A step over time. */
export interface StepLine extends TrendLine {
  /** As the latest checklist that has it says. */
  readonly step: Step;
}

/** The last audit beside an earlier one: that of the same quarter a year before, where there is one. */
export interface LastYear {
  readonly quarter: Quarter;
  readonly comparison: Comparison;
}

/** A dealership over several quarters. */
export interface Trend {
  /** From the first quarter to the last, gaps included. */
  readonly slots: readonly TrendSlot[];
  /** The audits among the slots; at least one. */
  readonly audits: readonly TrendAudit[];
  readonly last: TrendAudit;
  readonly overall: TrendLine;
  /** In the order of the last checklist, then those that it no longer has. */
  readonly steps: readonly StepLine[];
  readonly items: readonly ItemLine[];
  readonly oftenShort: OftenShort;
  readonly persistent: Persistent;
  readonly lastYear: LastYear | null;
  /**
   * What the whole is judged by: last year's, else the first audit shown; null where the last one
   * stands alone.
   */
  readonly since: LastYear | null;
  /** The highest published score, of equal ones the earliest; null where none is scored. */
  readonly best: TrendAudit | null;
}

/**
 * The last so many audits as a trend.
 *
 * @param all at least one audit, in any order, each of another quarter. Those before the last so
 *   many count only for the same quarter last year and for the best ever.
 */
export function trendOf(all: readonly TrendAudit[], last: number): Trend {
  const sorted = [...all].sort((a, b) => byCodeUnits(a.quarter, b.quarter));
  const audits = sorted.slice(-last);
  const latest = audits.at(-1);
  if (latest === undefined) throw new RangeError('a trend needs an audit');
  // What each audit is compared with the one before, by quarter.
  const compared = new Map(
    audits.flatMap(({ quarter, result }, i) => {
      const before = audits[i - 1];
      return before === undefined ? [] : [[quarter, compareAudits(before.result, result)] as const];
    }),
  );
  const slots = slotsOf(audits);
  const history = historyOf(sorted);
  const lastYear = lastYearOf(sorted, latest);
  return {
    slots,
    audits,
    last: latest,
    overall: lineOf(
      slots,
      ({ result }) => ({ share: result.share, interval: rangesOf(result).overall }),
      (quarter) => compared.get(quarter),
      usualIn(
        history,
        ({ result }) => result.estimate,
        (comparison) => comparison,
      ),
    ),
    steps: stepsOf(audits).map((step) => ({
      step,
      ...lineOf(
        slots,
        ({ result }) => {
          const found = result.steps.find((one) => one.step.id === step.id);
          return (
            found && { share: found.share, interval: rangesOf(result).steps.get(step.id) ?? null }
          );
        },
        (quarter) => stepIn(compared.get(quarter), step.id),
        usualIn(
          history,
          ({ result }) => result.steps.find((one) => one.step.id === step.id)?.estimate ?? null,
          (comparison) => stepIn(comparison, step.id),
        ),
      ),
    })),
    items: itemLines(slots, audits, (quarter) => compared.get(quarter)?.changes ?? []),
    oftenShort: oftenShort(audits, latest),
    persistent: persistentShort(audits, latest),
    lastYear,
    since: lastYear ?? besideFirst(audits, latest),
    best: bestOf(sorted, ({ result }) => (result.apart ? null : result.share)),
  };
}

/** An audit of a history, and how it compares with the one before. */
interface Told extends TrendAudit {
  readonly comparison: Comparison | null;
}

/** The audits that may be compared, each with the one before it; none where the last may not. */
function historyOf(sorted: readonly TrendAudit[]): Told[] {
  if (sorted.at(-1)?.result.apart !== false) return [];
  const told = sorted.filter(({ result }) => !result.apart).slice(-MOST_HISTORY);
  if (told.length < FEWEST_USUAL) return [];
  return told.map((audit, i) => {
    const before = told[i - 1];
    const comparison = before === undefined ? null : compareAudits(before.result, audit.result);
    return { ...audit, comparison };
  });
}

/** What the history of one figure says of its last value. */
function usualIn(
  history: readonly Told[],
  estimateIn: (audit: TrendAudit) => Estimate | null,
  comparedIn: (comparison: Comparison) => Compared | undefined,
): Usual | null {
  const past = history.map(({ comparison, ...audit }) => ({
    estimate: estimateIn(audit),
    difference:
      comparison === null ? null : (comparedIn(comparison)?.likeForLike.change?.difference ?? null),
  }));
  const start = past.findLastIndex(({ estimate }) => estimate === null) + 1;
  return usualOf(
    past
      .slice(start)
      .flatMap(({ estimate, difference }) => (estimate === null ? [] : [{ estimate, difference }])),
  );
}

function stepIn(comparison: Comparison | undefined, id: string): StepComparison | undefined {
  return comparison?.steps.find(({ step }) => step.id === id);
}

/** The one of the highest share, of equal ones the first; null where none is scored. */
export function bestOf<T>(all: readonly T[], shareOf: (one: T) => number | null): T | null {
  let best: T | null = null;
  let record = -Infinity;
  for (const one of all) {
    const share = shareOf(one);
    if (share === null || share <= record + SAME_SHARE) continue;
    best = one;
    record = share;
  }
  return best;
}

function lastYearOf(sorted: readonly TrendAudit[], last: TrendAudit): LastYear | null {
  const then = sorted.find(({ quarter }) => isYearBefore(quarter, last.quarter));
  if (then === undefined) return null;
  return { quarter: then.quarter, comparison: compareAudits(then.result, last.result) };
}

function besideFirst([first]: readonly TrendAudit[], last: TrendAudit): LastYear | null {
  if (first === undefined || first === last) return null;
  return { quarter: first.quarter, comparison: compareAudits(first.result, last.result) };
}

/** Whether a quarter is the same one as another, a year before. */
export function isYearBefore(quarter: Quarter, later: Quarter): boolean {
  return quartersFrom(quarter, later) === 4;
}

/** Every step that one of the audits has, as the latest of them says. */
function stepsOf(audits: readonly TrendAudit[]): Step[] {
  const steps = new Map<string, Step>();
  for (const { result } of audits.toReversed()) {
    for (const { step } of result.steps) if (!steps.has(step.id)) steps.set(step.id, step);
  }
  return [...steps.values()];
}
