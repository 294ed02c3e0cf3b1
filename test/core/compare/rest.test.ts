import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGroup } from '../../../src/core/compare/group.js';
import { againstRest } from '../../../src/core/compare/rest.js';
import type { Standing } from '../../../src/core/compare/ranking.js';
import { makeMember, someGroupStanding } from '../../support/groups.js';

const uncapped = (share: number, variance = 0): Standing => ({ share, variance });

describe('each against all others', () => {
  it('is held against their plain mean, and never against itself', () => {
    const [a, b, c] = againstRest([uncapped(0.9), uncapped(0.5), uncapped(0.3)]);
    expect(a?.difference).toBeCloseTo(0.5, 12);
    expect(b?.difference).toBeCloseTo(-0.1, 12);
    expect(c?.difference).toBeCloseTo(-0.4, 12);
    expect([a, b, c].map((one) => one?.verdict)).toEqual(['rose', 'fell', 'fell']);
  });

  it('is chance where the errors say so', () => {
    const [a] = againstRest([uncapped(0.9, 0.05), uncapped(0.5, 0.05), uncapped(0.7, 0.05)]);
    expect(a?.verdict).toBe('no-clear-change');
  });

  it('is nothing without a score, and nothing without others', () => {
    expect(againstRest([uncapped(0.5), null])).toEqual([null, null]);
    expect(againstRest([])).toEqual([]);
  });

  it('by law doesn’t hang on the order, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(someGroupStanding, { maxLength: 9 }), (all) => {
        expect(againstRest(all.toReversed()).reverse()).toEqual(againstRest(all));
      }),
    );
  });
});

describe('who could teach a step', () => {
  const teachers = (...shares: readonly (readonly [number, number])[]): string[] =>
    compareGroup(
      shares.map(([share, variance], i) => makeMember(`d${String(i)}`, share, { variance })),
    ).steps[0]?.teachers.map(({ name }) => name) ?? [];

  it('is clearly better than the others, and strong', () => {
    expect(teachers([0.85, 0.001], [0.9, 0.001], [0.4, 0.001], [0.5, 0.001])).toEqual(['d1', 'd0']);
    // Clearly better, but not strong.
    expect(teachers([0.79, 0], [0.4, 0], [0.5, 0])).toEqual([]);
    // Strong, but not clearly better.
    expect(teachers([0.9, 0.04], [0.8, 0.04], [0.7, 0.04])).toEqual([]);
    expect(teachers([0.9, 0])).toEqual([]);
  });
});
