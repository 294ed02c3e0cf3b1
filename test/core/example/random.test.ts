import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '../../../src/core/example/random.js';
import { shuffled, stray, whole } from '../../../src/core/random.js';

test('the numbers are these, on every machine', () => {
  const random = randomFrom('a', 'b');
  expect([random(), random(), random()]).toMatchInlineSnapshot(`
    [
      0.36238453816622496,
      0.8226160996127874,
      0.5279164472594857,
    ]
  `);
});

test('each purpose has a row of its own, spread over all from 0 to 1', () => {
  const rows = Array.from({ length: 200 }, (_, row) => {
    const random = randomFrom('row', String(row));
    return Array.from({ length: 50 }, random);
  });
  expect(new Set(rows.map(([first]) => first)).size).toBe(200);
  const numbers = rows.flat();
  for (const number of numbers) {
    expect(number).toBeGreaterThanOrEqual(0);
    expect(number).toBeLessThan(1);
  }
  const tenths = Map.groupBy(numbers, (number) => Math.floor(number * 10));
  // A thousand in each are expected; five standard errors are 150.
  for (const tenth of tenths.values()) expect(Math.abs(tenth.length - 1000)).toBeLessThan(150);
  expect(tenths.size).toBe(10);
});

test('what is made of them keeps its limits', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(50), fc.nat(50), fc.array(fc.nat()), (seed, from, by, list) => {
      const random = randomFrom(seed);
      const number = whole(random, from, from + by);
      expect(Number.isInteger(number) && number >= from && number <= from + by).toBe(true);
      expect(Math.abs(stray(random, by))).toBeLessThanOrEqual(by);
      const sorted = (some: readonly number[]): number[] => [...some].sort((a, b) => a - b);
      expect(sorted(shuffled(random, list))).toEqual(sorted(list));
    }),
  );
});
