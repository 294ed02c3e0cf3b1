import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/core/canonical.js';
import type { Item } from '../../../src/core/checklist/checklist.js';
import { kindOf } from '../../../src/core/checklist/kinds/index.js';
import { meanEstimate } from '../../../src/core/score/mean.js';
import type { ItemEstimate } from '../../../src/core/score/uncertainty.js';
import {
  detectableFrom,
  differenceOf,
  estimateOf,
  intervalOf,
} from '../../../src/core/score/uncertainty.js';
import { someAnswered } from '../../support/arbitraries.js';
import { makeItem, resultOf } from '../../support/checklists.js';

function estimate(item: Item, value: Json): ItemEstimate {
  const kind = kindOf(item);
  const spread = kind.spread(item, value);
  if (spread === null) throw new Error(item.kind);
  return estimateOf(kind.share(item, value) ?? NaN, spread);
}

const sample = makeItem('sample', 's', { zero: undefined });
const trace = makeItem('trace', 't', {
  standards: ['a', 'b', 'c'].map((id) => ({ id, text: id, respect: false })),
});
const minutes = makeItem('measure', 'm', { unit: 'minutes', full: 15, zero: 60 });
const percent = makeItem('measure', 'p', { unit: '%', full: 90, zero: 60 });
const checks = makeItem('checks', 'c', {
  checks: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })),
});
const cases = {
  cases: [
    { ref: '1', lapses: [] },
    { ref: '2', lapses: ['a', 'b'] },
  ],
};

describe('the variance of a share alone', () => {
  test.each<[string, Item, Json, number]>([
    ['9 of 12: p = 11/16', sample, { passed: 9, of: 12 }, ((11 / 16) * (5 / 16)) / 12],
    ['all of 10 passed', sample, { passed: 10, of: 10 }, ((12 / 14) * (2 / 14)) / 10],
    [
      'a line from 80 %: slope 5',
      { ...sample, zero: 80 } as Item,
      { passed: 48, of: 50 },
      (25 * ((50 / 54) * (4 / 54))) / 50,
    ],
    ['never over that of a coin', { ...sample, zero: 80 } as Item, { passed: 9, of: 12 }, 0.25],
    // m = (1 + 0.6 + 2) ÷ 6, q = (1 + 0.36 + 2) ÷ 6.
    ['cases of 1 and 0.6', trace, cases, (3.36 / 6 - (3.6 / 6) ** 2) / 2],
    [
      '69 % of 100, and 3 points of noise: p = 71/104, slope 100 ÷ 30',
      percent,
      { value: 69, of: 100 },
      (((71 / 104) * (33 / 104)) / 100) * (100 / 30) ** 2 + (3 / 2.77 / 30) ** 2,
    ],
    [
      '24 minutes of 231: 1.2 × 24 ÷ √231, and a tenth of the scale',
      minutes,
      { value: 24, of: 231 },
      ((1.2 * 24) / Math.sqrt(231) / 45) ** 2 + (4.5 / 2.77 / 45) ** 2,
    ],
    [
      'the same with its quartiles',
      minutes,
      { value: 24, of: 231, quartiles: [11, 52] },
      ((1.25 * 41) / (1.35 * Math.sqrt(231)) / 45) ** 2 + (4.5 / 2.77 / 45) ** 2,
    ],
    ['a number of unknown many: 35 % of the scale', minutes, 24, (0.35 / 2.77) ** 2],
    ['the same where noise is larger', { ...minutes, noise: 27 } as Item, 24, (0.6 / 2.77) ** 2],
    ['an exact number', { ...minutes, noise: 0 } as Item, 24, 0],
    [
      'a noise of its own',
      { ...minutes, noise: 9 } as Item,
      { value: 0, of: 5 },
      (0.2 / 2.77) ** 2,
    ],
    ['3 of 4 checks', checks, { checks: ['a', 'b', 'c'] }, (0.08 * 0.92) / 4],
    [
      'of 3 that apply',
      checks,
      { checks: ['a'], 'not-applicable-checks': ['d'] },
      (0.08 * 0.92) / 3,
    ],
    ['yes or no', makeItem('yes-no', 'y'), 'yes', 0.08 * 0.92],
    ['an exact yes', { ...makeItem('yes-no', 'y'), noise: 0 } as Item, 'yes', 0],
    ['a level', makeItem('rating', 'r'), 2, (0.5 / 4) ** 2],
    [
      'a level of its own noise',
      { ...makeItem('rating', 'r'), noise: 1 } as Item,
      2,
      (1 / 2.77 / 4) ** 2,
    ],
  ])('%s', (_what, item, value, variance) => {
    expect(estimate(item, value).variance).toBeCloseTo(variance, 15);
  });

  test('puts a difference of exactly the noise at the limit', () => {
    const item = { ...makeItem('rating', 'r'), noise: 1 } as Item;
    const { difference, standardError } = differenceOf(estimate(item, 2), estimate(item, 3));
    // 2.77 ÷ √2, which is 1.96 as it is rounded.
    expect(difference / standardError).toBeCloseTo(2.77 / Math.SQRT2, 12);
  });
});

