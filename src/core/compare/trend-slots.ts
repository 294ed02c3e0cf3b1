import type { Scope } from '../checklist/checklist.js';
import { isSameChecklist } from '../checklist/same.js';
import type { Quarter } from '../quarter.js';
import { quartersFrom, shiftQuarter } from '../quarter.js';
import type { AuditResult } from '../score/score.js';
import type { ChecklistDiff } from './checklist-diff.js';
import { diffChecklists } from './checklist-diff.js';

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

/** So many missing quarters in a row have a slot each; more share one. */
const LONGEST_GAP = 4;

/** The columns of a trend: the audits in order, and the gaps between them. */
export function slotsOf(audits: readonly TrendAudit[]): TrendSlot[] {
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
  const diff = isSameChecklist(from.checklist, to.checklist)
    ? null
    : diffChecklists(from.checklist, to.checklist);
  const checklist = diff?.isChanged === true ? diff : null;
  const scope = from.scope === to.scope ? null : { from: from.scope, to: to.scope };
  return checklist === null && scope === null ? null : { checklist, scope };
}
