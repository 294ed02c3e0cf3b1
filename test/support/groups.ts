import fc from 'fast-check';
import type { GroupMember } from '../../src/core/compare/group-member.js';
import type { Estimate } from '../../src/core/score/uncertainty.js';
import type { GroupFrame } from '../../src/documents/group/view.js';
import { BANDS } from './checklists.js';

/** Dealerships of a group, as comparisons take them. */

const STEPS = ['one', 'two', 'three'];

/** A share with a variance, that no cap may change. */
export function uncapped(share: number, variance = 0): Estimate {
  return { share, low: share, high: share, variance };
}

/** A dealership with the same share in every step unless it says otherwise. */
export function makeMember(
  name: string,
  share: number | null,
  { variance = 0, ...own }: Partial<GroupMember> & { readonly variance?: number } = {},
): GroupMember {
  const estimate = share === null ? null : uncapped(share, variance);
  return {
    slug: name.toLowerCase(),
    name,
    estimate,
    coverage: 1,
    steps: STEPS.map((id) => ({
      id,
      title: `Step ${id}`,
      estimate,
      uncapped: share,
      failedCritical: [],
    })),
    before: null,
    redefined: false,
    ...own,
  };
}

// Few different figures, so that ties and near ties are common.
const someShare = fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20);
const someVariance = fc.constantFrom(0, 0, 0.0004, 0.0025, 0.01, 0.04);

/** A share with a variance, some with a step that may be capped or not. */
export const someEstimate: fc.Arbitrary<Estimate> = fc
  .record({
    share: someShare,
    variance: someVariance,
    may: fc.constantFrom('low', 'high', null, null),
    by: fc.integer({ min: 1, max: 8 }).map((twentieth) => twentieth / 20),
  })
  .map(({ share, variance, may, by }) => ({
    share,
    low: may === 'low' ? Math.max(0, share - by) : share,
    high: may === 'high' ? Math.min(1, share + by) : share,
    variance,
  }));

/** The same, or no score. */
export const someGroupEstimate = fc.option(someEstimate, { freq: 8 });

/** Up to a dozen dealerships, `d0` and on, some without a score in a step or at all. */
export function someMembers(least = 0): fc.Arbitrary<GroupMember[]> {
  return fc
    .array(
      fc.record({
        overall: someGroupEstimate,
        steps: fc.tuple(...STEPS.map(() => someGroupEstimate)),
        before: fc.option(someEstimate),
      }),
      { minLength: least, maxLength: 12 },
    )
    .map((members) =>
      members.map(({ overall, steps, before }, i) =>
        makeMember(`d${String(i)}`, null, {
          estimate: overall,
          steps: steps.map((estimate, s) => ({
            estimate,
            uncapped: estimate?.share ?? null,
            failedCritical: [],
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
  yearStarts: 1,
  checklist: { id: 'test-checklist', title: 'Test checklist', bands: BANDS, steps: [] },
  scope: 'core',
  versions: [1],
};
