import { UserError } from '../errors.js';
import type { MemberChange } from './group-member.js';
import type { GroupCell, GroupComparison, GroupRow } from './group.js';
import type { Quartiles } from './quartiles.js';
import { quartilesOf } from './quartiles.js';
import type { Rank } from './ranking.js';
import { CHECKUP } from '../words/program.js';

/** Among fewer, everybody knows whose figure is whose. */
export const FEWEST_MASKED = 5;

/** One figure of a dealership among those of others who stay unnamed. */
export interface MaskedFigure {
  readonly share: number | null;
  /** Whether a critical item caps its own. */
  readonly capped: boolean;
  /** Null where it has no share, and where too few have one. */
  readonly rank: Rank | null;
  /**
   * The others' shares, the highest first, each figure sorted for itself so that none leads to
   * another of the same dealership; null where fewer than `FEWEST_MASKED` have one.
   */
  readonly others: readonly number[] | null;
  /** Of all, its own included; null likewise. */
  readonly quartiles: Quartiles | null;
}

/** What one dealership may see of a comparison: its own figures, and others without a name. */
export interface MaskedComparison {
  readonly slug: string;
  readonly name: string;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly change: MemberChange | null;
  readonly coverage: number | null;
  /** Who answered, in order of name. */
  readonly auditors: readonly string[];
  /** Whether others with a place were audited by somebody else. */
  readonly othersByOthers: boolean;
  readonly overall: MaskedFigure;
  readonly steps: readonly (MaskedFigure & { readonly id: string; readonly title: string })[];
}

/**
 * The comparison as one of its dealerships may see it. Nothing in it says which others there are.
 *
 * @throws UserError when it isn't among them, or fewer than `FEWEST_MASKED` have a place.
 */
export function maskComparison(group: GroupComparison, slug: string): MaskedComparison {
  const own = group.rows.find((row) => row.slug === slug);
  if (own === undefined) {
    throw new UserError(
      `${slug} is not among the dealerships compared.`,
      'Seal its audit of the quarter first, or name another with --dealership.',
    );
  }
  if (own.share === null) {
    throw new UserError(
      `${own.name} has no score to be compared with others.`,
      `Nothing of its audit was scored; see ${CHECKUP} report.`,
    );
  }
  if (own.rank === null) {
    throw new UserError(
      `Too little of ${own.name} was scored to compare it with others.`,
      `See ${CHECKUP} report for what was left out.`,
    );
  }
  if (group.ranked < FEWEST_MASKED) {
    throw new UserError(
      `A masked comparison needs at least ${String(FEWEST_MASKED)} dealerships with a place: among ${String(group.ranked)}, everybody would know whose figure is whose.`,
      'Compare a larger group, or leave the mask off.',
    );
  }
  const figure = (cell: (row: GroupRow) => GroupCell): MaskedFigure => {
    const { share, rank, capped } = cell(own);
    const others = group.rows
      .filter((row) => row !== own && cell(row).rank !== null)
      .flatMap((row) => cell(row).share ?? []);
    const all = share === null ? others : [share, ...others];
    if (rank === null || all.length < FEWEST_MASKED)
      return { share, capped, rank: null, others: null, quartiles: null };
    return {
      share,
      capped,
      rank,
      others: others.sort((a, b) => b - a),
      quartiles: quartilesOf(all),
    };
  };
  const { name, lower, upper, change, coverage, auditors } = own;
  const byOthers = (row: GroupRow): boolean =>
    row.rank !== null && row.auditors.some((one) => !auditors.includes(one));
  return {
    slug,
    name,
    lower,
    upper,
    change,
    coverage,
    auditors,
    othersByOthers: group.rows.some(byOthers),
    overall: figure(({ share, rank }) => ({ share, rank, capped: false })),
    steps: group.steps.map(({ id, title }, s) => ({
      id,
      title,
      ...figure((row) => row.steps[s] ?? { share: null, rank: null, capped: false }),
    })),
  };
}
