import type { Difference } from '../score/uncertainty.js';
import { SAME_SHARE, cut, directionOf, isSure } from '../score/uncertainty.js';
import type { GroupMember, GroupMemberStep, ListedStep, MemberChange } from './group-member.js';
import { compareText, stepsOf } from './group-member.js';
import type { Quartiles } from './quartiles.js';
import { plainMean, quartilesOf } from './quartiles.js';
import type { Rank, Standing } from './ranking.js';
import { rankAll, reachAmong } from './ranking.js';
import { againstRest } from './rest.js';

/** One figure of a dealership in the table, and where it stands among the others'. */
export interface GroupCell {
  readonly share: number | null;
  /** Null where it has no share, and where it stands apart. */
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
  /** Whether so little was scored that nothing is compared with its score. */
  readonly apart: boolean;
  readonly auditors: readonly string[];
  readonly slug: string;
  readonly name: string;
  /**
   * Where the share may lie among all the others at once: two whose ranges don't meet are clearly
   * apart. Null without a share, and where it stands apart.
   */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Since the quarter before; null where that was not audited. */
  readonly change: MemberChange | null;
  /** In the order of the group's steps. */
  readonly steps: readonly GroupStepCell[];
}

/** One step over all dealerships. */
export interface GroupStep {
  readonly id: string;
  readonly title: string;
  /** The plain mean of the dealerships that have a share in it and don't stand apart. */
  readonly mean: number | null;
  /** Who is clearly better than the mean of all others and strong, too; the highest first. */
  readonly teachers: readonly GroupRow[];
}

/** One that has a verdict on what became of it. */
export type GroupMover = GroupRow & { readonly change: MemberChange };

/** A whole group compared. Shares run from 0 to 1 and are never rounded. */
export interface GroupComparison {
  /** The highest share first, then by name; those who stand apart next, those without a score last. */
  readonly rows: readonly GroupRow[];
  readonly steps: readonly GroupStep[];
  /** How many have a place. */
  readonly ranked: number;
  /** How many standard errors tell two of them apart. */
  readonly reach: number;
  /** The plain mean of those who have a place: each has an equal voice, whatever its size. */
  readonly mean: number | null;
  readonly quartiles: Quartiles | null;
  /** How many of them stand at or above `STRONG`, and how many below `WEAK`. */
  readonly strong: number;
  readonly weak: number;
  /** Those with a verdict on their change: sure ones first, each the largest first; the same is none. */
  readonly movers: readonly GroupMover[];
  /** Who audited them, in order of name; those who stand apart included. */
  readonly auditors: readonly string[];
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
  const places = rankAll(members.map((one) => (one.apart ? null : one.standing)));
  const columns = steps.map(({ id }) => columnOf(id, members));
  const ranked = places.filter((rank) => rank !== null).length;
  const reach = reachAmong(ranked);
  const rows = members
    .map(({ standing, ...member }, m): GroupRow => ({
      ...member,
      share: standing?.share ?? null,
      ...(member.apart ? NOWHERE : rangeAmong(standing, reach)),
      rank: places[m] ?? null,
      steps: columns.map((column) => column[m] ?? NO_CELL),
    }))
    .sort(
      byPlace(
        ({ apart, share }) => (share === null ? 2 : Number(apart)),
        ({ share }) => share ?? -1,
      ),
    );
  const shares = rows.flatMap(({ apart, share }) => (apart || share === null ? [] : [share]));
  return {
    rows,
    steps: steps.map((step, s): GroupStep => ({
      ...step,
      mean: plainMean(
        rows.flatMap((row) => (row.steps[s]?.rank == null ? [] : (row.steps[s].share ?? []))),
      ),
      teachers: teachersOf(rows, s),
    })),
    ranked,
    reach,
    mean: plainMean(shares),
    quartiles: quartilesOf(shares),
    strong: shares.filter(isStrong).length,
    weak: shares.filter((share) => share < WEAK / 100 - SAME_SHARE).length,
    movers: moversOf(rows),
    auditors: [...new Set(rows.flatMap(({ auditors }) => auditors))].sort(compareText),
  };
}

const NOWHERE = { lower: null, upper: null };

/** One step of each member; those of whom too little is known stand apart from the others. */
function columnOf(id: string, members: readonly GroupMember[]): GroupStepCell[] {
  const own = members.map((member) => ({
    step: member.steps.find((step) => step.id === id) ?? null,
    apart: member.apart,
  }));
  const standings = own.map(({ step, apart }) =>
    step === null || step.apart || apart ? null : step.standing,
  );
  const [ranks, rest] = [rankAll(standings), againstRest(standings)];
  return own.map(({ step }, m) => ({
    share: step?.standing?.share ?? null,
    rank: ranks[m] ?? null,
    capped: step !== null && isCapped(step),
    againstRest: rest[m] ?? null,
    failedCritical: step?.failedCritical ?? [],
  }));
}

/** Wider than in its own report: so wide that what is said of all holds together. */
function rangeAmong(
  standing: Standing | null,
  reach: number,
): { readonly lower: number | null; readonly upper: number | null } {
  if (standing === null) return NOWHERE;
  const half = reach * Math.sqrt(standing.variance);
  return { lower: cut(standing.share - half), upper: cut(standing.share + half) };
}

function isCapped({ standing, uncapped }: GroupMemberStep): boolean {
  return standing !== null && uncapped !== null && standing.share < uncapped - SAME_SHARE;
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

function moversOf(rows: readonly GroupRow[]): GroupMover[] {
  const size = ({ change }: GroupMover): number =>
    Math.abs(change.likeForLike.change?.difference ?? 0);
  return rows
    .flatMap((row) => (row.change === null ? [] : [{ ...row, change: row.change }]))
    .filter(({ change: { likeForLike } }) => directionOf(likeForLike.verdict) !== 0)
    .sort(byPlace(({ change }) => (isSure(change.likeForLike.verdict) ? 0 : 1), size));
}

/** By a place, the lowest first; then by a size, the largest first; then by name and slug. */
function byPlace<Row extends GroupRow>(
  place: (row: Row) => number,
  size: (row: Row) => number,
): (a: Row, b: Row) => number {
  return (a, b) => place(a) - place(b) || size(b) - size(a) || byName(a, b);
}

function byName(a: GroupRow, b: GroupRow): number {
  return compareText(a.name, b.name) || compareText(a.slug, b.slug);
}
