import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupComparison } from '../../../src/core/compare/group.js';
import type { GroupMember } from '../../../src/core/compare/group-member.js';
import { compareGroup } from '../../../src/core/compare/group.js';
import type { Standing } from '../../../src/core/compare/ranking.js';
import { reachAmong } from '../../../src/core/compare/ranking.js';
import { makeChange, makeMember, someMembers } from '../../support/groups.js';

const uncapped = (share: number, variance = 0): Standing => ({ share, variance });

const VARIANCE = 0.0016;

/** Everything in a comparison but who is who and in which order equals stand. */
function figures({ rows, steps, movers, ...rest }: GroupComparison): unknown {
  const unnamed = (each: readonly GroupComparison['rows'][number][]): unknown[] =>
    each.map((row) => ({ ...row, slug: '', name: '' })).map((row) => JSON.stringify(row));
  return {
    ...rest,
    rows: unnamed(rows).sort(),
    steps: steps.map((step) => ({
      ...step,
      teachers: unnamed(step.teachers).sort(),
    })),
    movers: unnamed(movers).sort(),
  };
}

describe('a group compared', () => {
  it('stands in order of score, then name; those apart next, those without a score last', () => {
    const { rows, ranked } = compareGroup([
      makeMember('Apart', 0.99, { apart: true }),
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
      ['Apart', undefined],
      ['Nothing', undefined],
    ]);
    expect(ranked).toBe(4);
  });

  it('has the plain mean as its score, and counts who is strong and who is weak', () => {
    const shares = [0.1 * 8, 0.7999, 0.4, 0.3999, null];
    const found = compareGroup(shares.map((share, i) => makeMember(`d${String(i)}`, share)));
    expect(found.mean).toBeCloseTo((0.8 + 0.7999 + 0.4 + 0.3999) / 4, 12);
    expect([found.strong, found.weak, found.ranked]).toEqual([1, 1, 4]);
    expect(found.quartiles?.median).toBeCloseTo((0.7999 + 0.4) / 2, 12);
    expect(found.steps.map(({ mean }) => mean)).toEqual(Array(3).fill(found.mean));
  });

  it('leaves who stands apart out of everything: no mean, no place, no teacher', () => {
    const others = [0.5, 0.5, 0.5].map((share, i) =>
      makeMember(`d${String(i)}`, share, { variance: VARIANCE }),
    );
    const alone = compareGroup(others);
    const found = compareGroup([
      ...others,
      makeMember('Apart', 1, { apart: true, coverage: 0.03 }),
    ]);
    expect(found.mean).toBe(alone.mean);
    expect(found.steps).toEqual(alone.steps);
    expect(found.ranked).toBe(3);
    const last = found.rows.at(-1);
    expect(last).toMatchObject({ name: 'Apart', rank: null, lower: null, upper: null });
    expect(last?.steps.map(({ rank, againstRest }) => [rank, againstRest])).toEqual(
      Array(3).fill([null, null]),
    );
  });

  it('by law calls two clearly apart whose ranges don’t meet', () => {
    fc.assert(
      fc.property(someMembers(2), (members) => {
        const { rows } = compareGroup(members);
        for (const a of rows) {
          for (const b of rows) {
            if (a.lower === null || b.upper === null || a.lower <= b.upper + 1e-12) continue;
            expect(a.rank?.place).toBeLessThan(b.rank?.place ?? 0);
          }
        }
      }),
    );
  });

  it('says who audited, each once', () => {
    const { auditors } = compareGroup([
      makeMember('A', 0.5, { auditors: ['Z. Auditor', 'B. Auditor'] }),
      makeMember('B', 0.5, { auditors: ['B. Auditor'] }),
    ]);
    expect(auditors).toEqual(['B. Auditor', 'Z. Auditor']);
  });

  it('lists those with a verdict, the largest first, by what is like for like', () => {
    const moved = (from: number, to: number, variance = VARIANCE) => ({
      variance,
      change: makeChange(from, to, variance),
    });
    const apart = makeChange(0.2, 0.9);
    const { movers } = compareGroup([
      makeMember('Up', 0.7, moved(0.5, 0.7)),
      makeMember('Down', 0.3, moved(0.6, 0.3)),
      makeMember('Vague', 0.9, moved(0.2, 0.9, 0.2)),
      makeMember('Slight', 0.52, moved(0.5, 0.52)),
      makeMember('Same', 0.1 + 0.2, moved(0.3, 0.1 + 0.2)),
      makeMember('New', 0.5),
      makeMember('Apart', 0.9, {
        apart: true,
        change: { ...apart, likeForLike: { ...apart.likeForLike, verdict: null } },
      }),
    ]);
    expect(movers.map(({ name, change }) => [name, change.likeForLike.verdict])).toEqual([
      ['Down', 'fell'],
      ['Up', 'rose'],
    ]);
  });

  it('of nobody is empty', () => {
    expect(compareGroup([])).toEqual({
      rows: [],
      steps: [],
      ranked: 0,
      reach: reachAmong(0),
      mean: null,
      quartiles: null,
      strong: 0,
      weak: 0,
      movers: [],
      auditors: [],
    });
  });

  it('shows a step that only some were asked', () => {
    const { rows, steps } = compareGroup([
      makeMember('A', 0.5, {
        steps: [
          {
            id: 'x',
            title: 'X',
            standing: uncapped(0.5),
            apart: false,
            uncapped: 0.5,
            failedCritical: [],
          },
        ],
      }),
      makeMember('B', 0.4, {
        steps: [
          {
            id: 'y',
            title: 'Y',
            standing: uncapped(0.4),
            apart: false,
            uncapped: 0.4,
            failedCritical: [],
          },
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
        standing: share === null ? null : uncapped(share),
        apart: false,
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
      { id, title: id, standing: uncapped(0.5), apart: false, uncapped: 0.5, failedCritical: [] },
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
