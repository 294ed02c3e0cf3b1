import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rank, Standing } from '../../../src/core/compare/ranking.js';
import { isAhead, rankAll, reachAmong } from '../../../src/core/compare/ranking.js';
import { someGroupStanding } from '../../support/groups.js';

const one = (share: number, variance = 0): Standing => ({ share, variance });

/** Every pair by the rule itself. */
function byPairs(standings: readonly (Standing | null)[]): (Omit<Rank, 'position'> | null)[] {
  const ranked = standings.filter((each) => each !== null);
  const reach = reachAmong(ranked.length);
  const isBetter = (a: Standing, b: Standing): boolean =>
    a.share - b.share > reach * Math.sqrt(a.variance + b.variance);
  return standings.map((own) =>
    own === null
      ? null
      : {
          place: 1 + ranked.filter((other) => isBetter(other, own)).length,
          last: ranked.length - ranked.filter((other) => isBetter(own, other)).length,
          of: ranked.length,
        },
  );
}

describe('what tells two of many apart', () => {
  // Φ⁻¹(½ + ½ × 0.95^(1 ÷ (P − 1))), from another implementation of the normal distribution.
  it.each([
    [2, 1.959963984540054],
    [5, 2.4909151310191397],
    [10, 2.7655295843397565],
    [20, 3.000427834252913],
  ])('of %s', (dealerships, reach) => {
    expect(reachAmong(dealerships)).toBeCloseTo(reach, 11);
  });
});

describe('places', () => {
  it('are shared by those whom the data cannot tell apart, and positions only by equals', () => {
    const vague = one(0.88, 0.01);
    expect(rankAll([one(0.9), one(0.5), vague, null, one(0.9)])).toEqual([
      { position: 1, place: 1, last: 3, of: 4 },
      { position: 4, place: 4, last: 4, of: 4 },
      { position: 3, place: 1, last: 3, of: 4 },
      null,
      { position: 1, place: 1, last: 3, of: 4 },
    ]);
  });

  it('never call the lowest first alone: nobody knows where it stands', () => {
    const ranks = rankAll([0.5, 0.52, 0.54, 0.56, 0.58].map((share) => one(share, 0.01)));
    expect(ranks[0]).toEqual({ position: 5, place: 1, last: 5, of: 5 });
    expect(isAhead(ranks[0] ?? null)).toBe(false);
  });

  it('of nobody, or of one, are no trouble', () => {
    expect(rankAll([])).toEqual([]);
    expect(rankAll([null])).toEqual([null]);
    const [only = null] = rankAll([one(0.5)]);
    expect(only).toEqual({ position: 1, place: 1, last: 1, of: 1 });
    expect(isAhead(only)).toBe(false);
  });

  it('by law are those of every pair', () => {
    fc.assert(
      fc.property(fc.array(someGroupStanding, { maxLength: 30 }), (standings) => {
        const found = rankAll(standings).map((rank) =>
          rank === null ? null : { place: rank.place, last: rank.last, of: rank.of },
        );
        expect(found).toEqual(byPairs(standings));
      }),
      { numRuns: 500 },
    );
  });

  it('by law are a strict order: better than better is better', () => {
    fc.assert(
      fc.property(fc.array(someGroupStanding, { maxLength: 12 }), (standings) => {
        const ranks = rankAll(standings);
        const reach = reachAmong(standings.filter((each) => each !== null).length);
        standings.forEach((a, i) => {
          standings.forEach((b, j) => {
            if (a === null || b === null) return;
            if (a.share - b.share <= reach * Math.sqrt(a.variance + b.variance)) return;
            expect(ranks[i]?.place).toBeLessThan(ranks[j]?.place ?? 0);
            expect(ranks[i]?.last).toBeLessThan(ranks[j]?.last ?? 0);
          });
        });
      }),
    );
  });

  it('by law do not hang on the order', () => {
    const shuffled = fc
      .array(someGroupStanding, { maxLength: 12 })
      .chain((standings) =>
        fc
          .shuffledSubarray([...standings.keys()], { minLength: standings.length })
          .map((order) => ({ standings, order })),
      );
    fc.assert(
      fc.property(shuffled, ({ standings, order }) => {
        const ranks = rankAll(standings);
        expect(rankAll(order.map((i) => standings[i] ?? null))).toEqual(
          order.map((i) => ranks[i] ?? null),
        );
      }),
    );
  });
});
