import { canonicalJson } from '../canonical.js';
import type { Scope, Step } from '../checklist/checklist.js';
import type { Quarter } from '../quarter.js';
import { quartersFrom, shiftQuarter } from '../quarter.js';
import type { AuditResult } from '../score/score.js';
import type { Difference, Interval } from '../score/uncertainty.js';
import { SAME_SHARE } from '../score/uncertainty.js';
import type { ChecklistDiff } from './checklist-diff.js';
import { diffChecklists } from './checklist-diff.js';
import type { Compared, Comparison } from './compare.js';
import { compareAudits } from './compare.js';
import type { ItemLine, OftenShort } from './trend-items.js';
import { itemLines, oftenShort } from './trend-items.js';

/** The sealed audit of a quarter, scored. All of a trend are of one dealership and checklist id. */
export interface TrendAudit {
  readonly quarter: Quarter;
  readonly result: AuditResult;
}

/** What came between an audit and the one before that isn't the dealership's doing. */
export interface TrendBreak {
  /** Null where the checklist is the same, its version aside. */
  readonly checklist: ChecklistDiff | null;
  /** Null where the scope is the same. */
  readonly scope: { readonly from: Scope; readonly to: Scope } | null;
}

/** One column of a trend: an audit, or quarters that have none. */
export type TrendSlot =
  | (TrendAudit & { readonly kind: 'audit'; readonly broke: TrendBreak | null })
  | {
      readonly kind: 'gap';
      readonly quarter: Quarter;
      /** The last quarter of the gap. */
      readonly to: Quarter;
      readonly quarters: number;
    };

/** One figure of one audit. Shares run from 0 to 1. */
export interface TrendPoint {
  readonly share: number | null;
  readonly interval: Interval | null;
  /** Since the audit before, as published; null where one of the two is not scored. */
  readonly change: Difference | null;
  /** Null where nothing is scored. */
  readonly likeForLike: ChainPoint | null;
}

/**
 * Where the like-for-like line stands: its first published share and, added to that, each
 * like-for-like difference since. It shows what was done and is no score: it may leave 0 to 1.
 */
export interface ChainPoint {
  readonly value: number;
  /** The like-for-like difference since the audit before; null where the line starts, or starts anew. */
  readonly change: Difference | null;
}

/** One figure over time: a point for each slot, null in a gap. */
export interface TrendLine {
  readonly points: readonly (TrendPoint | null)[];
}

/** A step over time. */
export interface StepLine extends TrendLine {
  /** As the latest checklist that has it says. */
  readonly step: Step;
}

/** The last audit beside that of the same quarter a year before. */
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
  readonly lastYear: LastYear | null;
  /** The highest published score, of equal ones the earliest; null where none is scored. */
  readonly best: TrendAudit | null;
}

/** So many missing quarters in a row have a slot each; more share one. */
const LONGEST_GAP = 4;

/**
 * The last so many audits as a trend.
 *
 * @param all at least one audit, in any order, each of another quarter. Those before the last so
 *   many count only for the same quarter last year and for the best ever.
 */
export function trendOf(all: readonly TrendAudit[], last: number): Trend {
  const sorted = [...all].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
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
  return {
    slots,
    audits,
    last: latest,
    overall: lineOf(
      slots,
      ({ result }) => result,
      (quarter) => compared.get(quarter),
    ),
    steps: stepsOf(audits).map((step) => ({
      step,
      ...lineOf(
        slots,
        ({ result }) => result.steps.find((one) => one.step.id === step.id),
        (quarter) => compared.get(quarter)?.steps.find((one) => one.step.id === step.id),
      ),
    })),
    items: itemLines(slots, audits, (quarter) => compared.get(quarter)?.changes ?? []),
    oftenShort: oftenShort(audits, latest),
    lastYear: lastYearOf(sorted, latest),
    best: bestOf(sorted, ({ result }) => result.share),
  };
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

/** Whether a quarter is the same one as another, a year before. */
export function isYearBefore(quarter: Quarter, later: Quarter): boolean {
  return quartersFrom(quarter, later) === 4;
}

function slotsOf(audits: readonly TrendAudit[]): TrendSlot[] {
  return audits.flatMap((audit, i): TrendSlot[] => {
    const before = audits[i - 1];
    const slot = { ...audit, kind: 'audit' as const };
    if (before === undefined) return [{ ...slot, broke: null }];
    return [
      ...gapSlots(before.quarter, audit.quarter),
      { ...slot, broke: breakBetween(before.result, audit.result) },
    ];
  });
}

function gapSlots(before: Quarter, after: Quarter): TrendSlot[] {
  const missing = quartersFrom(before, after) - 1;
  const gap = (by: number, quarters: number): TrendSlot => {
    const quarter = shiftQuarter(before, by);
    return { kind: 'gap', quarter, to: shiftQuarter(quarter, quarters - 1), quarters };
  };
  if (missing > LONGEST_GAP) return [gap(1, missing)];
  return Array.from({ length: missing }, (_, i) => gap(i + 1, 1));
}

function breakBetween(from: AuditResult, to: AuditResult): TrendBreak | null {
  const diff =
    canonicalJson(from.checklist) === canonicalJson(to.checklist)
      ? null
      : diffChecklists(from.checklist, to.checklist);
  const checklist = diff?.isChanged === true ? diff : null;
  const scope = from.scope === to.scope ? null : { from: from.scope, to: to.scope };
  return checklist === null && scope === null ? null : { checklist, scope };
}

/** Every step that one of the audits has, as the latest of them says. */
function stepsOf(audits: readonly TrendAudit[]): Step[] {
  const steps = new Map<string, Step>();
  for (const { result } of audits.toReversed()) {
    for (const { step } of result.steps) if (!steps.has(step.id)) steps.set(step.id, step);
  }
  return [...steps.values()];
}

type Figure = Pick<AuditResult, 'share' | 'interval'>;

/**
 * @param figureIn what an audit says; undefined where it has no such figure.
 * @param comparedIn how that compares with the audit before.
 */
function lineOf(
  slots: readonly TrendSlot[],
  figureIn: (audit: TrendAudit) => Figure | undefined,
  comparedIn: (quarter: Quarter) => Compared | undefined,
): TrendLine {
  let chain: ChainPoint | null = null;
  const points = slots.map((slot): TrendPoint | null => {
    if (slot.kind === 'gap') return null;
    const { share = null, interval = null } = figureIn(slot) ?? {};
    const compared = comparedIn(slot.quarter);
    chain = nextInChain(chain, share, compared?.likeForLike.change ?? null);
    return { share, interval, change: compared?.published.change ?? null, likeForLike: chain };
  });
  return { points };
}

function nextInChain(
  before: ChainPoint | null,
  share: number | null,
  change: Difference | null,
): ChainPoint | null {
  if (before !== null && change !== null) {
    return { value: before.value + change.difference, change };
  }
  return share === null ? null : { value: share, change: null };
}
