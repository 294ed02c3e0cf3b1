import fc from 'fast-check';
import type { GroupMember } from '../../src/core/compare/group.js';
import type { GroupFrame } from '../../src/reports/group-view.js';
import { BANDS } from './checklists.js';

/** Dealerships of a group, as comparisons take them. */

const STEPS = ['one', 'two', 'three'];

/** A dealership with the same share in every step unless it says otherwise. */
export function makeMember(
  name: string,
  share: number | null,
  own: Partial<GroupMember> = {},
): GroupMember {
  const variance = own.variance ?? 0;
  const reach = 1.96 * Math.sqrt(variance);
  return {
    slug: name.toLowerCase(),
    name,
    share,
    variance,
    lower: share === null ? null : Math.max(0, share - reach),
    upper: share === null ? null : Math.min(1, share + reach),
    steps: STEPS.map((id) => ({ id, title: `Step ${id}`, share, variance })),
    before: null,
    ...own,
  };
}

// Few different figures, so that ties and near ties are common.
const someShare = fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20);
const someVariance = fc.constantFrom(0, 0, 0.0004, 0.0025, 0.01, 0.04);

/** A share with a variance, or none. */
export const someGroupShare = fc.record({
  share: fc.option(someShare, { freq: 8 }),
  variance: someVariance,
});

/** Up to a dozen dealerships, `d0` and on, some without a score in a step or at all. */
export function someMembers(least = 0): fc.Arbitrary<GroupMember[]> {
  return fc
    .array(
      fc.record({
        overall: someGroupShare,
        steps: fc.tuple(...STEPS.map(() => someGroupShare)),
        before: fc.option(someGroupShare),
      }),
      { minLength: least, maxLength: 12 },
    )
    .map((members) =>
      members.map(({ overall, steps, before }, i) =>
        makeMember(`d${String(i)}`, overall.share, {
          variance: overall.variance,
          steps: steps.map((one, s) => ({
            ...one,
            id: STEPS[s] ?? '',
            title: `Step ${String(s)}`,
          })),
          before,
        }),
      ),
    );
}

/** What reports say a comparison was made by. */
export const FRAME: GroupFrame = {
  group: 'North',
  quarter: '2026-Q3',
  before: '2026-Q2',
  checklist: { id: 'test-checklist', title: 'Test checklist', bands: BANDS },
  scope: 'core',
};
