import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupMember } from '../../../src/core/compare/group-member.js';
import { compareGroup } from '../../../src/core/compare/group.js';
import { FEWEST_MASKED, maskComparison } from '../../../src/core/compare/masked.js';
import { UserError } from '../../../src/core/errors.js';
import { makeMember, someMembers } from '../../support/groups.js';

const FIVE = [0.9, 0.8, 0.7, 0.6, 0.5].map((share, i) => makeMember(`d${String(i)}`, share));

describe('the masked comparison', () => {
  it('shows its own figures, its place, and the others’ figures highest first', () => {
    const { overall, name, steps } = maskComparison(compareGroup(FIVE), 'd2');
    expect(name).toBe('d2');
    expect(overall).toEqual({
      share: 0.7,
      capped: false,
      rank: { position: 3, place: 3, last: 3, of: 5 },
      others: [0.9, 0.8, 0.6, 0.5],
      quartiles: { lowest: 0.5, lower: 0.6, median: 0.7, upper: 0.8, highest: 0.9 },
    });
    expect(steps.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  });

  it('is refused for fewer than five with a score, and for one that is not among them', () => {
    const four = [...FIVE.slice(0, 4), makeMember('unscored', null)];
    expect(() => maskComparison(compareGroup(four), 'd0')).toThrow(UserError);
    expect(() => maskComparison(compareGroup(four), 'd0')).toThrow(/at least 5 .* among 4,/);
    const six = compareGroup([...FIVE, makeMember('unscored', null)]);
    expect(() => maskComparison(six, 'unscored')).toThrow(/unscored has no score/);
    expect(() => maskComparison(compareGroup(FIVE), 'elsewhere')).toThrow(/elsewhere is not among/);
  });

  it('hides the others in a step that fewer than five have a score in', () => {
    const members = FIVE.map((member, i) =>
      i === 0
        ? { ...member, steps: member.steps.map((step) => ({ ...step, standing: null })) }
        : member,
    );
    const { overall, steps } = maskComparison(compareGroup(members), 'd1');
    expect(overall.others).toHaveLength(4);
    for (const step of steps) {
      expect(step).toMatchObject({ share: 0.8, rank: null, others: null, quartiles: null });
    }
  });

  it('by law says nothing of who the others are, and hangs on no order', () => {
    const cases = someMembers(FEWEST_MASKED).chain((members) =>
      fc
        .shuffledSubarray(members, { minLength: members.length })
        .map((shuffled) => ({ members, shuffled })),
    );
    const isOwn = ({ slug }: Pick<GroupMember, 'slug'>): boolean => slug === 'd0';
    fc.assert(
      fc.property(cases, ({ members, shuffled }) => {
        const group = compareGroup(members);
        fc.pre(group.ranked >= FEWEST_MASKED);
        fc.pre(group.rows.find(isOwn)?.rank != null);
        const masked = maskComparison(group, 'd0');
        const renamed = shuffled.map((member, i) =>
          isOwn(member) ? member : { ...member, slug: `x${String(i)}`, name: `X${String(i)}` },
        );
        expect(maskComparison(compareGroup(renamed), 'd0')).toEqual(masked);
        expect(JSON.stringify(masked)).not.toMatch(/"d[1-9]/);
        for (const { others } of [masked.overall, ...masked.steps]) {
          expect(others).toEqual(others?.toSorted((a, b) => b - a) ?? null);
        }
      }),
    );
  });
});
