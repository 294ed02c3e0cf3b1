import type { Difference, Estimate } from '../score/uncertainty.js';
import { SAME_SHARE, differenceOf, intervalOf } from '../score/uncertainty.js';
import type { GroupMember, GroupMemberStep, ListedStep } from './group-member.js';
import { compareText, stepsOf } from './group-member.js';
import type { Quartiles } from './quartiles.js';
import { plainMean, quartilesOf } from './quartiles.js';
import type { Rank } from './ranking.js';
import { isAhead, rankAll } from './ranking.js';
import { againstRest } from './rest.js';

/** What became of one since the quarter before. */
export interface GroupChange {
  readonly from: number;
  readonly to: number;
  readonly difference: number;
  /** Whether the 95 % interval of the difference leaves zero out. */
  readonly clear: boolean;
  /** Whether the checklist changed in between: then nothing says what of the change was done. */
  readonly redefined: boolean;
}

/** One figure of a dealership in the table, and where it stands among the others'. */
export interface GroupCell {
  readonly share: number | null;
  readonly rank: Rank | null;
  /** Whether a critical item caps it. */
  readonly capped: boolean;
}

/** One step of a dealership among those of the others. */
export interface GroupStepCell extends GroupCell {
  /** From the plain mean of all others to its own; null where one of the two is missing. */
  readonly againstRest: Difference | null;
  readonly failedCritical: readonly string[];
}

const NO_CELL: GroupStepCell = {
  share: null,
  rank: null,
  capped: false,
  againstRest: null,
  failedCritical: [],
};

/** One dealership among the others. */
export interface GroupRow extends Omit<GroupCell, 'capped'> {
  readonly coverage: number | null;
  readonly slug: string;
  readonly name: string;
  /** The ends of the 95 % interval of the share, as its own report states it; null without one. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Null where one of the two quarters has no score. */
  readonly change: GroupChange | null;
  /** In the order of the group's steps. */
  readonly steps: readonly GroupStepCell[];
}

/** One step over all dealerships. */
export interface GroupStep {
  readonly id: string;
  readonly title: string;
  /** The plain mean of the dealerships that have a share in it. */
  readonly mean: number | null;
  /**
   * Who shares the first place, at the mean or above, and is clearly better than at least one other;
   * so could teach it; the highest first. Nobody where the data can't tell anyone apart.
   */
  readonly leaders: readonly GroupRow[];
  /** Who is clearly better than the mean of all others and strong, too; the highest first. */
  readonly teachers: readonly GroupRow[];
}

/** One that was scored in both quarters. */
export type GroupMover = GroupRow & { readonly change: GroupChange };

/** A whole group compared. Shares run from 0 to 1 and are never rounded. */
export interface GroupComparison {
  /** In order of place, then of share, then of name; those without a score last. */
  readonly rows: readonly GroupRow[];
  readonly steps: readonly GroupStep[];
  /** How many have a score. */
  readonly scored: number;
  /** The plain mean of the dealerships: each has an equal voice, whatever its size. */
  readonly mean: number | null;
  readonly quartiles: Quartiles | null;
  /** How many stand at or above `STRONG`, and how many below `WEAK`. */
  readonly strong: number;
  readonly weak: number;
  /** Clear changes first, then the others, each the largest first; no change at all is none. */
  readonly movers: readonly GroupMover[];
  /** Those whose checklist changed in between, in order of name: they have no verdict. */
  readonly redefined: readonly GroupMover[];
}

/** From this score on a dealership counts as strong, and below the other as weak. */
export const STRONG = 80;
export const WEAK = 40;

/**
 * Compares the dealerships of a group. The order they come in changes nothing.
 *
 * @param listed the steps of the checklist that the others are measured by: their order and titles
 *   stand, whatever an older one called them. Those that nobody was asked are left out.
 */
