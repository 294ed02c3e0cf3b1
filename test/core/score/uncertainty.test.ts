import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  detectableFrom,
  differenceOf,
  intervalOf,
  varianceOf,
  weightedVariance,
} from '../../../src/core/score/uncertainty.js';
import { someAnswered } from '../../support/arbitraries.js';
import { answered, makeChecklist, makeItem, makeStep, resultOf } from '../../support/checklists.js';

const sampled = (passed: number, of: number, from?: number, slope = 1) => ({
  passed,
  of,
  from,
  slope,
});

describe('the variance of a share', () => {
  test.each([
    // p = 11/16: 0.21484375 / 12, computed by hand.
    ['9 of 12', sampled(9, 12), 0.017903645833333332],
    ['all of 10 passed', sampled(10, 10), ((12 / 14) * (2 / 14)) / 10],
    ['none of 10 passed', sampled(0, 10), ((12 / 14) * (2 / 14)) / 10],
    ['9 of 12, drawn from 40', sampled(9, 12, 40), 0.21484375 / ((12 * 39) / 28)],
    ['all 12 there are', sampled(9, 12, 12), 0],
    ['a line of slope 2', sampled(9, 12, undefined, 2), 4 * 0.017903645833333332],
    ['one that nobody estimated', null, 0],
  ])('%s', (_what, from, variance) => {
    expect(varianceOf(from)).toBeCloseTo(variance, 15);
  });

  test('is never more without knowing how many there were, and falls to none as all are looked at', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(), fc.nat(200), (of, any, more) => {
        const passed = any % (of + 1);
        const known = varianceOf(sampled(passed, of, of + more));
        expect(known).toBeLessThanOrEqual(varianceOf(sampled(passed, of)));
        expect(known === 0).toBe(more === 0);
      }),
    );
  });
});

describe('an interval', () => {
  test('of a step holds its share, lies between 0 and 1, and has no width where all is exact', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const result = resultOf(checklist, answers);
        for (const one of [result, ...result.steps]) {
          expect(one.interval === null).toBe(one.share === null);
          if (one.interval === null || one.share === null) continue;
          expect(one.interval.lower).toBeLessThanOrEqual(one.share + 1e-9);
          expect(one.interval.upper).toBeGreaterThanOrEqual(one.share - 1e-9);
          expect(one.interval.lower).toBeGreaterThanOrEqual(0);
          expect(one.interval.upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('of a critical item on both sides of the limit reaches from the capped to the uncapped score', () => {
    const critical = makeItem('sample', 'c', { critical: true, weight: 1 });
    const other = makeItem('yes-no', 'o', { weight: 9 });
    const checklist = makeChecklist([makeStep('s', [critical, other])]);
    const step = (passed: number, of: number) =>
      resultOf(checklist, { c: answered({ passed, of }), o: answered('yes') }).steps[0];
    // 6 of 10 passes, but may truly be under a half: the step may be capped at 59.
    expect(step(6, 10)?.share).toBeCloseTo(0.96, 12);
    expect(step(6, 10)?.interval?.lower).toBe(0.59);
    expect(step(6, 10)?.interval?.upper).toBeGreaterThan(0.96);
    // 4 of 10 fails, and may truly be over a half.
    expect(step(4, 10)?.share).toBe(0.59);
    expect(step(4, 10)?.interval?.upper).toBeGreaterThan(0.94);
    // 2 of 200 fails for sure, 199 of 200 passes for sure.
    expect(step(2, 200)?.interval).toEqual({ lower: 0.59, upper: 0.59 });
    expect(step(199, 200)?.interval?.lower).toBeGreaterThan(0.99);
  });
});

describe('a difference', () => {
  const exact = (share: number) => ({ share, low: share, high: share, variance: 0 });
  const rough = (share: number, variance: number) => ({ ...exact(share), variance });

  test.each([
    ['rose', exact(0.5), exact(0.51)],
    ['fell', exact(0.51), exact(0.5)],
    ['same', exact(0.1 + 0.2), exact(0.3)],
    ['no-clear-change', rough(0.5, 0.01), rough(0.7, 0.01)],
    ['rose', rough(0.5, 0.001), rough(0.7, 0.001)],
    // The cap that may be there at either end is put through.
    ['no-clear-change', { ...exact(0.59), high: 0.8 }, exact(0.75)],
  ] as const)('%s', (verdict, from, to) => {
    expect(differenceOf(from, to).verdict).toBe(verdict);
  });

  test('turned round has the opposite ends', () => {
    const estimate = fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
      )
      .map(([share, variance]) => rough(share, variance));
    fc.assert(
      fc.property(estimate, estimate, (one, other) => {
        const [there, back] = [differenceOf(one, other), differenceOf(other, one)];
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(back.upper).toBeCloseTo(-there.lower, 12);
      }),
    );
  });
});

test('variances of a weighted mean add with squared weights', () => {
  expect(
    weightedVariance([
      { weight: 1, variance: 0.04 },
      { weight: 3, variance: 0.01 },
    ]),
  ).toBeCloseTo((0.04 + 9 * 0.01) / 16, 15);
  expect(weightedVariance([])).toBe(0);
});

test('an interval is 1.96 standard errors to each side, cut at 0 and 1', () => {
  const middle = intervalOf({ share: 0.5, low: 0.5, high: 0.5, variance: 0.01 });
  expect(middle.lower).toBeCloseTo(0.304, 12);
  expect(middle.upper).toBeCloseTo(0.696, 12);
  expect(intervalOf({ share: 0.9, low: 0.9, high: 0.9, variance: 0.01 }).upper).toBe(1);
});

describe('what two audits could have shown', () => {
  const rough = (share: number, variance: number, low = share, high = share) => ({
    share,
    low,
    high,
    variance,
  });

  test('to see half the change takes four times the records', () => {
    const one = rough(0.5, 0.0005);
    const { change, factor } = detectableFrom(one, one, 0.05);
    expect(change).toBeCloseTo(1.96 * Math.sqrt(0.001), 12);
    expect(factor).toBeCloseTo((change / 0.05) ** 2, 12);
    expect(detectableFrom(one, one, change / 2).factor).toBeCloseTo(4, 12);
    const exact = rough(0.5, 0);
    expect(detectableFrom(exact, exact, 0.05)).toEqual({ change: 0, factor: 1 });
  });

  test('where a cap may or may not be, records alone show nothing', () => {
    const straddling = rough(0.59, 0.0005, 0.59, 0.8);
    const { change, factor } = detectableFrom(straddling, rough(0.7, 0.0005), 0.05);
    expect(change).toBeCloseTo(1.96 * Math.sqrt(0.001) + 0.21, 12);
    expect(factor).toBeNull();
  });

  test('a larger change is never unclear, for any two audits', () => {
    fc.assert(
      fc.property(someAnswered, someAnswered, (one, other) => {
        const [from, to] = [one, other].map(({ checklist, answers }) =>
          resultOf(checklist, answers),
        );
        if (from?.estimate == null || to?.estimate == null) return;
        const { difference, verdict } = differenceOf(from.estimate, to.estimate);
        const { change } = detectableFrom(from.estimate, to.estimate, 0.05);
        if (Math.abs(difference) > change + 1e-8) expect(verdict).not.toBe('no-clear-change');
      }),
      { numRuns: 500 },
    );
  });
});
