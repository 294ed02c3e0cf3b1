import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Past } from '../../../src/core/compare/usual.js';
import { usualOf } from '../../../src/core/compare/usual.js';

/** A history of shares, each with the same variance, all comparable. */
function history(shares: readonly number[], variance = 0.0004): Past[] {
  return shares.map((share, i) => ({
    estimate: { share, variance, own: variance },
    difference: i === 0 ? null : share - (shares[i - 1] ?? 0),
  }));
}

describe('what is usual', () => {
  test('by hand: s² = (4 × 0.0004 + (0.04² + 0.02² + 0.02²) ÷ 2) ÷ 7, m = 0.62, t of 5.8', () => {
    const usual = usualOf(history([0.6, 0.64, 0.62, 0.62 + 0, 0.7].map((one) => one)));
    // The moving ranges are 0.04, 0.02 and 0: 0.001 is half of their squares' sum.
    const reach = 2.467511154021072 * Math.sqrt((0.0016 + 0.001) / 7) * Math.sqrt(1.25);
    expect(usual?.expected.lower).toBeCloseTo(0.62 - reach, 10);
    expect(usual?.expected.upper).toBeCloseTo(0.62 + reach, 10);
    expect(usual?.isUsual).toBe(0.08 <= reach);
    expect(usual?.isUsual).toBe(false);
  });

  test('takes five quarters that hang together', () => {
    expect(usualOf(history([0.6, 0.6, 0.6, 0.6]))).toBeNull();
    const broken = history([0.6, 0.6, 0.6, 0.6, 0.6]).map((one, i) =>
      i === 2 ? { ...one, difference: null } : one,
    );
    expect(usualOf(broken)).toBeNull();
    expect(usualOf([])).toBeNull();
    expect(usualOf(history([0.6, 0.6, 0.6, 0.6, 0.6]))?.isUsual).toBe(true);
  });

  test('counts earlier quarters in the terms of the last, whatever their own checklist made of them', () => {
    const plain = usualOf(history([0.6, 0.64, 0.62, 0.62, 0.7]));
    const moved = usualOf(
      history([0.6, 0.64, 0.62, 0.62, 0.7]).map((one, i) =>
        i < 3 ? { ...one, estimate: { ...one.estimate, share: 0.2 } } : one,
      ),
    );
    expect(moved).toEqual(plain);
  });

  test('by law does not change where all shares move alike', () => {
    const shares = fc.array(fc.double({ min: 0.3, max: 0.5, noNaN: true }), {
      minLength: 5,
      maxLength: 12,
    });
    fc.assert(
      fc.property(shares, (some) => {
        const moved = usualOf(history(some.map((share) => share + 0.1)));
        expect(moved?.isUsual).toBe(usualOf(history(some))?.isUsual);
      }),
    );
  });
});
