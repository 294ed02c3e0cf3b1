import type { AuditResult } from '../score/score.js';
import { variancesOf } from '../score/ranges.js';
import type { JudgedPair, Pair } from './compare.js';
import type { Standing } from './ranking.js';

/** One step of a dealership; null where it has no score. */
export interface GroupMemberStep {
  readonly id: string;
  readonly title: string;
  /** The published share with the variance of just that, caps and all. */
  readonly standing: Standing | null;
  /** The share before any cap. */
  readonly uncapped: number | null;
  /** Whether so little of the step was scored that it isn't held against others. */
  readonly apart: boolean;
  /** Ids of its critical items that failed. */
  readonly failedCritical: readonly string[];
}

/** What became of one since the quarter before, as its own comparison has it. */
export interface MemberChange {
  readonly published: Pair;
  readonly likeForLike: JudgedPair;
}

/** One dealership of a group with what it scored in the quarter, all by the same checklist. */
export interface GroupMember {
  readonly slug: string;
  readonly name: string;
  /** The published share with the variance of just that; null where it has no score. */
  readonly standing: Standing | null;
  /** 0 to 1; null where nothing was applicable. */
  readonly coverage: number | null;
  /** Whether so little was scored that it stands apart. */
  readonly apart: boolean;
  /** Who answered, in order of name. */
  readonly auditors: readonly string[];
  readonly steps: readonly GroupMemberStep[];
  /** Since the quarter before; null where that was not audited. */
  readonly change: MemberChange | null;
}

/** How an audit stands among others; null where it has no score, and where it stands apart. */
export function standingOf(result: AuditResult): Standing | null {
  const { share, apart } = result;
  if (share === null || apart) return null;
  const variance = variancesOf(result).overall;
  return variance === null ? null : { share, variance };
}

/** A step as a checklist has it. */
export type ListedStep = Pick<GroupMemberStep, 'id' | 'title'>;

/**
 * Every step that somebody was asked: those that are listed, then others in the order in which a
 * member has them. Whose order that is
 * hangs on the steps alone, so that it says nothing of who has which.
 */
export function stepsOf(
  members: readonly GroupMember[],
  listed: readonly ListedStep[],
): ListedStep[] {
  const asked = new Set(members.flatMap((member) => member.steps.map(({ id }) => id)));
  const steps = new Map(
    listed.filter(({ id }) => asked.has(id)).map(({ id, title }) => [id, title]),
  );
  const inOrder = members
    .map((member) => ({
      own: member.steps,
      key: JSON.stringify(member.steps.map(({ id, title }) => [id, title])),
    }))
    .sort((a, b) => compareText(a.key, b.key));
  for (const { id, title } of inOrder.flatMap(({ own }) => own)) {
    if (!steps.has(id)) steps.set(id, title);
  }
  return [...steps].map(([id, title]) => ({ id, title }));
}

/** By code units, so that the order is the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
