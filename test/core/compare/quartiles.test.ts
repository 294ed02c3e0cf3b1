import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMean, quartilesOf } from '../../../src/core/compare/quartiles.js';

describe('quartiles', () => {
  it('are those of type 7, as R gives them', () => {
    // quantile(c(1, 2, 3, 4)), quantile(c(6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49))
    expect(quartilesOf([4, 1, 3, 2])).toEqual({
      lowest: 1,
      lower: 1.75,
      median: 2.5,
      upper: 3.25,
      highest: 4,
    });
    expect(quartilesOf([47, 6, 49, 15, 42, 41, 7, 39, 43, 40, 36])).toEqual({
      lowest: 6,
      lower: 25.5,
      median: 40,
      upper: 42.5,
      highest: 49,
    });
  });

  it('of one are that one, and of none are none', () => {
    expect(quartilesOf([0.4])).toEqual({
      lowest: 0.4,
      lower: 0.4,
      median: 0.4,
      upper: 0.4,
      highest: 0.4,
    });
    expect(quartilesOf([])).toBeNull();
    expect(plainMean([])).toBeNull();
  });

  it('by law lie in order, between the lowest and the highest, whatever order they come in', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 30 }), (shares) => {
        const found = quartilesOf(shares);
        if (found === null) throw new Error('none');
        const { lowest, lower, median, upper, highest } = found;
        const five = [lowest, lower, median, upper, highest];
        expect(five).toEqual([...five].sort((a, b) => a - b));
        expect([lowest, highest]).toEqual([Math.min(...shares), Math.max(...shares)]);
        expect(quartilesOf([...shares].reverse())).toEqual(found);
      }),
    );
  });
});

it('a mean is the same to the last bit in whatever order its figures come', () => {
  // Added from left to right, one of these sums is 0.6 and the other a bit more.
  expect(plainMean([0.1, 0.2, 0.3])).toBe(plainMean([0.3, 0.2, 0.1]));
  expect(plainMean([0.1, 0.2, 0.3])).toBeCloseTo(0.2, 12);
});
