import type { Scope } from '../../core/checklist/checklist.js';
import type { BusinessYear } from '../../core/quarter.js';
import { CALENDAR_YEAR, MONTHS, isSameYear, monthsOf, shortQuarter } from '../../core/quarter.js';
import type { LeftOut } from '../../documents/group/view.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { SealedScore } from '../../storage/kept-score.js';

// Only audits that were made alike are ranked: by one checklist, of one scope, of business years
// that start alike; those that most of them have. The others are named with what sets them apart.

/** By what most of them were audited. */
export interface Alike {
  readonly id: string;
  readonly scope: Scope;
  readonly year: BusinessYear;
  readonly isAlike: (one: SealedScore) => boolean;
}

/**
 * What most of some audits of one quarter have in common.
 *
 * @param audits at least one by the checklist that is wanted.
 */
export function mostAlike(audits: readonly SealedScore[], checklist?: string): Alike {
  const id = checklist ?? mostCommon(audits.map((one) => one.checklistId));
  const scope = mostCommon(audits.filter((one) => one.checklistId === id).map((one) => one.scope));
  const isOf = (one: SealedScore): boolean => one.checklistId === id && one.scope === scope;
  const of = audits.filter(isOf);
  const key = mostCommon(of.map(yearKey));
  const year = of.find((one) => yearKey(one) === key) ?? CALENDAR_YEAR;
  return { id, scope, year, isAlike: (one) => isOf(one) && isSameYear(one, year) };
}

/** What stands most often among some; of several the first by the alphabet, or the lowest. */
function mostCommon<Value extends string | number>(values: readonly Value[]): Value {
  const counted = [...Map.groupBy(values, (value) => value)]
    .map(([value, all]) => ({ value, number: all.length }))
    .sort((a, b) => b.number - a.number || (a.value < b.value ? -1 : 1));
  const [first] = counted;
  if (first === undefined) throw new RangeError('nothing to choose from');
  return first.value;
}

/** The audit by the newest version of their checklist, whosever it is. */
export function newest(audits: readonly SealedScore[]): SealedScore {
  return audits.reduce((a, b) =>
    b.checklistVersion > a.checklistVersion ||
    (b.checklistVersion === a.checklistVersion && b.checklistHash > a.checklistHash)
      ? b
      : a,
  );
}

/** Those who can't be ranked, and why. */
export function othersThan(
  members: readonly StoredDealership[],
  audits: readonly SealedScore[],
  wanted: Alike,
): { readonly missing: readonly string[]; readonly leftOut: readonly LeftOut[] } {
  const byDealership = Map.groupBy(audits, (one) => one.dealership);
  const missing: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const { id, name } of members) {
    const own = byDealership.get(id) ?? [];
    const otherwise =
      own.find((one) => one.checklistId === wanted.id && one.scope === wanted.scope) ??
      own.find((one) => one.checklistId === wanted.id) ??
      own[0];
    if (otherwise === undefined) missing.push(name);
    else if (!own.some(wanted.isAlike)) leftOut.push({ name, why: whyNot(otherwise, wanted) });
  }
  return { missing, leftOut };
}

/** What sorts business years by their first month, those that are named by their first year last. */
function yearKey({ yearStarts, yearNamed }: BusinessYear): number {
  return yearNamed === undefined ? yearStarts : yearStarts + MONTHS.length;
}

function whyNot(one: SealedScore, wanted: Alike): string {
  if (one.checklistId !== wanted.id) return `checklist ${one.checklistId}`;
  if (one.scope !== wanted.scope) return `scope ${one.scope}`;
  return `its ${shortQuarter(one.quarter)} is ${monthsOf(one.quarter, one)}`;
}
