import type { Estimate } from '../score/uncertainty.js';

/** One step of a dealership; null where it has no score. */
export interface GroupMemberStep {
  readonly id: string;
  readonly title: string;
  readonly estimate: Estimate | null;
  /** The share before any cap. */
  readonly uncapped: number | null;
  /** Ids of its critical items that failed. */
  readonly failedCritical: readonly string[];
}

/** One dealership of a group with what it scored in the quarter, all by the same checklist. */
export interface GroupMember {
  readonly slug: string;
  readonly name: string;
  /** Null where it has no score. */
  readonly estimate: Estimate | null;
  /** 0 to 1; null where nothing was applicable. */
  readonly coverage: number | null;
  readonly steps: readonly GroupMemberStep[];
  /** The quarter before; null where it was not audited, or not scored. */
  readonly before: Estimate | null;
  /** Whether the audit before was made by another content of the checklist. */
  readonly redefined: boolean;
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