export function compareGroup(
  members: readonly GroupMember[],
  listed: readonly ListedStep[] = [],
): GroupComparison {
  const steps = stepsOf(members, listed);
  const overall = rankAll(members.map(({ estimate }) => estimate));
  const columns = steps.map(({ id }) => {
    const own = members.map((member) => member.steps.find((step) => step.id === id) ?? null);
    const estimates = own.map((step) => step?.estimate ?? null);
    const [ranks, rest] = [rankAll(estimates), againstRest(estimates)];
    return own.map((step, m): GroupStepCell => ({
      share: step?.estimate?.share ?? null,
      rank: ranks[m] ?? null,
      capped: step !== null && isCapped(step),
      againstRest: rest[m] ?? null,
      failedCritical: step?.failedCritical ?? [],
    }));
  });
  const rows = members
    .map(({ slug, name, estimate, coverage, before, redefined }, m): GroupRow => ({
      slug,
      name,
      share: estimate?.share ?? null,
      coverage,
      ...(estimate === null ? { lower: null, upper: null } : intervalOf(estimate)),
      rank: overall[m] ?? null,
      change: changeOf(before, estimate, redefined),
      steps: columns.map((column) => column[m] ?? NO_CELL),
    }))
    .sort(
      byPlace(
        ({ rank }) => rank?.place ?? Infinity,
        ({ share }) => share ?? -1,
      ),
    );
  const shares = rows.flatMap(({ share }) => share ?? []);
  return {
    rows,
    steps: steps.map((step, s): GroupStep => {
      const mean = plainMean(rows.flatMap((row) => row.steps[s]?.share ?? []));
      return {
        ...step,
        mean,
        leaders: leadersOf(rows, s, mean ?? 0),
        teachers: teachersOf(rows, s),
      };
    }),
    scored: shares.length,
    mean: plainMean(shares),
    quartiles: quartilesOf(shares),
    strong: shares.filter(isStrong).length,
    weak: shares.filter((share) => share < WEAK / 100 - SAME_SHARE).length,
    ...moversOf(rows),
  };
}

function isCapped({ estimate, uncapped }: GroupMemberStep): boolean {
  return estimate !== null && uncapped !== null && estimate.share < uncapped - SAME_SHARE;
}

function changeOf(
  from: Estimate | null,
  to: Estimate | null,
  redefined: boolean,
): GroupChange | null {
  if (from === null || to === null) return null;
  const { difference, verdict } = differenceOf(from, to);
  const clear = !redefined && (verdict === 'rose' || verdict === 'fell');
  return { from: from.share, to: to.share, difference, clear, redefined };
}

/** Who shares the first place in a step, and stands at its mean or above: the others can't teach. */
function leadersOf(rows: readonly GroupRow[], step: number, mean: number): GroupRow[] {
  const cell = (row: GroupRow): GroupCell => row.steps[step] ?? NO_CELL;
  return rows
    .filter((row) => isAhead(cell(row).rank) && (cell(row).share ?? 0) >= mean - SAME_SHARE)
    .sort(
      byPlace(
        () => 1,
        (row) => cell(row).share ?? -1,
      ),
    );
}

function teachersOf(rows: readonly GroupRow[], step: number): GroupRow[] {
  const cell = (row: GroupRow): GroupStepCell => row.steps[step] ?? NO_CELL;
  return rows
    .filter((row) => cell(row).againstRest?.verdict === 'rose' && isStrong(cell(row).share ?? 0))
    .sort(
      byPlace(
        () => 1,
        (row) => cell(row).share ?? -1,
      ),
    );
}

function isStrong(share: number): boolean {
  return share >= STRONG / 100 - SAME_SHARE;
}

function moversOf(rows: readonly GroupRow[]): Pick<GroupComparison, 'movers' | 'redefined'> {
  const all = rows.flatMap((row) => (row.change === null ? [] : [{ ...row, change: row.change }]));
  return {
    movers: all
      .filter(({ change }) => !change.redefined && Math.abs(change.difference) > SAME_SHARE)
      .sort(
        byPlace(
          ({ change }) => (change.clear ? 0 : 1),
          ({ change }) => Math.abs(change.difference),
        ),
      ),
    redefined: all.filter(({ change }) => change.redefined).sort(byName),
  };
}

/** By a place, the lowest first; then by a size, the largest first; then by name and slug. */
function byPlace<Row extends GroupRow>(
  place: (row: Row) => number,
  size: (row: Row) => number,
): (a: Row, b: Row) => number {
  return (a, b) =>
    // Two without a place are both at infinity, and their difference is no number.
    (place(a) === place(b) ? 0 : place(a) - place(b)) || size(b) - size(a) || byName(a, b);
}

function byName(a: GroupRow, b: GroupRow): number {
  return compareText(a.name, b.name) || compareText(a.slug, b.slug);
}
