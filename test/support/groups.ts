import fc from 'fast-check';
import type { GroupMember } from '../../src/core/compare/group-member.js';
import type { MemberChange } from '../../src/core/compare/group-member.js';
import type { Standing } from '../../src/core/compare/ranking.js';
import { differenceOf } from '../../src/core/score/uncertainty.js';
import type { GroupFrame } from '../../src/documents/group/view.js';
import { BANDS } from './checklists.js';

/** Dealerships of a group, as comparisons take them. */

const STEPS = ['one', 'two', 'three'];

/** A dealership with the same share in every step unless it says otherwise. */
export function makeMember(
  name: string,
  share: number | null,
  { variance = 0, ...own }: Partial<GroupMember> & { readonly variance?: number } = {},
): GroupMember {
  const standing = share === null ? null : { share, variance };
  return {
    slug: name.toLowerCase(),
    name,
    standing,
    coverage: 1,
    apart: false,
    auditors: ['A. Auditor'],
    steps: STEPS.map((id) => ({
      id,
      title: `Step ${id}`,
      standing,
      uncapped: share,
      apart: false,
      failedCritical: [],
    })),
    change: null,
    ...own,
  };
}

/** What became of a dealership, with a standard error. */
export function makeChange(from: number, to: number, variance = 0): MemberChange {
  const change = differenceOf({ share: from, variance }, { share: to, variance });
  return {
    published: { from, to, difference: to - from },
    likeForLike: { from, to, change, verdict: change.verdict },
  };
}

// Few different figures, so that ties and near ties are common.
const someShare = fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20);
const someVariance = fc.constantFrom(0, 0, 0.0004, 0.0025, 0.01, 0.04);

/** A share with a variance. */
export const someStanding: fc.Arbitrary<Standing> = fc.record({
  share: someShare,
  variance: someVariance,
});

/** The same, or no score. */
export const someGroupStanding = fc.option(someStanding, { freq: 8 });

/** Up to a dozen dealerships, `d0` and on, some without a score in a step or at all, some apart. */
export function someMembers(least = 0): fc.Arbitrary<GroupMember[]> {
  return fc
    .array(
      fc.record({
        overall: someGroupStanding,
        steps: fc.tuple(...STEPS.map(() => someGroupStanding)),
        before: fc.option(someShare),
        apart: fc.constantFrom(false, false, false, true),
      }),
      { minLength: least, maxLength: 12 },
    )
    .map((members) =>
      members.map(({ overall, steps, before, apart }, i) =>
        makeMember(`d${String(i)}`, null, {
          standing: overall,
          apart,
          steps: steps.map((standing, s) => ({
            standing,
            uncapped: standing?.share ?? null,
            apart: false,
            failedCritical: [],
            id: STEPS[s] ?? '',
            title: `Step ${String(s)}`,
          })),
          change:
            before === null || overall === null
              ? null
              : makeChange(before, overall.share, overall.variance),
        }),
      ),
    );
}

/** What reports say a comparison was made by. */
export const FRAME: GroupFrame = {
  group: 'North',
  quarter: '2026-Q3',
  before: '2026-Q2',
  year: { yearStarts: 1 },
  isCalendar: false,
  checklist: { id: 'test-checklist', title: 'Test checklist', bands: BANDS, steps: [] },
  scope: 'core',
  versions: [1],
};