describe('the variance of a share in a sum', () => {
  test.each<[string, Item, Json, number]>([
    ['9 of 12, unbiased', sample, { passed: 9, of: 12 }, (0.75 * 0.25) / 11],
    ['all of 10 passed: at least 1 ÷ 2n²', sample, { passed: 10, of: 10 }, 1 / 200],
    ['a single record', sample, { passed: 1, of: 1 }, 0.25],
    // s² = 2 × 0.2² ÷ 1 = 0.08, less than 1 ÷ 8.
    ['cases of 1 and 0.6', trace, cases, 1 / 8],
    ['a level, as alone', makeItem('rating', 'r'), 2, (0.5 / 4) ** 2],
  ])('%s', (_what, item, value, variance) => {
    expect(estimate(item, value).summed.variance).toBeCloseTo(variance, 15);
  });

  test('adds up with squared weights', () => {
    const one = { share: 0.5, variance: 0.04, own: 0.02 };
    const other = { share: 0.9, variance: 0.01, own: 0 };
    const mean = meanEstimate([
      { weight: 1, estimate: one },
      { weight: 3, estimate: other },
      { weight: 9, estimate: null },
    ]);
    expect(mean?.share).toBeCloseTo((0.5 + 3 * 0.9) / 4, 12);
    expect(mean?.variance).toBeCloseTo((0.04 + 9 * 0.01) / 16, 12);
    expect(mean?.own).toBeCloseTo(0.02 / 16, 12);
    expect(meanEstimate([])).toBeNull();
  });
});

describe('how many there were', () => {
  test('narrows the range of the quarter, and no verdict: 9 of 12 from 40', () => {
    const [known, unknown] = [
      estimate(sample, { passed: 9, of: 12, from: 40 }),
      estimate(sample, { passed: 9, of: 12 }),
    ];
    expect(known.variance).toBe(unknown.variance);
    expect(known.own).toBeCloseTo((unknown.variance * 28) / 39, 15);
    expect(unknown.own).toBe(unknown.variance);
    expect(estimate(sample, { passed: 9, of: 12, from: 12 }).own).toBe(0);
  });
});

describe('a difference', () => {
  const exact = (share: number) => ({ share, variance: 0 });
  const rough = (share: number, variance: number) => ({ share, variance });

  test.each([
    ['rose', exact(0.5), exact(0.51)],
    ['fell', exact(0.51), exact(0.5)],
    ['same', exact(0.1 + 0.2), exact(0.3)],
    ['same', exact(0.5), exact(0.5004)],
    ['no-clear-change', rough(0.5, 0.01), rough(0.7, 0.01)],
    ['rose', rough(0.5, 0.001), rough(0.7, 0.001)],
  ] as const)('%s', (verdict, from, to) => {
    expect(differenceOf(from, to).verdict).toBe(verdict);
  });

  test('of 23.9999999999 and 24.002 minutes is the same', () => {
    for (const item of [minutes, { ...minutes, noise: 0 } as Item]) {
      const found = differenceOf(estimate(item, 23.9999999999), estimate(item, 24.002));
      expect(found.verdict).toBe('same');
    }
  });

  test('turned round has the opposite ends', () => {
    const some = fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
      )
      .map(([share, variance]) => rough(share, variance));
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [there, back] = [differenceOf(one, other), differenceOf(other, one)];
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(back.upper).toBeCloseTo(-there.lower, 12);
      }),
    );
  });
});

test('an interval is 1.96 standard errors of the quarter to each side, cut at 0 and 1', () => {
  const middle = intervalOf({ share: 0.5, variance: 1, own: 0.01 });
  expect(middle.lower).toBeCloseTo(0.304, 12);
  expect(middle.upper).toBeCloseTo(0.696, 12);
  expect(intervalOf({ share: 0.9, variance: 1, own: 0.01 }).upper).toBe(1);
});

describe('what two audits could have shown', () => {
  test('is found in four cases of five, and half of it takes four times the records', () => {
    const one = { share: 0.5, variance: 0.0005 };
    const { change, factor } = detectableFrom(one, one, 0.05);
    expect(change).toBeCloseTo(1.43 * 1.96 * Math.sqrt(0.001), 12);
    expect(factor).toBeCloseTo((change / 0.05) ** 2, 12);
    expect(detectableFrom(one, one, change / 2).factor).toBeCloseTo(4, 12);
    const exact = { share: 0.5, variance: 0 };
    expect(detectableFrom(exact, exact, 0.05)).toEqual({ change: 0, factor: 1 });
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
        if (Math.abs(difference) > Math.max(change, 0.0005) + 1e-8) {
          expect(verdict).not.toBe('no-clear-change');
        }
      }),
      { numRuns: 500 },
    );
  });
});
