import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundedParts } from '../../../src/core/score/rounding.js';

describe('the parts of a sum, as printed', () => {
  test('are cut, and what is missing goes to the largest remainders', () => {
    expect(roundedParts([0.34, 0.29, 0.37], 1, 0.1)).toEqual([0.3, 0.3, 0.4]);
    expect(roundedParts([1.9, 2.8, 3.3], 8, 1)).toEqual([2, 3, 3]);
    expect(roundedParts([-0.26, 0.57], 0.3, 0.1)).toEqual([-0.3, 0.6]);
  });

  test('of equal remainders take the first, and give back the last', () => {
    expect(roundedParts([0.5, 0.5, 1], 2, 1)).toEqual([1, 0, 1]);
    expect(roundedParts([1.5, 1.5, 1], 2, 1)).toEqual([1, 1, 0]);
    expect(roundedParts([1.2, 1.7, 1.1], 2, 1)).toEqual([1, 1, 0]);
  });

  test('take more than one unit each where the total is not their own', () => {
    expect(roundedParts([0, 0.2], 5, 1)).toEqual([2, 3]);
    expect(roundedParts([0, 0.2], -3, 1)).toEqual([-2, -1]);
    expect(roundedParts([], 3, 1)).toEqual([]);
  });

  test('that are whole but for binary dust stay', () => {
    expect(roundedParts([0.1 + 0.2, 0.7], 1, 0.1)).toEqual([0.3, 0.7]);
    expect(roundedParts([2.9999999999, 1], 4, 1)).toEqual([3, 1]);
    expect(Object.is(roundedParts([-0.04, 0.04], 0, 0.1)[0], -0)).toBe(false);
  });

  test('by law add up to the total, each within a unit of itself', () => {
    const part = fc.integer({ min: -50_000, max: 50_000 }).map((many) => many / 1000);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const sum = parts.reduce((all, each) => all + each, 0);
        const total = Math.round(sum * 10) / 10;
        const rounded = roundedParts(parts, total, 0.1);
        expect(rounded.reduce((all, each) => all + each, 0)).toBeCloseTo(total, 9);
        rounded.forEach((each, index) => {
          expect(Math.abs(each - (parts[index] ?? NaN))).toBeLessThan(0.1 + 1e-9);
        });
      }),
    );
  });
});
