import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/core/draw/allocation.js';

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);

describe('allocate', () => {
  it.each<[string, number[], number, number[]]>([
    ['whole parts where they are whole', [20, 10, 10], 4, [2, 1, 1]],
    ['the rest to the largest remainder', [11, 6, 3], 7, [4, 2, 1]],
    ['of equal remainders the larger stratum first', [1, 3], 2, [0, 2]],
    ['of equal sizes the first', [5, 5, 5], 4, [2, 1, 1]],
    ['nothing to an empty stratum', [0, 4], 3, [0, 3]],
    ['everything where all are drawn', [7, 0, 2], 9, [7, 0, 2]],
    ['nothing of nothing', [0, 0], 0, [0, 0]],
    ['in exact numbers, however large', [999_999, 1], 1000, [1000, 0]],
  ])('gives %s', (_what, sizes, count, parts) => {
    expect(allocate(sizes, count)).toEqual(parts);
  });

  it('adds up to the count, takes no more than there is, and stays within one of the exact part', () => {
    const cases = fc
      .array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 })
      .chain((sizes) =>
        fc.record({ sizes: fc.constant(sizes), count: fc.integer({ min: 0, max: sum(sizes) }) }),
      );
    fc.assert(
      fc.property(cases, ({ sizes, count }) => {
        const parts = allocate(sizes, count);
        expect(sum(parts)).toBe(count);
        for (const [index, part] of parts.entries()) {
          const size = sizes[index] ?? 0;
          expect(part).toBeLessThanOrEqual(size);
          expect(Math.abs(part - (count * size) / Math.max(1, sum(sizes)))).toBeLessThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses to give more than all have', () => {
    expect(() => allocate([1, 2], 4)).toThrow(RangeError);
  });
});
