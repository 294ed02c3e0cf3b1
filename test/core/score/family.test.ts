import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeTogether } from '../../../src/core/score/family.js';
import { differenceOf } from '../../../src/core/score/uncertainty.js';

/** Differences of as many standard errors as are given. */
const family = (...sizes: readonly number[]) =>
  sizes.map((z) => ({
    difference: differenceOf({ share: 0.5, variance: 0 }, { share: 0.5 + z / 100, variance: 1e-4 }),
  }));
const verdicts = (...sizes: readonly number[]): string[] =>
  judgeTogether(family(...sizes)).map(({ difference }) => difference.verdict);

describe('differences judged together', () => {
  test('withstand where |z| ≥ Φ⁻¹(1 − 0.05 i ÷ m)', () => {
    // m = 5: limits 2.326, 2.054, 1.881, 1.751, 1.645.
    expect(verdicts(2.4, 2, 1, 0.5, 0.2)).toEqual([
      'rose',
      'probably-rose',
      'no-clear-change',
      'no-clear-change',
      'no-clear-change',
    ]);
    // The second clears its own limit and takes the first with it.
    expect(verdicts(-2.1, 2.1, 0, 0, 0)).toEqual(['fell', 'rose', 'same', 'same', 'same']);
    expect(verdicts(2, 0, 0, 0, 0)[0]).toBe('probably-rose');
  });

  test('never call what alone is no more than chance, however many are clear beside it', () => {
    // 1.7 clears the limit of the fourth of five, and not 1.96.
    expect(verdicts(3, 3, 3, 1.8, 0.2)).toEqual([
      'rose',
      'rose',
      'rose',
      'no-clear-change',
      'no-clear-change',
    ]);
  });

  test('alone are judged alone', () => {
    expect(verdicts(1.97)).toEqual(['rose']);
    expect(judgeTogether([])).toEqual([]);
  });

  test('by law never hang on the order, and adding one that is nothing makes none clearer', () => {
    const some = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(some, (sizes) => {
        expect(verdicts(...sizes.toReversed()).reverse()).toEqual(verdicts(...sizes));
        const isClear = (verdict: string): boolean => verdict === 'rose' || verdict === 'fell';
        const more = verdicts(...sizes, 0).filter(isClear).length;
        expect(more).toBeLessThanOrEqual(verdicts(...sizes).filter(isClear).length);
      }),
    );
  });
});
