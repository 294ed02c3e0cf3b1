import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupComparison } from '../../../src/core/compare/group.js';
import type { GroupMember } from '../../../src/core/compare/group-member.js';
import { compareGroup } from '../../../src/core/compare/group.js';
import { makeMember, someMembers, uncapped } from '../../support/groups.js';

const VARIANCE = 0.0016;

/** Everything in a comparison but who is who and in which order equals stand. */
function figures({ rows, steps, movers, redefined, ...rest }: GroupComparison): unknown {
  const unnamed = (each: readonly GroupComparison['rows'][number][]): unknown[] =>
    each.map((row) => ({ ...row, slug: '', name: '' })).map((row) => JSON.stringify(row));
  return {
    ...rest,
    rows: unnamed(rows).sort(),
    steps: steps.map((step) => ({
      ...step,
      leaders: unnamed(step.leaders).sort(),
      teachers: unnamed(step.teachers).sort(),
    })),
    movers: unnamed(movers).sort(),
    redefined: unnamed(redefined).sort(),
  };
}

describe('a group compared', () => {
  it('stands in order of place, then score, then name; those without a score last', () => {
    const { rows, scored } = compareGroup([
      makeMember('Nothing', null),
      makeMember('Low', 0.3),
      makeMember('B', 0.7, { variance: VARIANCE }),
      makeMember('A', 0.7, { variance: VARIANCE }),
      makeMember('High', 0.75, { variance: VARIANCE }),
    ]);
    expect(rows.map(({ name, rank }) => [name, rank?.place])).toEqual([
      ['High', 1],
      ['A', 1],
      ['B', 1],
      ['Low', 4],
      ['Nothing', undefined],
    ]);
    expect(scored).toBe(4);
  });

  it('has the plain mean as its score, and counts who is strong and who is weak', () => {
    const shares = [0.1 * 8, 0.7999, 0.4, 0.3999, null];
    const found = compareGroup(shares.map((share, i) => makeMember(`d${String(i)}`, share)));
    expect(found.mean).toBeCloseTo((0.8 + 0.7999 + 0.4 + 0.3999) / 4, 12);
    expect([found.strong, found.weak, found.scored]).toEqual([1, 1, 4]);
    expect(found.quartiles?.median).toBeCloseTo((0.7999 + 0.4) / 2, 12);
    expect(found.steps.map(({ mean }) => mean)).toEqual(Array(3).fill(found.mean));
  });

  it('names who leads a step: the first place shared, and clearly better than somebody', () => {
    const step = (share: number | null, variance = VARIANCE): GroupMember['steps'] => [
      {
        id: 'one',
        title: 'Step one',
        estimate: share === null ? null : uncapped(share, variance),
        uncapped: share,
        failedCritical: [],
      },
    ];
    const { steps } = compareGroup([
      makeMember('Low', 0.5, { steps: step(0.4) }),
      makeMember('Good', 0.5, { steps: step(0.8) }),
      makeMember('Better', 0.5, { steps: step(0.85) }),
      makeMember('Vague', 0.5, { steps: step(0.6, 0.2) }),
      makeMember('None', 0.5, { steps: step(null) }),
    ]);
    // Vague shares the first place too, but only because next to nothing is known of it.
    expect(steps.map(({ leaders }) => leaders.map(({ name }) => name))).toEqual([
      ['Better', 'Good'],
    ]);
  });

  it('has nobody lead where nobody can be told apart', () => {
    const { steps } = compareGroup(
      ['A', 'B'].map((name, i) => makeMember(name, 0.5 + i / 100, { variance: VARIANCE })),
    );
    expect(steps.map(({ leaders }) => leaders)).toEqual([[], [], []]);
  });

  it('lists clear changes first, each kind the largest first, and no standstill', () => {
    const before = (share: number, variance = VARIANCE) => ({
      variance,
      before: uncapped(share, variance),
    });
    const { movers } = compareGroup([
      makeMember('Up', 0.7, before(0.5)),
      makeMember('Down', 0.3, before(0.6)),
      makeMember('Vague', 0.9, before(0.2, 0.2)),
      makeMember('Slight', 0.52, before(0.5)),
      makeMember('Same', 0.1 + 0.2, before(0.3)),
      makeMember('New', 0.5),
      makeMember('Unscored', null, before(0.5)),
    ]);
    expect(movers.map(({ name, change }) => [name, change.clear])).toEqual([
      ['Down', true],
      ['Up', true],
      ['Vague', false],
      ['Slight', false],
    ]);
    expect(movers[0]?.change.difference).toBeCloseTo(-0.3, 12);
  });

  it('lists apart, without a verdict, those whose checklist changed in between', () => {
    const own = { before: uncapped(0.2), redefined: true };
    const { movers, redefined } = compareGroup([
      makeMember('Z', 0.9, own),
      makeMember('A', 0.2, own),
      makeMember('Up', 0.9, { before: uncapped(0.2) }),
      makeMember('New', 0.9, { redefined: true }),
    ]);
    expect(movers.map(({ name }) => name)).toEqual(['Up']);
    expect(redefined.map(({ name, change }) => [name, change.clear])).toEqual([
      ['A', false],
      ['Z', false],
    ]);
  });

  it('of nobody is empty', () => {
    expect(compareGroup([])).toEqual({
      rows: [],
      steps: [],
      scored: 0,
      mean: null,
      quartiles: null,
      strong: 0,
      weak: 0,
      movers: [],
      redefined: [],
    });
  });

  it('shows a step that only some were asked', () => {
    const { rows, steps } = compareGroup([
      makeMember('A', 0.5, {
        steps: [
          { id: 'x', title: 'X', estimate: uncapped(0.5), uncapped: 0.5, failedCritical: [] },
        ],
      }),
      makeMember('B', 0.4, {
        steps: [
          { id: 'y', title: 'Y', estimate: uncapped(0.4), uncapped: 0.4, failedCritical: [] },
        ],
      }),
    ]);
    expect(steps.map(({ id, mean }) => [id, mean])).toEqual([
      ['x', 0.5],
      ['y', 0.4],
    ]);
    expect(rows.map((row) => row.steps.map(({ share }) => share))).toEqual([
      [0.5, null],
      [null, 0.4],
    ]);
  });

  it('calls and orders steps as the checklist does, and leaves out what nobody was asked', () => {
    const listed = ['three', 'nobody', 'one'].map((id) => ({ id, title: `New ${id}` }));
    const { rows, steps } = compareGroup([makeMember('A', 0.5)], listed);
    expect(steps.map(({ title }) => title)).toEqual(['New three', 'New one', 'Step two']);
    expect(rows[0]?.steps).toHaveLength(3);
  });

  it('tells which steps a critical item caps', () => {
    const step = (share: number | null, before: number | null): GroupMember['steps'] => [
      {
        id: 'one',
        title: 'Step one',
        estimate: share === null ? null : uncapped(share),
        uncapped: before,
        failedCritical: [],
      },
    ];
    const { rows } = compareGroup([
      makeMember('A', 0.9, { steps: step(0.59, 0.8) }),
      makeMember('B', 0.8, { steps: step(0.5, 0.5) }),
      makeMember('C', 0.7, { steps: step(null, null) }),
    ]);
    expect(rows.map(({ steps }) => steps[0]?.capped)).toEqual([true, false, false]);
  });

  it('has its steps in an order that says nothing of who was asked which', () => {
    const [x, y] = ['x', 'y'].map((id) => [
      { id, title: id, estimate: uncapped(0.5), uncapped: 0.5, failedCritical: [] },
    ]);
    const ids = (first: GroupMember['steps'] = [], second: GroupMember['steps'] = []): string[] =>
      compareGroup([
        makeMember('A', 0.5, { steps: first }),
        makeMember('B', 0.5, { steps: second }),
      ]).steps.map(({ id }) => id);
    expect(ids(x, y)).toEqual(ids(y, x));
  });

  it('by law is the same, to the last bit, in whatever order they come', () => {
    const shuffled = someMembers().chain((members) =>
      fc
        .shuffledSubarray(members, { minLength: members.length })
        .map((again) => ({ members, again })),
    );
    fc.assert(
      fc.property(shuffled, ({ members, again }) => {
        expect(compareGroup(again)).toEqual(compareGroup(members));
      }),
    );
  });

  it('by law has the same figures, whatever they are called', () => {
    fc.assert(
      fc.property(someMembers(), (members) => {
        const renamed = members.map((member, i) => ({
          ...member,
          slug: `x${String(members.length - i)}`,
          name: `X${String((i * 7) % 5)}`,
        }));
        expect(figures(compareGroup(renamed))).toEqual(figures(compareGroup(members)));
      }),
    );
  });
});
