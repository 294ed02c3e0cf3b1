import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearOrder, isAhead, rankAll } from '../../../src/core/compare/ranking.js';
import { someEstimate, someGroupEstimate, uncapped } from '../../support/groups.js';

describe('what is clear', () => {
  it('is what the 95 % interval of the difference leaves zero out of', () => {
    // √(0.0016 + 0.0009) = 0.05, so the interval reaches 0.098 to either side.
    const [a, b] = [uncapped(0.7, 0.0016), uncapped(0.6, 0.0009)];
    expect(clearOrder(a, b)).toBe(1);
    expect(clearOrder(b, a)).toBe(-1);
    expect(clearOrder(a, uncapped(0.603, 0.0009))).toBe(0);
  });

  it('is any difference where nothing was drawn, but for binary dust', () => {
    expect(clearOrder(uncapped(0.501), uncapped(0.5))).toBe(1);
    expect(clearOrder(uncapped(0.1 + 0.2), uncapped(0.3))).toBe(0);
  });

  it('counts a step that may be capped both ways, as the comparison of two quarters does', () => {
    const shaky = { share: 0.7, low: 0.55, high: 0.7, variance: 0 };
    expect(clearOrder(shaky, uncapped(0.5))).toBe(1);
    expect(clearOrder(shaky, uncapped(0.6))).toBe(0);
    expect(clearOrder(uncapped(0.6), { ...shaky, share: 0.55 })).toBe(0);
    expect(clearOrder(uncapped(0.75), { ...shaky, share: 0.55 })).toBe(1);
  });

  it('by law is an order: never both ways, and better than better is better', () => {
    fc.assert(
      fc.property(someEstimate, someEstimate, someEstimate, (a, b, c) => {
        expect(clearOrder(a, b) + clearOrder(b, a)).toBe(0);
        if (clearOrder(a, b) > 0 && clearOrder(b, c) > 0) expect(clearOrder(a, c)).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('places', () => {
  it('are shared by those whom the data cannot tell apart', () => {
    const vague = uncapped(0.88, 0.01);
    expect(rankAll([uncapped(0.9), uncapped(0.5), vague, null, uncapped(0.9)])).toEqual([
      { place: 1, last: 3, of: 4, shared: true },
      { place: 4, last: 4, of: 4, shared: false },
      { place: 1, last: 3, of: 4, shared: true },
      null,
      { place: 1, last: 3, of: 4, shared: true },
    ]);
  });

  it('differ where one more is clearly better, though the two are too close to tell apart', () => {
    const [high, low, between] = [uncapped(0.9), uncapped(0.8), uncapped(0.85, 0.0009)];
    expect(clearOrder(between, low)).toBe(0);
    expect(rankAll([high, between, low]).map((rank) => [rank?.place, rank?.last])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it('of nobody, or of one, are no trouble', () => {
    expect(rankAll([])).toEqual([]);
    expect(rankAll([null])).toEqual([null]);
    const [only = null] = rankAll([uncapped(0.5)]);
    expect(only).toEqual({ place: 1, last: 1, of: 1, shared: false });
    expect(isAhead(only)).toBe(false);
  });

  it('by law: counted, none skipped, the clearly better before the others, equals together', () => {
    fc.assert(
      fc.property(fc.array(someGroupEstimate, { maxLength: 12 }), (estimates) => {
        const ranks = rankAll(estimates);
        const ranked = estimates.flatMap((estimate, i) => {
          const rank = ranks[i] ?? null;
          expect(rank === null).toBe(estimate === null);
          return estimate === null || rank === null ? [] : [{ estimate, rank }];
        });
        const places = ranked.map(({ rank }) => rank.place).sort((a, b) => a - b);
        for (const [i, place] of places.entries()) expect(place).toBeLessThanOrEqual(i + 1);
        if (places.length > 0) expect(places[0]).toBe(1);
        for (const { estimate, rank } of ranked) {
          expect(rank.of).toBe(ranked.length);
          expect(rank.shared).toBe(places.filter((place) => place === rank.place).length > 1);
          const others = ranked.map((other) => clearOrder(other.estimate, estimate));
          expect(rank.place - 1).toBe(others.filter((order) => order > 0).length);
          expect(rank.of - rank.last).toBe(others.filter((order) => order < 0).length);
          expect(rank.last).toBeGreaterThanOrEqual(rank.place);
          for (const other of ranked) {
            const order = clearOrder(estimate, other.estimate);
            if (order > 0) expect(rank.place).toBeLessThan(other.rank.place);
            if (order > 0) expect(rank.last).toBeLessThan(other.rank.last);
            if (rank.place === other.rank.place) expect(order).toBe(0);
            if (JSON.stringify(estimate) === JSON.stringify(other.estimate)) {
              expect(rank).toEqual(other.rank);
            }
          }
        }
      }),
    );
  });

  it('by law do not hang on the order', () => {
    const shuffled = fc
      .array(someGroupEstimate, { maxLength: 12 })
      .chain((estimates) =>
        fc
          .shuffledSubarray([...estimates.keys()], { minLength: estimates.length })
          .map((order) => ({ estimates, order })),
      );
    fc.assert(
      fc.property(shuffled, ({ estimates, order }) => {
        const ranks = rankAll(estimates);
        expect(rankAll(order.map((i) => estimates[i] ?? null))).toEqual(
          order.map((i) => ranks[i] ?? null),
        );
      }),
    );
  });
});
